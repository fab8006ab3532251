import CapacityPlanning
import Quantities
import ResourceAdequacy

/// Simulated shortfalls as a card: each figure with its error, the exact mean beside it.
public enum AdequacySimulationCard {
  /// The card.
  public static func report(_ answer: AdequacySimulationAnswer) -> Report {
    let found = answer.estimates
    let name = name(found)
    var rows = CardLayout.rows(
      "short",
      [mean(found.hoursShort, "h \(name.one)", named: " (LOLE)", exact: answer.exactHoursShort)]
        + percentiles(found.hoursShort, "h", name))
    let unit = "\(found.unit) x h"
    rows += CardLayout.rows(
      "unserved",
      [mean(found.unserved, "\(unit) \(name.one)", named: " (EUE)", exact: answer.exactUnserved)]
        + percentiles(found.unserved, unit, name))
    rows += CardLayout.rows("shortfalls", shortfalls(answer, name))
    rows.append(("no shortfall", "in \(HumanFigures.percent(share: found.clean)) of \(name.many)"))
    return CardLayout.report(
      answer.name, rows + method(answer, name), assuming: answer.assumptions)
  }

  /// A profile of 364 to 366 days counts as a year.
  private static func name(_ found: AdequacyEstimates) -> WindowName {
    let isYear = (364...366).contains(found.length.converted(to: .day))
    return WindowName(isYear ? .days(365) : found.length)
  }

  /// `9.41 ± 0.11 h a year on average (LOLE), exactly 9.3942`
  private static func mean(
    _ found: EstimatedDistribution, _ unit: String, named name: String = "", exact: Double?
  ) -> String {
    let beside = exact.map { ", exactly \(HumanFigures.number($0, digits: 5))" } ?? ""
    return "\(HumanFigures.number(found.mean)) \(unit) on average\(name)\(beside)"
  }

  private static func percentiles(
    _ found: EstimatedDistribution, _ unit: String, _ name: WindowName
  ) -> [String] {
    [
      ("half of the \(name.many)", found.p50), ("the worst 5% of \(name.many)", found.p95),
      ("the worst 1% of \(name.many)", found.p99),
    ].filter { $0.1.value > 0 }.map { label, estimate in
      "\(label) exceed \(HumanFigures.number(estimate)) \(unit)"
    }
  }

  private static func shortfalls(
    _ answer: AdequacySimulationAnswer, _ name: WindowName
  ) -> [String] {
    let found = answer.estimates
    var lines = [
      mean(found.shortfalls, name.one, exact: answer.exactShortfalls),
      mean(
        found.begunByLoadSteps, name.one, named: ", begun by loads", exact: answer.exactBegunByLoads
      ),
    ]
    if let lengths = found.shortfallHours {
      let exact = answer.exact?.figures.meanShortfall?.converted(to: .hour)
      lines.append(mean(lengths, "h each", exact: exact))
      lines += [("one in 20", lengths.p95), ("one in 100", lengths.p99)].map { label, length in
        "\(label) lasts longer than \(HumanFigures.number(length)) h"
      }
    }
    return lines
  }

  private static func method(
    _ answer: AdequacySimulationAnswer, _ name: WindowName
  ) -> [CardLayout.Row] {
    let found = answer.estimates
    let histories = SimulationCard.grouped(found.histories)
    let many = name.many(found.histories)
    let method = "simulated in time order, \(histories) \(many), seed \(answer.seed)"
    let repeats = "`runs \(found.histories)` repeats it"
    switch found.ending {
    case .histories: return [("method", method)]
    case .error: return [("method", method), ("ended", "at the error asked for; \(repeats)")]
    case .time: return [("method", method), ("ended", "when the time was over; \(repeats)")]
    case .interrupted: return [("method", method), ("ended", "interrupted; \(repeats)")]
    }
  }
}
