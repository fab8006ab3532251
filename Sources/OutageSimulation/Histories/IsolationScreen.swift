import RandomStreams

/// Which failures can be passed over without being drawn.
///
/// All up times being exponential, failures come as one Poisson stream of rate Λ. While all is up, a
/// failure is *isolated* when its restoration takes at most δ and the next failure comes later
/// than δ: it overlaps nothing, and unless its component takes the service down alone it changes
/// nothing. Such failures are independent trials with one probability, so the number of them before
/// the next one that may matter is geometric, and the time that they take is δ each plus a sum of
/// exponentials: a thousand cost as much as one.
struct IsolationScreen: Sendable {
  /// Failures a nanosecond.
  let rate: Double
  /// Nanoseconds.
  let delta: Double
  /// 1 / -log(P(isolated)); 0 when nothing is passed over.
  let skipFactor: Double
  /// Given that a failure may matter, the probability that this is for its restoration or its
  /// component rather than for the failure that follows.
  let slowShare: Double
  /// P(the next failure comes within δ).
  let followedShare: Double
  /// All components, by rate.
  let failing: AliasTable
  /// Components by the rate of failures that matter for themselves.
  let slow: AliasTable
  /// Components by the rate of failures with a restoration of at most δ.
  let quick: AliasTable
  /// For each life and each kind of place (0 redundant, 1 single point) the probability of a
  /// restoration that counts as longer than δ.
  let tails: [Double]

  /// The share of a life's failures that is slow.
  @inline(__always)
  func tail(life: Int, isSinglePoint: Bool) -> Double { tails[2 * life + (isSinglePoint ? 1 : 0)] }

  /// `singlePoints`: components that change the service alone.
  init(_ lives: ComponentLives, singlePoints: [Bool]) {
    let rates = lives.lifeOfComponent.indices.map { lives[$0].rate }
    rate = lives.totalRate
    failing = AliasTable(rates)
    let best = Self.candidates(lives).map { Choice(lives, rates, singlePoints, delta: $0) }
      .min { $0.mattering < $1.mattering }
    let choice = best ?? Choice(lives, rates, singlePoints, delta: 0)
    delta = choice.delta
    tails = choice.tails
    followedShare = choice.followed
    slowShare = choice.mattering > 0 ? choice.slow / choice.mattering : 1
    // Passing over fewer than half costs more than it saves.
    skipFactor = choice.mattering < 0.5 ? 1 / SmallDifferences.minusLogOfComplement(choice.mattering) : 0
    let tailOf = rates.indices.map { component in
      choice.tails[
        2 * Int(lives.lifeOfComponent[component]) + (singlePoints[component] ? 1 : 0)]
    }
    let hasQuick = zip(rates, tailOf).contains { $0 > 0 && $1 < 1 }
    slow = AliasTable(zip(rates, tailOf).map { $0 * $1 })
    quick = hasQuick ? AliasTable(zip(rates, tailOf).map { $0 * (1 - $1) }) : failing
  }

  /// Lengths worth trying: multiples of the restoration times that occur.
  private static func candidates(_ lives: ComponentLives) -> [Double] {
    var result: [Double] = []
    for life in lives.lives where life.rate > 0 {
      for power in 1...12 {
        if let length = life.restoration.quantile(tail: Choice.tail(3 * power)) {
          result.append(length)
        }
      }
    }
    // Trying one costs a look at every component.
    let limit = max(6, min(200, 20_000 / max(1, lives.lifeOfComponent.count)))
    let step = result.count / limit + 1
    return result.sorted().enumerated().filter { $0.offset % step == 0 }.map(\.element)
  }

  /// What follows from one δ.
  private struct Choice {
    let delta: Double
    var tails: [Double] = []
    let slow: Double
    let followed: Double
    let mattering: Double

    /// Probabilities of the grid on which the shares of slow restorations are chosen.
    static func tail(_ place: Int) -> Double { StableFunctions.exp(-Double(place) * 0.2) }

    init(
      _ lives: ComponentLives, _ rates: [Double], _ singlePoints: [Bool], delta: Double
    ) {
      self.delta = delta
      for life in lives.lives { tails += [Self.smallestTail(life.restoration, delta), 1] }
      var slowRate = 0.0
      for (component, rate) in rates.enumerated() {
        let life = Int(lives.lifeOfComponent[component])
        slowRate += rate * tails[2 * life + (singlePoints[component] ? 1 : 0)]
      }
      let total = lives.totalRate
      slow = total > 0 ? slowRate / total : 1
      followed = SmallDifferences.complementOfExponential(total * delta)
      mattering = slow + (1 - slow) * followed
    }

    /// The smallest probability of the grid whose quantile is at most δ, safely so for roundings.
    private static func smallestTail(_ law: SampledLaw, _ delta: Double) -> Double {
      func fits(_ tail: Double) -> Bool {
        law.quantile(tail: tail).map { $0 * (1 + 1e-9) <= delta } ?? false
      }
      if law.form == .fixed { return law.scale <= delta ? 0 : 1 }
      guard fits(tail(1)) else { return 1 }
      var low = 1
      var high = 400
      while high - low > 1 {
        let middle = (low + high) / 2
        if fits(tail(middle)) { low = middle } else { high = middle }
      }
      return tail(low)
    }
  }
}
