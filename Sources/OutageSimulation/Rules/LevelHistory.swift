/// The level of one thing over one replication: a base but for some spans of time.
///
/// Invariants: spans are not empty, in order, and don't overlap; two that touch differ in level.
struct LevelHistory: Sendable, Hashable {
  /// A stretch of time at one level; the end does not belong to it. Nanoseconds on the clock of a
  /// replication.
  struct Span: Sendable, Hashable {
    var start: Int64
    var end: Int64
    var level: Double
    /// What began it: the number of a component.
    var cause: Int32
  }

  /// The level outside all spans.
  var base = 1.0
  /// The thing is down while its level is below this.
  var downBelow = Double.leastNonzeroMagnitude
  private(set) var spans: [Span] = []

  /// True while nothing happens.
  var isEmpty: Bool { spans.isEmpty }

  /// True when the thing is down while nothing happens: then it is never up.
  var isNeverUp: Bool { base < downBelow }

  /// Adds a span behind all others; nothing for an empty one or one at the base. One that touches the
  /// last at the same level continues it, and so does its cause: a loss that lasts has the cause that
  /// began it, also where a rule takes over from an operand.
  @inline(__always)
  mutating func append(from start: Int64, to end: Int64, level: Double, cause: Int32) {
    guard start < end, level != base else { return }
    if let last = spans.last, last.end == start, last.level == level {
      spans[spans.count - 1].end = end
    } else {
      spans.append(Span(start: start, end: end, level: level, cause: cause))
    }
  }

  /// Forgets all spans.
  mutating func clear() { spans.removeAll(keepingCapacity: true) }
}

extension LevelHistory {
  /// A maximal stretch in which the thing is down.
  struct Outage: Sendable, Hashable {
    var start: Int64
    var end: Int64
    /// What began it.
    var cause: Int32
  }

  /// The outages in order, spans that touch as one; none of a thing that is never up.
  var outages: Outages { outages(until: .max) }

  /// The outages that begin before an instant, cut there.
  func outages(until end: Int64) -> Outages {
    Outages(isNeverUp ? [] : spans, downBelow, end)
  }

  /// The outages of a history, one after another.
  struct Outages: Sequence, IteratorProtocol {
    private let spans: [Span]
    private let downBelow: Double
    private let end: Int64
    private var place = 0

    fileprivate init(_ spans: [Span], _ downBelow: Double, _ end: Int64) {
      self.spans = spans
      self.downBelow = downBelow
      self.end = end
    }

    mutating func next() -> Outage? {
      while place < spans.count, spans[place].level >= downBelow { place += 1 }
      guard place < spans.count, spans[place].start < end else { return nil }
      var outage = Outage(
        start: spans[place].start, end: spans[place].end, cause: spans[place].cause)
      place += 1
      while place < spans.count, spans[place].start == outage.end, spans[place].level < downBelow {
        outage.end = spans[place].end
        place += 1
      }
      outage.end = Swift.min(outage.end, end)
      return outage
    }
  }
}
