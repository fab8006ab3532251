import OutageSimulation
import Quantities

/// One simulated history as a short card for people, outage by outage.
public enum TimelineCard {
  /// The card, with at most `limit` outages, the longest; `assumptions` are those of the question,
  /// beside the engine's own.
  public static func report(
    _ history: OutageHistory, assuming assumptions: [String] = [], limit: Int = 12
  ) -> Report {
    CardLayout.report(
      history.name,
      downtime(history) + outages(history, limit: max(0, limit)) + [("method", method(history))],
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

  private static func method(_ history: OutageHistory) -> String {
    "one simulated history, number \(history.number) of seed \(history.seed): an example, not an estimate"
  }
}
