/// Stretches of time at one level, by their starts, those that overlap or touch as one.
struct SpanUnion: Sendable {
  let level: Double
  let cause: Int32
  private(set) var spans: [LevelHistory.Span] = []

  init(level: Double, cause: Int32) {
    self.level = level
    self.cause = cause
  }

  /// Adds a stretch that begins no earlier than the last one; nothing where it is empty.
  mutating func add(from start: Int64, to end: Int64) {
    guard start < end else { return }
    if let last = spans.last, start <= last.end {
      spans[spans.count - 1].end = max(last.end, end)
    } else {
      spans.append(LevelHistory.Span(start: start, end: end, level: level, cause: cause))
    }
  }
}

extension LevelHistory {
  /// Adds the lower of two levels wherever either has a stretch, behind all that is there.
  mutating func append(lowestOf first: SpanUnion, _ second: SpanUnion) {
    let (low, high) = first.level <= second.level ? (first, second) : (second, first)
    var next = 0
    for span in high.spans {
      while next < low.spans.count, low.spans[next].start <= span.start {
        append(low.spans[next])
        next += 1
      }
      append(span, between: low.spans, from: &next)
    }
    for span in low.spans[next...] { append(span) }
  }

  /// Adds what the lower spans leave of a higher one, and those lower ones that begin within it.
  private mutating func append(_ span: Span, between low: [Span], from next: inout Int) {
    var start = max(span.start, spans.last?.end ?? span.start)
    while next < low.count, low[next].start < span.end {
      append(from: start, to: low[next].start, level: span.level, cause: span.cause)
      append(low[next])
      start = low[next].end
      next += 1
    }
    append(from: start, to: span.end, level: span.level, cause: span.cause)
  }

  private mutating func append(_ span: Span) {
    append(from: span.start, to: span.end, level: span.level, cause: span.cause)
  }
}
