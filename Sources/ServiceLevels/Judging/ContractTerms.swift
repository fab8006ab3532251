import Quantities

/// What is asked of a promise, in whole nanoseconds: what a history is judged by.
public struct ContractTerms: Sendable, Hashable {
  /// What is asked.
  public let question: ContractQuestion
  let meter: DowntimeMeter
  /// Nanoseconds of a window, or of what is left of one that has begun; 0 for months of the calendar.
  let length: Int64
  /// What was counted before, in a window that has begun.
  let counted: Int64
  /// The unavailability below which the promise is met.
  private let allowed: Double
  private let steps: [CreditStep]

  /// The credit due above an unavailability, in billionths of the bill, the cap applied.
  private struct CreditStep: Sendable, Hashable {
    let above: Double
    let credit: Int64
  }

  /// Credits are counted in so many parts of a bill.
  public static let bill: Int64 = 1_000_000_000

  /// The terms of a question; lengths are rounded to the nanosecond.
  public init(_ question: ContractQuestion) {
    let agreement = question.agreement
    self.question = question
    meter = DowntimeMeter(agreement.rule)
    let whole = agreement.window == .calendarMonth ? 0 : agreement.window.length.wholeNanoseconds
    length = question.begun?.left.wholeNanoseconds ?? whole
    counted = question.begun?.counted.nanoseconds ?? 0
    allowed = agreement.target.complement
    let cap = agreement.cap?.value ?? 1
    steps = (agreement.credits?.steps ?? []).map {
      CreditStep(
        above: $0.below.complement,
        credit: Int64((min($0.credit.value, cap) * Double(Self.bill)).rounded()))
    }
  }

  /// How long a history must be for all windows: those of a calendar take the longest months.
  public var span: Int64 {
    let windows = Int64(question.windows)
    let (whole, isTooLong) =
      length > 0
      ? windows.multipliedReportingOverflow(by: length)
      : CalendarMonth.longestRun(of: question.windows)
        .multipliedReportingOverflow(by: CalendarMonth.day)
    return isTooLong ? .max : whole
  }

  /// Nanoseconds of the window that the promise is about, `length` being those of the one at hand.
  @inline(__always)
  func whole(_ length: Int64) -> Int64 {
    question.begun == nil ? length : question.agreement.window.length.wholeNanoseconds
  }

  /// What may be counted in a window of so many nanoseconds, to the nearest.
  @inline(__always)
  func allowance(_ length: Int64) -> Int64 {
    Int64((allowed * Double(whole(length))).rounded())
  }

  /// The place of the worst step that so much counted reaches, from 1; 0 for none.
  func step(_ counted: Int64, of length: Int64) -> Int {
    let length = Double(whole(length))
    let place = steps.firstIndex { counted <= Int64(($0.above * length).rounded()) }
    return place ?? steps.count
  }

  /// The credit of a step, from 1 to ``stepCount``, in billionths of the bill; 0 for place 0.
  public func credit(ofStep place: Int) -> Int64 { place > 0 ? steps[place - 1].credit : 0 }

  /// Nanoseconds of the grid on which the rule lies; 0 without one.
  public var grid: Int64 { meter.grid }

  /// The number of steps of the ladder.
  public var stepCount: Int { steps.count }
}

extension Duration {
  /// The nearest whole number of nanoseconds; at most 2^62.
  var nanoseconds: Int64 { Int64(min(0x1p62, (seconds * 1e9).rounded())) }

  /// The same, 1 at least.
  var wholeNanoseconds: Int64 { max(1, nanoseconds) }
}
