import LifeDistributions
import Quantities
import Topology

/// Restorations of any law with a density, by repeated convolution on two grids, whose difference
/// bounds the error.
///
/// P(S(n) <= t) = ∫ g(y) P(S(n - 1) <= t - y) dy, and P(S(n) > t) = P(R > t) + ∫ g(y) P(S(n - 1) > t - y)
/// dy (Feller 1971, volume 2, section I.2): both tails are sums of positive terms.
struct NumericalTotal: RestorationTotal {
  private let failures: PoissonLaw
  private let life: LifeDistribution
  private let grids: [ConvolutionGrid]

  private static let tolerance = 1e-9
  private static let orders = [12, 16]
  private static let mostPanels = 120.0
  private static let mostSteps = 4e9
  /// A chance that a restoration is shorter, below which its density needn't be resolved.
  private static let negligible = Probability(uncheckedValue: 1e-18, complement: 1)

  /// Throws ``AlternatingProcessError/tooCostly(_:)`` where the limit is beyond 240 standard
  /// deviations of a restoration or below 1e-280 s, and what the law's functions throw.
  init(
    failures: PoissonLaw, restoration: Law, limit: Double
  ) throws(AlternatingProcessError) {
    self.failures = failures
    let (life, deviation, least) = try Self.life(of: restoration)
    self.life = life
    // Nothing about sums is steeper than the law itself.
    let length = 2 * deviation
    guard limit <= Self.mostPanels * length else {
      throw .tooCostly("restorations of which so many fit into the time")
    }
    guard limit > 1e-280 else { throw .tooCostly("restorations shorter than 1e-280 s") }
    var grids: [ConvolutionGrid] = []
    for order in Self.orders {
      let panels = TimePanels(
        upTo: limit, from: min(least, length / 2), noLongerThan: length, order: order)
      grids.append(try ConvolutionGrid(life, panels))
    }
    self.grids = grids
  }

  /// The functions of a law, its standard deviation, and a length that hardly any life is shorter than,
  /// both in seconds.
  private static func life(
    of law: Law
  ) throws(AlternatingProcessError) -> (LifeDistribution, Double, Double) {
    do throws(LifeDistributionError) {
      let life = try LifeDistribution(law)
      let least = try life.quantile(of: negligible).seconds
      return (life, try life.standardDeviation().seconds, least)
    } catch {
      throw .law(error)
    }
  }

  func fromUp() throws(AlternatingProcessError) -> Probability {
    try agreed { grid throws(AlternatingProcessError) in
      let none = SIMD2(failures.chance(of: 0), 0)
      return none + (try total(grid, from: 1, longerThan(grid)))
    }
  }

  func fromDown() throws(AlternatingProcessError) -> Probability {
    try agreed { grid throws(AlternatingProcessError) in
      try total(grid, from: 0, rests(grid))
    }
  }

  /// The finer grid's tails. Throws ``AlternatingProcessError/imprecise(_:)`` unless the coarser one's
  /// are the same to 1e-9, and their sum is 1 as nearly.
  private func agreed(
    _ tails: (ConvolutionGrid) throws(AlternatingProcessError) -> SIMD2<Double>
  ) throws(AlternatingProcessError) -> Probability {
    let (coarse, fine) = (try tails(grids[0]), try tails(grids[1]))
    let apart = max(abs(fine[0] - coarse[0]), abs(fine[1] - coarse[1]))
    let difference = max(apart, abs(fine[0] + fine[1] - 1))
    guard difference <= Self.tolerance else { throw .imprecise(difference) }
    return Probability(
      uncheckedValue: min(1, max(0, fine[0])), complement: min(1, max(0, fine[1])))
  }

  /// Both tails of one restoration at a grid's times.
  private func longerThan(
    _ grid: ConvolutionGrid
  ) throws(AlternatingProcessError) -> [SIMD2<Double>] {
    var pairs: [SIMD2<Double>] = []
    for time in grid.times {
      let tails = try grid.tails(at: time)
      pairs.append(SIMD2(tails.value, tails.complement))
    }
    return pairs
  }

  /// Both tails of what is left of a restoration that is met in steady state: E[min(R, t)] / E[R] and
  /// E[(R - t)+] / E[R] (Cox 1962, Renewal Theory, section 5.2).
  private func rests(
    _ grid: ConvolutionGrid
  ) throws(AlternatingProcessError) -> [SIMD2<Double>] {
    var pairs: [SIMD2<Double>] = []
    do throws(LifeDistributionError) {
      for time in grid.times {
        let age = (try? Duration(seconds: time)) ?? .zero
        let within = try life.expectedMinimum(with: age).seconds
        let beyond = try life.expectedExcess(over: age).seconds
        pairs.append(SIMD2(within, beyond) / life.mean.seconds)
      }
    } catch {
      throw .law(error)
    }
    return pairs
  }

  /// The mean over `count` or more failures; `first` are the tails that belong to `count`.
  private func total(
    _ grid: ConvolutionGrid, from count: Int, _ first: [SIMD2<Double>]
  ) throws(AlternatingProcessError) -> SIMD2<Double> {
    let longer = try longerThan(grid).map { SIMD2(0, $0[1]) }
    let steps = Double(grid.times.count * grid.times.count)
    var (count, tails, sums) = (count, first, SIMD2<Double>.zero)
    while true {
      let last = tails[tails.count - 1]
      sums += failures.chance(of: count) * last
      let rest = failures.tails(from: count + 1).value
      // Of more restorations none is within the limit, or there are none.
      if last[0] <= 1e-18 || rest <= 1e-18 * sums[1] { return sums + SIMD2(0, rest) }
      count += 1
      guard Double(count) * steps <= Self.mostSteps else {
        throw .tooCostly("restorations after so many failures")
      }
      tails = zip(grid.convolve(tails), longer).map { $0 + $1 }
    }
  }
}
