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
  /// The mean time between failures of the stream, 1 / Λ, in nanoseconds.
  let meanGap: Double
  /// Nanoseconds.
  let delta: Double
  /// 1 / -log(P(isolated)); 0 when nothing is passed over.
  let skipFactor: Double
  /// P(the next failure comes within δ).
  let followedShare: Double
  /// All components, by rate.
  let failing: AliasTable
  /// Failures that may matter. A place below the number of components is a failure that matters for
  /// itself: its restoration is slow, or its component changes the service alone. Above, it is one
  /// with a quick restoration that is followed by another within δ.
  let mattering: AliasTable
  /// What counts as slow, for each life.
  let slowness: [Slowness]

  /// The restorations of a life that count as longer than δ.
  struct Slowness: Sendable, Hashable {
    /// Their share, 1 for all.
    let tail: Double
    /// The shortest of them, in nanoseconds.
    let bound: Double
  }

  /// `singlePoints`: components that change the service alone.
  init(_ lives: ComponentLives, singlePoints: [Bool]) {
    let rates = lives.lifeOfComponent.indices.map { lives[$0].rate }
    let total = lives.totalRate
    meanGap = 1 / total
    failing = AliasTable(rates)
    let best = Self.candidates(lives)
      .map { Choice(lives, rates, total: total, singlePoints, delta: $0) }
      .min { $0.mattering < $1.mattering }
    let choice = best ?? Choice(lives, rates, total: total, singlePoints, delta: 0)
    delta = choice.delta
    slowness = choice.slowness
    followedShare = choice.followed
    // Passing over fewer than half costs more than it saves.
    skipFactor =
      choice.mattering < 0.5 ? 1 / SmallDifferences.minusLogOfComplement(choice.mattering) : 0
    let slow = rates.indices.map { component in
      singlePoints[component]
        ? 1 : choice.slowness[Int(lives.lifeOfComponent[component])].tail
    }
    mattering = AliasTable(
      zip(rates, slow).map { $0 * $1 } + zip(rates, slow).map { $0 * (1 - $1) * choice.followed })
  }

  /// Lengths worth trying: multiples of the restoration times that occur.
  private static func candidates(_ lives: ComponentLives) -> [Double] {
    var result: [Double] = []
    for life in lives.lives where life.rate > 0 {
      for power in 1...12 {
        if let length = lives.laws.quantile(of: life.restoration, tail: Choice.tail(3 * power)) {
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
    let slowness: [Slowness]
    let followed: Double
    let mattering: Double

    /// Probabilities of the grid on which the shares of slow restorations are chosen.
    static func tail(_ place: Int) -> Double { ReproducibleFunctions.exp(-Double(place) * 0.2) }

    init(
      _ lives: ComponentLives, _ rates: [Double], total: Double, _ singlePoints: [Bool],
      delta: Double
    ) {
      self.delta = delta
      let slowness = lives.lives.map { Self.slowness($0.restoration, lives.laws, delta) }
      var slowRate = 0.0
      for (component, rate) in rates.enumerated() {
        let life = Int(lives.lifeOfComponent[component])
        slowRate += rate * (singlePoints[component] ? 1 : slowness[life].tail)
      }
      let slow = total > 0 ? slowRate / total : 1
      followed = SmallDifferences.complementOfExponential(total * delta)
      mattering = slow + (1 - slow) * followed
      self.slowness = slowness
    }

    private static func slowness(
      _ law: SampledLaw, _ laws: LawCatalogue, _ delta: Double
    ) -> Slowness {
      // Between two observed lengths no share is exact but that of the longer ones.
      if law.form == .observed {
        let split = laws.tables[law.table].split(at: delta)
        return Slowness(tail: split.tail, bound: split.bound)
      }
      let tail = smallestTail(law, delta)
      return Slowness(tail: tail, bound: tail < 1 ? law.quantile(tail: tail) ?? delta : 0)
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
