import CapacityPlanning
import Quantities

/// What is left without some parts, as a card.
public enum SurvivalCard {
  /// The card of a check that reads `goal`: `survives 1 az`.
  public static func report(_ answer: SurvivalAnswer, of goal: String) -> Report {
    let verdict = answer.isMet ? goal : goal.replacing("survives", with: "does not survive")
    var rows: [CardLayout.Row] = [("without", answer.lost), ("left", left(answer))]
    if answer.level < 1, !answer.isDown {
      rows.append(
        ("level", "\(HumanFigures.number(answer.level * 100))%, since something is missing"))
    }
    if let demand = answer.demand { rows.append(("demand", demand.label)) }
    if let reserve = answer.reserve { rows.append(self.reserve(reserve)) }
    return CardLayout.report(
      "\(answer.name) \(verdict)", tone: Report.Tone(answer.isMet), rows,
      assuming: [
        "all else is up, what is lost is not replaced, and load moves to what is left at once"
      ])
  }

  private static func left(_ answer: SurvivalAnswer) -> String {
    if answer.isDown { return "nothing: it is down" }
    return answer.left?.label ?? "it is up, and no capacity limits it"
  }

  private static func reserve(_ reserve: Double) -> CardLayout.Row {
    let share = HumanFigures.number(abs(reserve) * 100)
    return (reserve < 0 ? "missing" : "to spare", "\(share)% of the demand")
  }
}
