import Quantities
import RandomStreams

extension WeightedTally {
  /// Whether P(the first promise is met in a window) is at least `required`, at an error of at most
  /// `error`; nil while that can't be told.
  ///
  /// The bound of Chernoff and Hoeffding (Hoeffding 1963, theorem 1) holds for any number of
  /// replications, whose windows missed are shares from 0 to the largest weight; with 100 of them on
  /// either side the normal law, which is narrower, takes its place.
  func decision(_ required: Probability, error: Double) -> Bool? {
    guard let contract = header.plan.contracts.first, replications > 1 else { return nil }
    guard contract.untouched.isMet else { return false }
    let windows = Double(contract.terms.question.windows)
    guard let missed = mean({ $0.contracts[0].missed })?.divided(by: windows) else { return nil }
    let allowed = required.complement
    if hasManyOfBoth, let spread = missed.standardError, spread > 0 {
      let reach = ReproducibleFunctions.upperNormalQuantile(error / 2) * spread
      if abs(missed.value - allowed) <= reach { return nil }
      return missed.value < allowed
    }
    let heaviest = isConditioned ? header.scale : 1
    let divergence = Self.divergence(missed.value / heaviest, allowed / heaviest)
    // One side at a time, half of the error each.
    guard divergence * replications > -ReproducibleFunctions.log(error / 2) else { return nil }
    return missed.value < allowed
  }

  private var hasManyOfBoth: Bool {
    let broken = classes.reduce(0.0) { $0 + Double($1.content.contracts[0].broken) }
    return broken >= 100 && (isConditioned || replications - broken >= 100)
  }

  /// The Kullback-Leibler divergence of two chances in nats, 0 or more: of what was seen from what is
  /// supposed. Infinite where the supposed cannot be.
  static func divergence(_ seen: Double, _ supposed: Double) -> Double {
    guard supposed < 1 else { return seen < 1 ? .infinity : 0 }
    func part(_ seen: Double, _ supposed: Double) -> Double {
      seen > 0 ? seen * ReproducibleFunctions.log(seen / supposed) : 0
    }
    return part(seen, supposed) + part(1 - seen, 1 - supposed)
  }
}
