import Quantities

/// A maximal interval in which a service was down, as far as it lies in the window.
public struct Outage: Sendable, Hashable {
  /// When it began, or the window's start when it began before.
  public let start: Instant
  /// When it ended, or the window's end when it went on.
  public let end: Instant
  /// Whether it began before the window.
  public let beganBefore: Bool
  /// Whether it went on at the window's end.
  public let goesOn: Bool
  /// How many incidents were merged into it.
  public let incidents: Int

  /// Its length in the window; error one rounding.
  public var length: Duration { end.duration(since: start) }

  var nanoseconds: UInt64 { end.nanosecondsSince(start) }
}

/// An incident's interval and the share of users that it hit, 1 when unknown.
struct IncidentInterval: Sendable {
  let start: Instant
  /// The last instant of all while it goes on.
  let end: Instant
  let share: Double

  static let never = Instant(nanoseconds: .max)

  init(_ incident: Incident) {
    start = incident.start
    end = incident.end ?? Self.never
    share = incident.share ?? 1
  }
}

/// Incidents whose intervals form one outage: a run of them in the order of their starts.
struct MergedOutage: Sendable {
  let start: Instant
  var end: Instant
  var incidents: Range<Int>

  /// Outages of intervals sorted by their starts: those that overlap or touch, and those with a gap
  /// below `gap` nanoseconds between them, are one. Linear.
  static func merging(_ intervals: [IncidentInterval], gap: UInt64) -> [MergedOutage] {
    var outages: [MergedOutage] = []
    for (index, interval) in intervals.enumerated() {
      if let last = outages.last, last.reaches(interval.start, gap: gap) {
        outages[outages.count - 1].end = max(last.end, interval.end)
        outages[outages.count - 1].incidents = last.incidents.lowerBound..<index + 1
      } else {
        let outage = MergedOutage(
          start: interval.start, end: interval.end, incidents: index..<index + 1)
        outages.append(outage)
      }
    }
    return outages
  }

  private func reaches(_ start: Instant, gap: UInt64) -> Bool {
    start <= end || start.nanosecondsSince(end) < gap
  }

  /// Whether it ended within less than that many nanoseconds, or at once.
  func isFlap(shorterThan threshold: UInt64) -> Bool {
    let length = end.nanosecondsSince(start)
    return end != IncidentInterval.never && (length == 0 || length < threshold)
  }

  /// Its part of a window; nil when it lies outside.
  func clipped(to window: ObservationWindow) -> Outage? {
    guard start <= window.to, end > window.from || start >= window.from else { return nil }
    return Outage(
      start: max(start, window.from), end: min(end, window.to), beganBefore: start < window.from,
      goesOn: end > window.to, incidents: incidents.count)
  }
}
