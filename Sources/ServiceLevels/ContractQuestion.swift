import Quantities

/// A promise, and which of its windows are asked about.
public struct ContractQuestion: Sendable, Hashable {
  /// The promise.
  public let agreement: ServiceLevelAgreement
  /// Consecutive windows of one history, 1 or more: whether all of them are met is a figure of its own.
  public let windows: Int
  /// A window that has begun already; nil for whole ones.
  public let begun: BegunWindow?

  /// A window of which a part is over.
  public struct BegunWindow: Sendable, Hashable {
    /// What has been counted so far.
    public let counted: Duration
    /// What is left of the window, above 0.
    public let left: Duration

    /// `counted` so far, with `left` to come.
    public init(counted: Duration, left: Duration) {
      self.counted = counted
      self.left = left
    }
  }

  /// About `windows` consecutive windows of `agreement`; by default those of a year, one at least.
  public init(_ agreement: ServiceLevelAgreement, windows: Int? = nil) {
    self.agreement = agreement
    self.windows = max(1, windows ?? Self.inOneYear(agreement.window))
    begun = nil
  }

  /// About what is left of one window. Throws ``ServiceLevelError/begunCalendar`` for a calendar month,
  /// whose length that doesn't tell, and ``ServiceLevelError/begun`` unless what is left is above 0
  /// and, with what was counted, at most the window.
  public init(
    _ agreement: ServiceLevelAgreement, given begun: BegunWindow
  ) throws(ServiceLevelError) {
    guard agreement.window != .calendarMonth else { throw .begunCalendar }
    let known = begun.counted.seconds + begun.left.seconds
    guard begun.left > .zero, known <= agreement.window.length.seconds else { throw .begun }
    self.agreement = agreement
    windows = 1
    self.begun = begun
  }

  private static func inOneYear(_ window: Window) -> Int {
    guard window != .calendarMonth else { return 12 }
    return Int(min(1e6, (Duration.years(1).seconds / window.length.seconds).rounded(.down)))
  }
}

extension ContractQuestion {
  /// How long a history must be to hold all windows; of a calendar, those of its longest months.
  public var span: Duration {
    let span = ContractTerms(self).span
    return (try? Duration(seconds: Double(span) / 1e9)) ?? .zero
  }
}
