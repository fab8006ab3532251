import LifeDistributions
import Quantities
import Topology

/// Restorations that are one of two exponential times.
///
/// An exponential time of the slow rate q r is a geometric number of those of the fast rate r, so that
/// all restorations together last K times of rate r, and are within x where K events or more fall
/// into x. K is a compound Poisson number, whose chances follow each other by Panjer 1981 (Recursive
/// evaluation of a family of compound distributions, theorem 1); all terms are positive. Cost: a step
/// for each value of K that isn't beyond 1e-17 of the longer tail or 1e-300, at most 800 / q and four
/// times the failures expected.
struct HyperexponentialTotal: RestorationTotal {
  /// Failures expected.
  let failures: Double
  /// The slow rate by the fast one: P(a slow restoration ends with a time of the fast rate).
  let ending: Double
  /// Events of the fast rate within the limit.
  let events: PoissonLaw

  private static let mostSteps = 1e8

  /// Throws ``AlternatingProcessError/tooCostly(_:)`` beyond 10^8 steps.
  init(failures: Double, limit: Double, _ law: Law) throws(AlternatingProcessError) {
    let rates = try Self.rates(of: law)
    self.failures = failures
    ending = min(1, rates[1] / rates[0])
    let expected = limit * rates[0]
    guard expected + 4 * failures + 800 / ending <= Self.mostSteps else {
      throw .tooCostly("hyperexponential restorations that are so many or so unlike")
    }
    events = PoissonLaw(mean: expected)
  }

  private static func rates(of law: Law) throws(AlternatingProcessError) -> [Double] {
    do throws(LifeDistributionError) {
      guard case .hyperexponential(_, let rates) = try LifeDistribution(law).parameters
      else { throw .invalidLaw("it is no mixture of two exponentials") }
      return rates
    } catch {
      throw .law(error)
    }
  }

  func fromUp() -> Probability {
    total { $0.chance }
  }

  /// What is left is fast or slow with equal chances, since both kinds take up the same time.
  func fromDown() -> Probability {
    total { ($0.before + ending * $0.geometric) / 2 }
  }

  /// The chances of K up to a common factor, one value after another.
  private struct Panjer {
    var count = 0
    /// P(K = count).
    var chance = 1.0
    /// P(K = count - 1).
    var before = 0.0
    /// Σ θ^(j - 1) P(K = count - j).
    var geometric = 0.0
    /// Σ j θ^(j - 1) P(K = count - j).
    var weighted = 0.0

    mutating func advance(_ total: HyperexponentialTotal) {
      before = chance
      geometric = before + (1 - total.ending) * geometric
      weighted = geometric + (1 - total.ending) * weighted
      count += 1
      // A slow restoration is as much rarer as it takes longer.
      let mean = (before + total.ending * total.ending * weighted) / (1 + total.ending)
      chance = total.failures / Double(count) * mean
    }

    mutating func scale(by factor: Double) {
      chance *= factor
      before *= factor
      geometric *= factor
      weighted *= factor
    }
  }

  /// The mean of both tails over K, whose chances are divided by their sum at the end.
  private func total(_ weight: (Panjer) -> Double) -> Probability {
    var panjer = Panjer()
    var (value, complement) = (0.0, 0.0)
    // K has the mean 2 F / (1 + q) of F failures; beyond twice that its chances fall.
    let bulk = 4 * Int(failures) + 4
    var isOver = false
    while !isOver {
      let chance = weight(panjer)
      let tails = events.tails(from: panjer.count)
      value += chance * tails.value
      complement += chance * tails.complement
      let least = max(1e-17 * ending * complement, 1e-300 * (value + complement))
      isOver = panjer.count > bulk && chance <= least
      if value + complement > 1e200 {
        panjer.scale(by: 1e-200)
        value *= 1e-200
        complement *= 1e-200
      }
      panjer.advance(self)
    }
    let whole = value + complement
    return Probability(uncheckedValue: value / whole, complement: complement / whole)
  }
}
