import OutageSimulation
import Quantities

/// One simulated history as a short card for people, outage by outage.
public enum TimelineCard {
  /// The card, with at most `limit` outages, the longest; `assumptions` are those of the question,
  /// beside the engine's own, and `tried` histories were looked at for this one.
  public static func report(
    _ history: OutageHistory, assuming assumptions: [String] = [], limit: Int = 12,
    outOf tried: Int = 1
  ) -> Report {
    CardLayout.report(
      history.name,
      downtime(history) + outages(history, limit: max(0, limit)) + [
        ("method", method(history, tried))
      ],
      assuming: history.assumptions + assumptions)
  }

  private static func downtime(_ history: OutageHistory) -> [CardLayout.Row] {
    let window = WindowName(history.horizon)
    return [("down", "\(HumanFigures.duration(history.downtime)) \(window.one), this once")]
  }

  private static func outages(_ history: OutageHistory, limit: Int) -> [CardLayout.Row] {
    let longest = history.outages.sorted { $0.length > $1.length }.prefix(limit)
    let lines = longest.sorted { $0.start < $1.start }.map { outage in
      "after \(HumanFigures.duration(outage.start)): \(HumanFigures.duration(outage.length)), "
        + (outage.cause.map { "begun by \($0)" } ?? "for it is never up")
    }
    let hidden = history.outages.count - longest.count
    return CardLayout.rows(
      "outages", lines + (hidden > 0 ? ["and \(hidden) that are shorter"] : []))
      + (history.outages.isEmpty ? [("outages", "none")] : [])
  }

  private static func method(_ history: OutageHistory, _ tried: Int) -> String {
    "one simulated history, \(choice(history, outOf: tried)): an example, not an estimate"
  }

  /// Which history it is of how many: `number 0 of seed 1`.
  package static func choice(_ history: OutageHistory, outOf tried: Int) -> String {
    let name = "number \(history.number) of seed \(history.seed)"
    if history.outages.isEmpty {
      return tried > 1 ? "\(name), like all \(tried) that were tried without an outage" : name
    }
    switch history.number {
    case 0: return name
    case 1: return "\(name), the first one with an outage"
    default: return "\(name), the first one with an outage: the \(history.number) before have none"
    }
  }
}
