import LifeDistributions
import Quantities
import RandomStreams
import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is believed of one number of a topology that isn't known for sure.
public enum Belief: Sendable, Hashable {
  /// A positive number (a time in seconds, a flow, a shape) that lies between two with probability
  /// 90 %, and below and above them with 5 % each; lognormal.
  case positive(low: Double, high: Double)
  /// A probability that lies between two with probability 90 %; its log odds are normal.
  case probability(low: Probability, high: Probability)
  /// A mean time per event, of which `events` were seen in the total time `exposure`: what is
  /// believed of the rate is Gamma(events + 1/2, exposure), the posterior of Jeffreys' prior (Jeffreys
  /// 1961, section 3.1).
  case timePerEvent(events: Int, exposure: Duration)
  /// A probability of which `events` of `trials` came true: Beta(events + 1/2, trials - events + 1/2),
  /// the posterior of Jeffreys' prior.
  case chance(events: Int, trials: Int)

  /// Why nothing can be believed so; nil when it can.
  public var flaw: String? {
    switch self {
    case .positive(let low, let high): Self.flaw(low: low, high: high)
    case .probability(let low, let high): Self.flaw(low: low, high: high)
    case .timePerEvent(let events, let exposure): Self.flaw(events: events, exposure: exposure)
    case .chance(let events, let trials): Self.flaw(events: events, trials: trials)
    }
  }

  private static func flaw(low: Double, high: Double) -> String? {
    guard low > 0, high.isFinite else { return "its ends must be above 0" }
    return low < high ? nil : "its lower end must come first, and below the upper"
  }

  private static func flaw(low: Probability, high: Probability) -> String? {
    guard low.value > 0, high.complement > 0 else {
      return "its ends must lie above 0% and below 100%"
    }
    let isOrdered = low.value < high.value || low.complement > high.complement
    return isOrdered ? nil : "its lower end must come first, and below the upper"
  }

  private static func flaw(events: Int, exposure: Duration) -> String? {
    guard (0...100_000_000).contains(events) else { return "it counts 0 to 100,000,000 events" }
    return exposure > .zero ? nil : "the time in which its events were counted must be above 0"
  }

  private static func flaw(events: Int, trials: Int) -> String? {
    guard (1...1_000_000_000).contains(trials) else { return "it counts 1 to 1,000,000,000 trials" }
    return (0...trials).contains(events) ? nil : "its events are 0 to as many as its trials"
  }
}

/// A value of an uncertain input.
public struct InputValue: Sendable, Hashable {
  /// The number: a time in seconds, a flow in its unit, a probability, or a number without unit.
  public let number: Double
  /// 1 minus the number for a probability, carried on its own; 0 for all else.
  public let complement: Double

  /// A number that is no probability.
  public init(_ number: Double) {
    self.number = number
    complement = 0
  }

  init(_ number: Double, complement: Double) {
    self.number = number
    self.complement = complement
  }

  /// A probability.
  public init(_ probability: Probability) {
    number = probability.value
    complement = probability.complement
  }

  /// The value as a probability.
  public var probability: Probability {
    Probability(uncheckedValue: number, complement: complement)
  }
}

/// Quantiles.
extension Belief {
  /// The 0.95 quantile of the standard normal law.
  public static let ninetyPercentFactor = 1.644853626951472714864

  /// The mean and the standard deviation of the normal logarithm, or log odds, of a range; nil for a
  /// posterior. Relative error below 4e-16 of the larger end.
  public var normalScale: (mean: Double, deviation: Double)? {
    switch self {
    case .positive(let low, let high): Self.scale(log(low), log(high))
    case .probability(let low, let high): Self.scale(low.logOdds, high.logOdds)
    case .timePerEvent, .chance: nil
    }
  }

  private static func scale(_ low: Double, _ high: Double) -> (mean: Double, deviation: Double) {
    ((low + high) / 2, (high - low) / (2 * ninetyPercentFactor))
  }

  /// The value that is exceeded with the complement of `probability`, neither of whose tails may be 0.
  ///
  /// Relative error below 1e-13 of a range, 1e-11 of a posterior, in both tails. Throws
  /// ``LifeDistributionError``; without the trait GSL a posterior has no quantile.
  public func quantile(of probability: Probability) throws(LifeDistributionError) -> InputValue {
    if let scale = normalScale {
      return value(atLogarithm: scale.mean + scale.deviation * Self.score(of: probability))
    }
    switch self {
    case .timePerEvent(let events, let exposure):
      let shape = Double(events) + 0.5
      let gamma = try LifeDistribution(.gamma(mean: exposure, shape: shape))
      let rate = try gamma.quantile(of: probability.inverted)
      return InputValue(exposure.seconds / shape * (exposure.seconds / rate.seconds))
    case .chance(let events, let trials):
      let beta = BetaDistribution(
        first: Double(events) + 0.5, second: Double(trials - events) + 0.5)
      return InputValue(try beta.quantile(of: probability))
    case .positive, .probability: return InputValue(.nan)
    }
  }

  /// The standard normal quantile, from the smaller tail.
  private static func score(of probability: Probability) -> Double {
    probability.value < probability.complement
      ? -ReproducibleFunctions.upperNormalQuantile(probability.value)
      : ReproducibleFunctions.upperNormalQuantile(probability.complement)
  }

  /// The value whose logarithm, or log odds, is `logarithm`.
  func value(atLogarithm logarithm: Double) -> InputValue {
    guard case .probability = self else { return InputValue(exp(logarithm)) }
    return InputValue(
      Probability(uncheckedValue: 1 / (1 + exp(-logarithm)), complement: 1 / (1 + exp(logarithm))))
  }

  /// The value that lies above and below with the same probability. Throws
  /// ``LifeDistributionError``.
  public func median() throws(LifeDistributionError) -> InputValue {
    guard let scale = normalScale else {
      return try quantile(of: Probability(uncheckedValue: 0.5, complement: 0.5))
    }
    return value(atLogarithm: scale.mean)
  }
}

extension Probability {
  /// log(p / (1 - p)), from both tails.
  fileprivate var logOdds: Double { log(value) - log(complement) }
}
