/// What a window of a history comes to.
public struct WindowVerdict: Sendable, Hashable {
  /// Nanoseconds counted, with those counted before where the window had begun.
  public var counted: Int64
  /// Nanoseconds that may be counted.
  public var allowed: Int64
  /// Nanoseconds of the whole window.
  public var length: Int64
  /// The worst step of the ladder that was reached, from 1; 0 for none.
  public var step: Int
  /// The credit due, in billionths of the window's bill.
  public var credit: Int64

  /// True where the promise is met.
  public var isMet: Bool { counted <= allowed }
}

/// Judges a history of a service window by window, as a promise says.
public struct ContractJudge: Sendable, Hashable {
  /// What it judges by.
  public let terms: ContractTerms

  /// A judge of a question.
  public init(_ question: ContractQuestion) { terms = ContractTerms(question) }

  /// Tells of each window in which there was some loss, in order; all others count nothing.
  ///
  /// `losses` are sorted and apart from one another, and the first window begins at 0. `phase` is
  /// where the grid of the rule lies, and `month` the month of the calendar that begins at 0, 0 being a
  /// January of a year that is a multiple of 400; only the first matters to windows of fixed length.
  /// Cost: linear in the losses, and in the months of a calendar.
  @inline(__always)
  public func judge(
    _ losses: [ServiceLoss], phase: Int64 = 0, month: Int = 0,
    _ tell: (WindowVerdict) -> Void
  ) {
    var place = 0
    var window = Edges(terms, month: month)
    while place < losses.count, window.advance(to: losses[place].start) {
      var end = place
      while end < losses.count, losses[end].start < window.end { end += 1 }
      let counted = terms.meter.counted(
        losses[place..<end], from: window.start, to: window.end, phase: phase)
      tell(verdict(counted, window.end - window.start))
      place = end > place && losses[end - 1].end > window.end ? end - 1 : end
      window.next()
    }
  }

  /// What a window comes to in which nothing more is counted: met, unless it has begun and its budget is
  /// overdrawn already.
  public var untouched: WindowVerdict { verdict(0, max(1, terms.length)) }

  private func verdict(_ counted: Int64, _ length: Int64) -> WindowVerdict {
    let counted = counted + terms.counted
    let step = terms.step(counted, of: length)
    return WindowVerdict(
      counted: counted, allowed: terms.allowance(length), length: terms.whole(length), step: step,
      credit: terms.credit(ofStep: step))
  }

  /// The edges of one window after another.
  private struct Edges {
    private(set) var start: Int64 = 0
    private(set) var end: Int64
    private let length: Int64
    private var left: Int
    private var month: Int

    init(_ terms: ContractTerms, month: Int) {
      length = terms.length
      left = terms.question.windows
      self.month = month
      end = length > 0 ? length : CalendarMonth.days(month) * CalendarMonth.day
    }

    mutating func next() {
      left -= 1
      month += 1
      start = end
      end += length > 0 ? length : CalendarMonth.days(month) * CalendarMonth.day
    }

    /// Goes on to the window in which a time lies; false where none does.
    mutating func advance(to time: Int64) -> Bool {
      if length > 0, time >= end {
        let passed = Int((time - start) / length)
        guard passed < left else { return false }
        left -= passed
        start += Int64(passed) * length
        end = start + length
      }
      while left > 0, time >= end { next() }
      return left > 0
    }
  }
}
