import Quantities
import ServiceLevels
import Topology

/// What would keep a promise as often as asked, of one component that is known exactly: each alone.
public struct ContractRemedies: Sendable, Hashable {
  /// The longest mean restoration; nil where none is short enough, or where any is.
  public let longestMeanRestoration: Duration?
  /// The shortest mean up time; nil where none is long enough, or where any is.
  public let shortestMeanUpTime: Duration?
  /// The largest availability that could be promised instead; nil where that isn't known.
  public let largestTarget: Probability?

  /// More failures than this in a window make forecasts dear.
  private static let mostFailures = 1_000.0

  /// The remedies for `question`, met with a probability of `required` or more. Cost: some 120
  /// forecasts; nil where they are dear, by the law of restorations or by their number.
  init?(
    _ process: AlternatingProcess, _ question: ContractQuestion, _ required: Probability,
    start: AlternatingProcess.Start
  ) {
    let failures = question.agreement.window.length.seconds / process.mtbf.seconds
    guard failures <= Self.mostFailures, process.restoration.isCheap else { return nil }
    longestMeanRestoration = try? process.longestMeanRestoration(
      meeting: question, withProbability: required, start: start)
    shortestMeanUpTime = try? process.shortestMeanUpTime(
      meeting: question, withProbability: required, start: start)
    largestTarget = try? process.largestTarget(
      of: question, withProbability: required, start: start)
  }
}

extension Law {
  /// True where sums of restorations have a closed form that takes microseconds.
  fileprivate var isCheap: Bool {
    switch self {
    case .exponential, .fixed: true
    default: false
    }
  }
}
