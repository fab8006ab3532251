import CapacityPlanning
import Quantities

/// Every headroom rule, as a table.
public enum HeadroomCard {
  /// The table: what is lost in the worst case, what is left, and what would keep the rule.
  public static func report(_ answer: HeadroomAnswer) -> Report {
    let hasDemand = answer.demand != nil
    let head =
      ["rule", "lost at worst", "kept", "left"]
      + (hasDemand ? ["to spare", "served if shed", "in a cascade"] : [])
    let rows = answer.rows.map { row($0, hasDemand: hasDemand) + [additions($0)] }
    let table = Report.Table(head, rows, left: 3, remarks: "kept with")
    let against = answer.demand.map { "against the demand of \($0.label)" } ?? "to stay up"
    let unchecked = answer.unchecked.map {
      "\($0.title): not looked at, since there are too many ways to lose so many"
    }
    return Report(
      [.heading("\(answer.name): headroom \(against)"), .table(table)]
        + CardLayout.notes(unchecked) + CardLayout.assumptions(assumptions(hasDemand: hasDemand)))
  }

  private static func row(_ row: HeadroomAnswer.Row, hasDemand: Bool) -> [String] {
    let survival = row.survival
    let figures = [
      survival.reserve.map { reserve($0) }, share(row.servedIfShed),
      share(row.servedInCascade),
    ]
    return [survival.rule.title, survival.lost, survival.isMet ? "yes" : "no", left(survival)]
      + (hasDemand ? figures.map { $0 ?? "" } : [])
  }

  private static func reserve(_ reserve: Double) -> String {
    (reserve < 0 ? "-" : "") + HumanFigures.number(abs(reserve) * 100) + "%"
  }

  private static func left(_ survival: SurvivalAnswer) -> String {
    if survival.isDown { return "nothing" }
    guard let left = survival.left else { return "no limit" }
    return "\(HumanFigures.number(left.amount, digits: 6)) \(left.unit)"
  }

  private static func share(_ share: Double?) -> String? {
    share.map { HumanFigures.number($0 * 100) + "%" }
  }

  private static func additions(_ row: HeadroomAnswer.Row) -> String {
    guard let additions = row.additions else { return "no number up to 10 times the members" }
    return additions.map(\.text).joined(separator: " and ")
  }

  private static func assumptions(hasDemand: Bool) -> [String] {
    HeadroomAnswer.assumptions
      + (hasDemand ? HeadroomAnswer.overloadAssumptions : [])
  }
}
