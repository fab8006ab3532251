import LifeDistributions
import Quantities
import Testing
import Topology

@Suite("Quantiles undo distribution functions")
struct RoundTripTests {
  static let laws: [Law] = servedLives.map(\.law) + moreGammaLaws

  #if GSL
    private static let moreGammaLaws: [Law] = [0.05, 0.7, 1, 9.99, 10, 40, 1_234].map {
      .gamma(mean: .hours(7), shape: $0)
    }
  #else
    private static let moreGammaLaws: [Law] = []
  #endif

  /// Rounding a quantile and its ratio to the scale moves the tail by hazard × quantile × some
  /// 2^-53.
  @Test("from both tails, over 300 decades", arguments: laws)
  func bothTails(law: Law) throws {
    let life = try LifeDistribution(law)
    for power in stride(from: 1, through: 295, by: 7) {
      let tail = 0.45 * (try Probability.nines(power)).complement
      let low = try life.quantile(of: lower(tail))
      let high = try life.quantile(of: upper(tail))
      let (below, above) = (try life.distribution(at: low), try life.distribution(at: high))
      let lowBound = 1e-12 + 8e-16 * (try life.density(at: low)) * low.seconds / tail
      let highBound = 1e-12 + 8e-16 * (try life.hazard(at: high)) * high.seconds
      if low.seconds > 1e-290, law.isUnbounded {
        #expect(abs(below.value / tail - 1) < lowBound, "lower \(tail)")
        #expect(abs(above.complement / tail - 1) < highBound, "upper \(tail)")
      }
      #expect(low <= high)
    }
  }

  @Test("tails fall and rise with age, and sum to 1", arguments: laws)
  func monotone(law: Law) throws {
    let life = try LifeDistribution(law)
    var last = Probability.impossible
    for step in 0...400 {
      let age = try Duration(Double(step) / 20, .minute)
      let tails = try life.distribution(at: age)
      #expect(tails.value >= last.value * (1 - 1e-13))
      #expect(tails.complement <= last.complement * (1 + 1e-13))
      #expect(abs(tails.value + tails.complement - 1) < 1e-12)
      last = tails
    }
  }

  /// E[R; R >= b] = E[(R - b)+] + b P(R >= b), which the engine computes by three formulas.
  @Test("the three partial expectations agree", arguments: laws)
  func partialExpectations(law: Law) throws {
    let life = try LifeDistribution(law)
    for step in 0...200 {
      let age = try Duration(Double(step * step) / 10, .minute)
      let survival = try life.survival(at: age).value
      if survival < 1e-290 { break }
      let parts = try life.expectedExcess(over: age).seconds + age.seconds * survival
      let whole = try life.partialMean(from: age).seconds
      #expect(abs(parts - whole) <= 2e-12 * whole)
    }
  }

  /// E[min(R, b)] + E[(R - b)+] = E[R]; next to 0 all of an age is before the end of a life.
  @Test("what is before an age and what is beyond it make the mean", arguments: laws)
  func minima(law: Law) throws {
    let life = try LifeDistribution(law)
    for step in 0...200 {
      let age = try Duration(Double(step * step) / 10, .minute)
      let before = try life.expectedMinimum(with: age).seconds
      let sum = before + (try life.expectedExcess(over: age).seconds)
      #expect(abs(sum / life.mean.seconds - 1) < 2e-12)
      let survival = try life.survival(at: age).value
      #expect(before <= age.seconds * (1 + 1e-12))
      #expect(before >= age.seconds * survival * (1 - 1e-12))
    }
  }
}

extension Law {
  /// A uniform law's tails near its ends are differences of its arguments.
  var isUnbounded: Bool {
    if case .uniform = self { false } else { true }
  }
}
