import LifeDistributions
import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A law that is one of several exponentials, each with a probability. All functions are sums of
/// positive terms, their error that of the branches.
struct ExponentialMixture: LengthLaw {
  /// One of the exponentials.
  struct Branch {
    /// 0 to 1.
    let probability: Double
    /// Per second, above 0.
    let rate: Double
  }

  private let branches: [Branch]

  /// Nil unless the probabilities sum to 1 and the branches' means to the mean, in seconds, which is
  /// known in another way: each within 1e-12, so that no error of the branches goes unseen.
  init?(_ branches: [Branch], checkedMean mean: Double) {
    self.branches = branches
    guard branches.allSatisfy({ $0.rate > 0 }) else { return nil }
    let total = branches.reduce(0) { $0 + $1.probability }
    let found = sum { 1 / $0 }
    guard abs(total - 1) <= 1e-12, abs(found / mean - 1) <= 1e-12 else { return nil }
  }

  private func sum(_ term: (Double) -> Double) -> Double {
    branches.reduce(0) { $0 + $1.probability * term($1.rate) }
  }

  func survival(at age: Duration) -> Probability {
    Probability(
      uncheckedValue: min(1, sum { exp(-age.seconds * $0) }),
      complement: min(1, sum { -expm1(-age.seconds * $0) }))
  }

  func expectedExcess(over age: Duration) throws(LifeDistributionError) -> Duration {
    try Self.duration(sum { exp(-age.seconds * $0) / $0 })
  }

  func expectedMinimum(with age: Duration) throws(LifeDistributionError) -> Duration {
    try Self.duration(sum { -expm1(-age.seconds * $0) / $0 })
  }

  private static func duration(_ seconds: Double) throws(LifeDistributionError) -> Duration {
    guard let duration = try? Duration(seconds: seconds) else { throw .tooLarge("a mean outage") }
    return duration
  }
}
