import OutageSimulation
import Quantities
import Reports

/// When something is up and down over one history, outage by outage, with a row for each cause.
public enum TimelineChart {
  /// The history, with at most `limit` causes, those with the most downtime first; `tried` histories were
  /// looked at for it. Where outages are too many to be told apart they are gathered.
  public static func chart(
    _ history: OutageHistory, limit: Int = 10, outOf tried: Int = 1
  ) -> Chart {
    let causes = Cause.ranked(history.outages)
    let window = WindowName(history.horizon)
    let whole = Cause(name: "\(history.name) down", outages: history.outages)
    let cells = TimelineCells(history)
    let isItsOwnCause = causes.map(\.name) == [history.name]
    let rows =
      [row(whole, .main, cells)]
      + (isItsOwnCause ? [] : causes.prefix(limit).map { row($0, .second, cells) })
    return Chart(
      title: "When is \(history.name) down \(window.inOne)?",
      subtitle: subtitle(
        history, window, cells, hidden: max(0, causes.count - limit), tried: tried),
      alternative: alternative(history, causes, window),
      horizontal: .durations(
        "time from the beginning", .linear, 0...max(history.horizon.seconds, 1e-9)),
      content: .rows(rows))
  }

  /// The outages that one component began.
  private struct Cause {
    let name: String
    let outages: [OutageHistory.Outage]

    var downtime: Double { outages.reduce(0) { $0 + $1.length.seconds } }

    /// Most downtime first.
    static func ranked(_ outages: [OutageHistory.Outage]) -> [Cause] {
      Dictionary(grouping: outages) { $0.cause ?? "never up" }
        .map { Cause(name: $0.key, outages: $0.value) }
        .sorted { ($0.downtime, $1.name) > ($1.downtime, $0.name) }
    }
  }

  private static func row(
    _ cause: Cause, _ tone: Chart.Tone, _ cells: TimelineCells?
  ) -> Chart.Row {
    let segments =
      cells?.segments(of: cause.outages, tone)
      ?? cause.outages.map {
        Chart.Segment(
          from: $0.start.seconds, to: max($0.start.seconds, $0.end.seconds), tone: tone)
      }
    let (count, length) = (ChartAxis.grouped(cause.outages.count), text(cause.downtime))
    return Chart.Row(
      cause.name, segments, text: "\(number(cause.outages)), \(length)",
      shortText: "\(count), \(length)")
  }

  // MARK: Words

  private static func number(_ outages: [OutageHistory.Outage]) -> String {
    switch outages.count {
    case 0: "no outage"
    case 1: "1 outage"
    default: "\(ChartAxis.grouped(outages.count)) outages"
    }
  }

  private static func text(_ seconds: Double) -> String {
    HumanFigures.duration(seconds: seconds)
  }

  private static func subtitle(
    _ history: OutageHistory, _ window: WindowName, _ cells: TimelineCells?, hidden: Int,
    tried: Int
  ) -> String {
    let one = window.one.hasPrefix("a ") ? window.single : "history"
    let more = hidden > 0 ? " Of \(hidden) more causes none has more downtime." : ""
    let drawn =
      cells.map {
        """
        Outages are gathered in cells of \(text($0.length)), as high as their downtime: the highest has \
        \(text($0.highest)).
        """
      }
      ?? "Short outages are drawn wider than they are."
    return """
      One simulated \(one), \(TimelineCard.choice(history, outOf: tried)), by what began each \
      outage\(conditions(history)). \(drawn)\(more)
      """
  }

  /// What counts and how it begins, where that is not as usual: from what the history says it rests on.
  private static func conditions(_ history: OutageHistory) -> String {
    let level = history.assumptions.first { $0.hasSuffix("counts as down") }
    let start = history.assumptions.contains { $0.hasSuffix("(start up)") }
    return (level.map { ", \($0)" } ?? "") + (start ? ", all new at the beginning" : "")
  }

  private static func alternative(
    _ history: OutageHistory, _ causes: [Cause], _ window: WindowName
  ) -> String {
    guard let longest = history.outages.max(by: { $0.length < $1.length }) else {
      return "A timeline without an outage."
    }
    let day = HumanFigures.duration(longest.start)
    let named = causes.prefix(3).map { "\($0.name) \(text($0.downtime))" }
    return """
      A timeline with \(number(history.outages)), \(text(history.downtime.seconds)) of downtime in all; \
      the longest lasts \(HumanFigures.duration(longest.length)) and begins after \(day). By cause: \
      \(named.joined(separator: ", ")).
      """
  }
}
