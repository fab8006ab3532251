import LifeDistributions
import Quantities
import Topology

/// One thing that is up for exponential times and down for restorations of any law, all independent.
public struct AlternatingProcess: Sendable {
  /// The state at the beginning of a window.
  public enum Start: String, Sendable, Hashable, CaseIterable {
    /// The window lies in a longer history.
    case steady
    /// It is new.
    case up
  }

  /// The mean up time.
  public let mtbf: Duration
  /// The law of its restorations.
  public let restoration: Law

  private static let mostFailures = 1e10

  /// A process. Throws ``AlternatingProcessError/mtbf`` and ``AlternatingProcessError/law(_:)``.
  public init(mtbf: Duration, restoration: Law) throws(AlternatingProcessError) {
    guard mtbf > .zero else { throw .mtbf }
    do throws(LifeDistributionError) {
      _ = try LifeDistribution(restoration)
    } catch {
      throw .law(error)
    }
    self.mtbf = mtbf
    self.restoration = restoration
  }

  /// The long-run availability, MTBF / (MTBF + MTTR). Both tails to two roundings.
  public var availability: Probability {
    let cycle = mtbf.seconds + restoration.mean.seconds
    return Probability(
      uncheckedValue: mtbf.seconds / cycle, complement: restoration.mean.seconds / cycle)
  }

  /// P(downtime in a window is at most `limit`) as `value`, P(it is longer) as `complement`.
  ///
  /// From up, with S(n) the sum of n restorations and N the number of failures in an up time of
  /// T - x, it is P(S(N) <= x), N being Poisson (Takács 1957, On certain sojourn time problems in the
  /// theory of stochastic processes, eq. 5); in steady state the rest of a restoration comes first with
  /// probability U. Both tails are sums of positive terms: with a closed form relative error below
  /// 1e-12 for up to 10^4 expected failures, 1e-10 beyond. Cost: one law of a sum for each number of
  /// failures that isn't beyond 1e-300.
  ///
  /// Exponential, hyperexponential, Erlang, gamma, uniform and fixed restorations have closed forms:
  /// microseconds to milliseconds, seconds for hundreds of uniform ones in steady state. Lognormal and Weibull ones, and in steady state gamma ones whose shape
  /// is no whole number, are convolved numerically: absolute error below 1e-9, which two grids and the
  /// sum of the tails must confirm, and below 1e-13 as measured; 1 ms to 3 s, more the more
  /// restorations fit into `limit` (up to 240 standard deviations of one) and the more failures are
  /// expected.
  ///
  /// Throws ``AlternatingProcessError``: ``AlternatingProcessError/noClosedForm(_:)`` for observed
  /// restorations, ``AlternatingProcessError/imprecise(_:)`` beyond 1e-9,
  /// ``AlternatingProcessError/tooCostly(_:)`` for more numerical work than that or more than 500
  /// uniform restorations, and for more than 10^10 expected failures or restorations
  /// ``AlternatingProcessError/tooManyFailures(_:)`` and
  /// ``AlternatingProcessError/tooManyRestorations(_:)``.
  public func downtime(
    atMost limit: Duration, in window: Duration, start: Start = .steady
  ) throws(AlternatingProcessError) -> Probability {
    guard limit < window else { return .certain }
    let uptime = window.seconds - limit.seconds
    let expected = uptime / mtbf.seconds
    guard expected <= Self.mostFailures else { throw .tooManyFailures(expected) }
    let failures = PoissonLaw(mean: expected)
    let restorations = limit.seconds / restoration.mean.seconds
    guard restorations <= Self.mostFailures else { throw .tooManyRestorations(restorations) }
    let total = try total(failures, mean: expected, limit: limit.seconds, start)
    let fromUp = try total.fromUp()
    guard start == .steady else { return fromUp }
    var mixture = ProbabilityMixture()
    mixture.add(fromUp, weight: availability.value)
    mixture.add(try total.fromDown(), weight: availability.complement)
    return mixture.probability
  }

  private func total(
    _ failures: PoissonLaw, mean expected: Double, limit: Double, _ start: Start
  ) throws(AlternatingProcessError) -> any RestorationTotal {
    let sums: any RestorationSums
    switch restoration {
    case .exponential(let mean): sums = ExponentialSums(mean: mean.seconds, length: limit)
    case .fixed(let length): sums = FixedSums(length: length.seconds)
    case .uniform(let from, let to): sums = UniformSums(from: from.seconds, to: to.seconds)
    case .erlang(let mean, let phases):
      sums = GammaSums(mean: mean.seconds, shape: Double(phases))
    case .gamma(let mean, let shape) where start == .up || shape == shape.rounded():
      sums = GammaSums(mean: mean.seconds, shape: shape)
    case .gamma(let mean, _), .lognormal(let mean, _), .weibull(let mean, _):
      // No restoration fits into no time, as none of a fixed length does.
      guard limit > 0 else {
        return CountedTotal(failures: failures, sums: FixedSums(length: mean.seconds), limit: 0)
      }
      return try NumericalTotal(failures: failures, restoration: restoration, limit: limit)
    case .hyperexponential:
      return try HyperexponentialTotal(failures: expected, limit: limit, restoration)
    case .empirical: throw .noClosedForm("sums of observed times")
    }
    return CountedTotal(failures: failures, sums: sums, limit: limit)
  }
}
