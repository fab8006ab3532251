import Quantities
import RandomStreams

/// Tells whether a promise is met in a window as often as required, from shares of missed windows.
///
/// Windows of one history depend on one another, and a rare history may miss all of them, so that no
/// normal law is trusted. Two bounds hold for shares of any law from 0 to the heaviest weight and for
/// any number of histories: that of Chernoff and Hoeffding (Hoeffding 1963, theorem 1) and that of the
/// empirical variance (Maurer and Pontil 2009, theorem 4). Each takes half of the error.
struct ContractDecision: Sendable, Hashable {
  /// The mean share of windows missed, and its standard error, 0 where none varies.
  let missed: Double
  let spread: Double
  let replications: Double
  /// The largest share of one history, its weight included.
  let heaviest: Double
  /// True where all windows are missed from the beginning.
  let isLost: Bool
  /// True where only histories with outages are drawn, whose chance the heaviest weight bounds.
  let isConditioned: Bool

  /// Whether P(the promise is met in a window) is at least `required`, at an error of at most `error`;
  /// nil where that can't be told.
  func isMet(_ required: Probability, error: Double) -> Bool? {
    if isLost { return false }
    let allowed = required.complement
    // What is missed needs an outage, and one is this rare at most.
    if isConditioned, heaviest <= allowed { return true }
    guard replications > 1 else { return nil }
    return isApart(allowed, error) ? missed < allowed : nil
  }

  private func isApart(_ allowed: Double, _ error: Double) -> Bool {
    // Two bounds, and either side of each.
    let divergence = Self.divergence(missed / heaviest, allowed / heaviest)
    if divergence * replications > -ReproducibleFunctions.log(error / 4) { return true }
    let log = -ReproducibleFunctions.log(error / 8)
    let reach =
      (2 * log).squareRoot() * spread + 7 * heaviest * log / (3 * (replications - 1))
    return abs(missed - allowed) > reach
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

extension WeightedTally {
  /// What is known of the first promise: the share of windows missed, and histories with one at least.
  struct Chances {
    let missed: Estimate
    let broken: Double
  }

  /// Of the first promise, where one is asked about.
  var chances: Chances? {
    guard let plan = header.plan.contracts.first, plan.untouched.isMet else { return nil }
    let windows = Double(plan.terms.question.windows)
    guard let missed = mean({ $0.contracts[0].missed })?.divided(by: windows) else { return nil }
    return Chances(
      missed: missed,
      broken: classes.reduce(0) { $0 + Double($1.content.contracts[0].broken) })
  }

  /// What is known about the promise at a place; nil when too little was drawn.
  func decision(ofContract place: Int) -> ContractDecision? {
    let plan = header.plan.contracts[place]
    let windows = Double(plan.terms.question.windows)
    guard let missed = mean({ $0.contracts[place].missed })?.divided(by: windows) else {
      return nil
    }
    return ContractDecision(
      missed: missed.value, spread: missed.standardError ?? 0, replications: replications,
      heaviest: isConditioned ? header.scale : 1, isLost: !plan.untouched.isMet,
      isConditioned: isConditioned)
  }
}
