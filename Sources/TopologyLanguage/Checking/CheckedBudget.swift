import OutageSimulation
import Quantities
import ServiceLevels

/// A budget that is asked about.
public struct CheckedBudget: Sendable, Hashable {
  /// What the target leaves.
  public let budget: ErrorBudget
  /// As written: `99.95% per month`.
  public let text: String
  /// The shares of requests that fail whose times are asked.
  public let errorRatios: [Probability]
  /// True where the promise excludes planned maintenance.
  public let excludesMaintenance: Bool
  /// What spends it, and the simulation that tells; nil where the budget alone is asked about.
  public let spending: CheckedSimulation?

  /// The budget of a percentage and a window.
  init(
    _ percent: PercentSyntax, per window: WindowSyntax, errors: PercentSyntax? = nil
  ) throws(Diagnostic) {
    let target = try QuantityReading.value(percent)
    do throws(ServiceLevelError) {
      budget = try ErrorBudget(target: target, period: window.value)
    } catch .window {
      throw Diagnostic(
        .valueOutOfRange, ServiceLevelError.window.description, at: window.span, fixes: ["month"])
    } catch {
      throw Diagnostic(.valueOutOfRange, error.description, at: percent.span, fixes: ["99.99%"])
    }
    text = "\(percent.text) per \(window.text)"
    errorRatios =
      try errors.map { share throws(Diagnostic) in [try Self.ratio(share)] }
      ?? BurnRateRules.usualErrorRatios
    excludesMaintenance = false
    spending = nil
  }

  private static func ratio(_ share: PercentSyntax) throws(Diagnostic) -> Probability {
    let value = try QuantityReading.value(share)
    guard value.value > 0 else {
      throw Diagnostic(
        .valueOutOfRange, "without errors no alert fires; write a share above 0%", at: share.span,
        fixes: ["2%"])
    }
    return value
  }

  /// The budget that a promise leaves, which is called by `name`.
  init(_ assumed: AssumedAgreement, _ name: Identifier) throws(Diagnostic) {
    let agreement = assumed.agreement
    do throws(ServiceLevelError) {
      budget = try ErrorBudget(target: agreement.target, period: agreement.window)
    } catch {
      throw Diagnostic(.valueOutOfRange, error.description, at: name.span)
    }
    text = "\(name.text), \(agreement.summary)"
    errorRatios = BurnRateRules.usualErrorRatios
    excludesMaintenance = agreement.excludesMaintenance
    spending = nil
  }

  /// The same budget, spent by something.
  private init(_ budget: CheckedBudget, _ spending: CheckedSimulation) {
    self.budget = budget.budget
    text = budget.text
    errorRatios = budget.errorRatios
    excludesMaintenance = budget.excludesMaintenance
    self.spending = spending
  }

  /// The budget, and what spends it.
  func spent(by spending: CheckedSimulation) -> CheckedBudget { CheckedBudget(self, spending) }
}
