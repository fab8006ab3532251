import Quantities

/// Why an alerting rule makes no sense.
public enum BurnRateError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A rule that fires when nothing was spent.
  case share
  /// The windows are of no time, or the short one isn't the shorter.
  case windows

  /// One sentence for people, with what to write instead.
  public var description: String {
    switch self {
    case .share: "the share of a budget that fires an alert is above 0%, such as 2%"
    case .windows: "the windows of an alert are above 0 and the short one below the long one"
    }
  }
}

/// An alert that fires while the budget is spent so fast that `share` of it would go in `long`.
///
/// It fires when the error ratio averaged over the long window exceeds the burn rate times 1 - the
/// target, and that over the short window does too. Source: Google, The Site Reliability Workbook
/// (2018), chapter 5.
public struct BurnRateRule: Sendable, Hashable {
  /// The share of the period's budget that is spent in the long window; above 0.
  public let share: Probability
  /// The long window.
  public let long: Duration
  /// The short window, which ends the alert soon after the errors end; nil without one.
  public let short: Duration?

  /// A rule of one or two windows. Throws ``BurnRateError``.
  public init(
    share: Probability, long: Duration, short: Duration? = nil
  ) throws(BurnRateError) {
    guard share.value > 0 else { throw .share }
    guard long > .zero else { throw .windows }
    if let short, short <= .zero || short >= long { throw .windows }
    self.init(unchecked: share, long: long, short: short)
  }

  init(unchecked share: Probability, long: Duration, short: Duration?) {
    self.share = share
    self.long = long
    self.short = short
  }

  /// How many times faster than evenly the budget goes: share x period / long window. Relative error
  /// of two roundings.
  public func burnRate(in budget: ErrorBudget) -> Double {
    share.value * (budget.period.length.seconds / long.seconds)
  }

  /// The error ratio above which the rule fires, burn rate x (1 - target). Above 1 it can't fire.
  /// Relative error of three roundings.
  public func errorRatio(in budget: ErrorBudget) -> Double {
    burnRate(in: budget) * budget.target.complement
  }

  /// How long errors at `ratio`, constant and after a time without any, last until the alert fires:
  /// burn rate x (1 - target) x long window / ratio. Nil where they never fire it. Relative error of
  /// five roundings.
  public func detectionTime(at ratio: Probability, in budget: ErrorBudget) -> Duration? {
    let threshold = errorRatio(in: budget)
    guard ratio.value > threshold else { return nil }
    return try? Duration(seconds: threshold / ratio.value * long.seconds)
  }

  /// How long the alert goes on after errors at `ratio` that fired it have ended. Nil where they
  /// never fire it.
  ///
  /// The window that ends it, the short one where there is one, is quiet once the errors within it
  /// fill the threshold's part of it only: window x (1 - threshold / ratio). That holds for every
  /// incident that lasted until it was detected, however long it went on. Absolute error of six
  /// roundings of the window.
  public func resetTime(at ratio: Probability, in budget: ErrorBudget) -> Duration? {
    let threshold = errorRatio(in: budget)
    guard ratio.value > threshold else { return nil }
    let window = (short ?? long).seconds
    return try? Duration(seconds: (ratio.value - threshold) / ratio.value * window)
  }
}
