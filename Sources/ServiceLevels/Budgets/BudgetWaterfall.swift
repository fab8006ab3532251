import Quantities

/// What a budget was spent on, cause by cause, and what is left of it.
public struct BudgetWaterfall: Sendable, Hashable {
  /// The kinds of causes.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case changes, zones, dependencies, failover, maintenance
    case ownFailures = "own failures"
  }

  /// A cause and what it spent.
  public struct Cause: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its kind.
    public let kind: Kind
    /// The downtime that it causes in the budget's period.
    public let spent: Duration
    /// The standard error of that where it was estimated; nil where it was computed.
    public let standardError: Duration?

    /// `spent` by `name`.
    public init(
      _ name: String, kind: Kind, spent: Duration, standardError: Duration? = nil
    ) {
      self.name = name
      self.kind = kind
      self.spent = spent
      self.standardError = standardError
    }
  }

  /// The budget.
  public let budget: ErrorBudget
  /// The causes, largest first, and by name where they spend the same.
  public let causes: [Cause]

  /// What `causes` spend of `budget`. They must not overlap: a second is spent once.
  public init(of budget: ErrorBudget, spentOn causes: [Cause]) {
    self.budget = budget
    self.causes = causes.sorted { left, right in
      left.spent == right.spent ? left.name < right.name : left.spent > right.spent
    }
  }

  /// All that was spent, the smallest summed first. Relative error of one rounding a cause.
  public var spent: Duration { causes.reversed().reduce(.zero) { $0 + $1.spent } }

  /// What is left; zero when overdrawn.
  public var left: Duration { Self.excess(of: budget.allowed, over: spent) }

  /// What was spent beyond the budget; zero when it lasts.
  public var overdraft: Duration { Self.excess(of: spent, over: budget.allowed) }

  /// The part of the budget that a cause spends; above 1 where it overdraws the budget alone.
  public func share(of cause: Cause) -> Double {
    cause.spent.seconds / budget.allowed.seconds
  }

  private static func excess(of one: Duration, over other: Duration) -> Duration {
    (try? Duration(seconds: max(0, one.seconds - other.seconds))) ?? .zero
  }
}
