import Quantities

/// The downtime, or the share of errors, that a target leaves to be spent in a period.
public struct ErrorBudget: Sendable, Hashable {
  /// The target, below 100 %.
  public let target: Probability
  /// The period over which the budget is kept.
  public let period: Window

  /// The budget that `target` leaves in `period`. Throws ``ServiceLevelError/noBudget`` at 100 %,
  /// ``ServiceLevelError/target`` at 0 % and ``ServiceLevelError/window`` for a period of no time.
  public init(target: Probability, period: Window) throws(ServiceLevelError) {
    guard target.value > 0 else { throw .target }
    guard target.complement > 0 else { throw .noBudget }
    guard period.length > .zero else { throw .window }
    self.target = target
    self.period = period
  }

  /// The downtime allowed in the period. Relative error that of the target's complement plus one
  /// rounding.
  public var allowed: Duration { period.downtime(at: target) }

  /// The downtime that the target allows in another window; error as ``allowed``.
  public func allowed(in window: Window) -> Duration { window.downtime(at: target) }

  /// A window and the downtime allowed in it.
  public struct Allowance: Sendable, Hashable {
    /// The window.
    public let window: Window
    /// The downtime allowed in it.
    public let allowed: Duration
  }

  /// The windows in which budgets are usually kept: a day, a week, 28 d, a month of 30 d, a quarter
  /// of 90 d, a year of 365 d.
  public static let usualWindows: [Window] = [
    .day, .week, .duration(.days(28)), .month, .quarter, .year,
  ]

  /// The months of the calendar by their lengths: 28, 29, 30 and 31 days.
  public static let calendarMonths: [Window] = (28...31).map { .duration(.days($0)) }

  /// The downtime allowed in each of some windows; the usual ones by default.
  public func allowances(in windows: [Window] = usualWindows) -> [Allowance] {
    windows.map { Allowance(window: $0, allowed: allowed(in: $0)) }
  }
}
