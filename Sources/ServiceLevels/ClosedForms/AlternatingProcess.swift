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
  /// probability U. Both tails are sums of positive terms: relative error below 1e-12 for up to 10^4
  /// expected failures, 1e-10 beyond. Cost: one law of a sum for each number of failures that
  /// isn't beyond 1e-300.
  ///
  /// Exponential, Erlang, gamma and fixed restorations have closed forms. Throws
  /// ``AlternatingProcessError`` for others, for gamma restorations in steady state whose shape is no
  /// whole number, and for more than 10^10 expected failures or restorations.
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
    let sums = try sums(upTo: limit.seconds)
    let fromUp = try mixed(failures) { count throws(AlternatingProcessError) in
      count == 0 ? .certain : try sums.sum(of: count, atMost: limit.seconds)
    }
    guard start == .steady else { return fromUp }
    let fromDown = try mixed(failures) { count throws(AlternatingProcessError) in
      try sums.rest(and: count, atMost: limit.seconds)
    }
    var mixture = ProbabilityMixture()
    mixture.add(fromUp, weight: availability.value)
    mixture.add(fromDown, weight: availability.complement)
    return mixture.probability
  }

  /// The mean over the number of failures.
  private func mixed(
    _ failures: PoissonLaw, _ tails: (Int) throws(AlternatingProcessError) -> Probability
  ) throws(AlternatingProcessError) -> Probability {
    var mixture = ProbabilityMixture()
    for (place, chance) in failures.chances.enumerated() {
      mixture.add(try tails(failures.first + place), weight: chance)
    }
    return mixture.probability
  }

  private func sums(
    upTo length: Double
  ) throws(AlternatingProcessError) -> any RestorationSums {
    switch restoration {
    case .exponential(let mean): return ExponentialSums(mean: mean.seconds, length: length)
    case .fixed(let length): return FixedSums(length: length.seconds)
    case .gamma(let mean, let shape): return GammaSums(mean: mean.seconds, shape: shape)
    case .erlang(let mean, let phases):
      return GammaSums(mean: mean.seconds, shape: Double(phases))
    case .weibull: throw .noClosedForm("sums of Weibull times")
    case .lognormal: throw .noClosedForm("sums of lognormal times")
    case .hyperexponential: throw .noClosedForm("sums of hyperexponential times")
    case .uniform: throw .noClosedForm("sums of uniform times")
    case .empirical: throw .noClosedForm("sums of observed times")
    }
  }
}
