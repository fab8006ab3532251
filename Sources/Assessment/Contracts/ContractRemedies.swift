import Quantities
import ServiceLevels

/// What would keep a promise as often as asked, of one component that is known exactly: each alone.
public struct ContractRemedies: Sendable, Hashable {
  /// The longest mean restoration; nil where none is short enough, or where any is.
  public let longestMeanRestoration: Duration?
  /// The shortest mean up time; nil where none is long enough, or where any is.
  public let shortestMeanUpTime: Duration?
  /// The largest availability that could be promised instead; nil where that isn't known.
  public let largestTarget: Probability?

  /// The remedies for `question`, met with a probability of `required` or more. Cost: some 120
  /// forecasts.
  init(
    _ process: AlternatingProcess, _ question: ContractQuestion, _ required: Probability,
    start: AlternatingProcess.Start
  ) {
    longestMeanRestoration = try? process.longestMeanRestoration(
      meeting: question, withProbability: required, start: start)
    shortestMeanUpTime = try? process.shortestMeanUpTime(
      meeting: question, withProbability: required, start: start)
    largestTarget = try? process.largestTarget(
      of: question, withProbability: required, start: start)
  }
}
