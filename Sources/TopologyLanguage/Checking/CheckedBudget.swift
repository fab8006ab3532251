import ServiceLevels

/// A budget that is asked about.
public struct CheckedBudget: Sendable, Hashable {
  /// What the target leaves.
  public let budget: ErrorBudget
  /// As written: `99.95% per month`.
  public let text: String

  init(_ percent: PercentSyntax, per window: WindowSyntax) throws(Diagnostic) {
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
  }
}
