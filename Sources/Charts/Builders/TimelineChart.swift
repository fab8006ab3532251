import OutageSimulation
import Quantities
import Reports

/// When something is up and down over one history, outage by outage, with a row for each cause.
public enum TimelineChart {
  /// The history, with at most `limit` causes, those with the most downtime first.
  public static func chart(_ history: OutageHistory, limit: Int = 10) -> Chart {
    let causes = Cause.ranked(history.outages)
    let window = WindowName(history.horizon)
    let often = window.one.hasPrefix("in ") ? window.one : "in \(window.one)"
    let whole = Cause(name: "\(history.name) down", outages: history.outages)
    let finest = history.horizon.seconds / 1_000
    let isItsOwnCause = causes.map(\.name) == [history.name]
    let rows =
      [row(whole, .main, finest)]
      + (isItsOwnCause ? [] : causes.prefix(limit).map { row($0, .second, finest) })
    return Chart(
      title: "When is \(history.name) down \(often)?",
      subtitle: subtitle(history, window, hidden: max(0, causes.count - limit)),
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

  /// Outages that follow within `finest` seconds are one bar, so that a picture stays small.
  private static func row(_ cause: Cause, _ tone: Chart.Tone, _ finest: Double) -> Chart.Row {
    var spans: [ClosedRange<Double>] = []
    for outage in cause.outages {
      let (start, end) = (outage.start.seconds, outage.end.seconds)
      if let last = spans.last, start - last.upperBound < finest {
        spans[spans.count - 1] = last.lowerBound...max(last.upperBound, end)
      } else {
        spans.append(start...max(start, end))
      }
    }
    let segments = spans.map {
      Chart.Segment(from: $0.lowerBound, to: $0.upperBound, tone: tone)
    }
    return Chart.Row(
      cause.name, segments, text: "\(number(cause.outages)), \(text(cause.downtime))")
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
    _ history: OutageHistory, _ window: WindowName, hidden: Int
  ) -> String {
    let one = window.one.hasPrefix("a ") ? String(window.one.dropFirst(2)) : "history"
    let more = hidden > 0 ? " \(hidden) more causes have less downtime." : ""
    return """
      One simulated \(one), number \(history.number), seed \(history.seed), by what began each outage. \
      Short outages are drawn wider than they are.\(more)
      """
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
