/// Goes through a history in order of time, stretch by stretch, those at the base included.
struct LevelReader {
  private let history: LevelHistory
  /// The cause that stretches at the base are given.
  private let baseCause: Int32
  private var place = 0

  init(_ history: LevelHistory, baseCause: Int32) {
    self.history = history
    self.baseCause = baseCause
  }

  /// The stretch that an instant lies in; instants are asked for in order.
  mutating func stretch(at instant: Int64) -> LevelHistory.Span {
    let spans = history.spans
    while place < spans.count, spans[place].end <= instant { place += 1 }
    if place < spans.count, spans[place].start <= instant { return spans[place] }
    return LevelHistory.Span(
      start: place > 0 ? spans[place - 1].end : .min,
      end: place < spans.count ? spans[place].start : .max, level: history.base, cause: baseCause)
  }

  /// True when the thing is down in a stretch.
  func isDown(_ stretch: LevelHistory.Span) -> Bool { stretch.level < history.downBelow }

  /// True when nothing happens in a stretch.
  func isAtBase(_ stretch: LevelHistory.Span) -> Bool { stretch.level == history.base }

  /// Hands on what lies between two instants, with its levels and causes; nothing where they are not
  /// in order.
  mutating func copy(from start: Int64, to end: Int64, into result: inout LevelHistory) {
    var instant = start
    while instant < end {
      let stretch = stretch(at: instant)
      let next = min(stretch.end, end)
      result.append(from: instant, to: next, level: stretch.level, cause: stretch.cause)
      instant = next
    }
  }
}
