import Foundation
import RandomStreams
import Testing

@Suite("Samples follow their laws")
struct DistributionTests {
  // 2 exp(-2 x^2) = 1e-6: the limit of Kolmogorov's law for sqrt(n) times the largest distance.
  private static let kolmogorovBound = 2.6935

  @Test("Kolmogorov and Smirnov's distance of 200,000 values", arguments: testedVariates)
  func distance(variate: Variate) {
    let values = sample(variate, count: 200_000).sorted()
    let n = Double(values.count)
    var largest = 0.0
    for (rank, value) in values.enumerated() {
      let expected = variate.cumulative(value)
      largest = max(largest, expected - Double(rank) / n, Double(rank + 1) / n - expected)
    }
    #expect(largest * n.squareRoot() < Self.kolmogorovBound)
  }

  @Test("mean and variance of a million values", arguments: testedVariates)
  func moments(variate: Variate) {
    let values = sample(variate, count: 1_000_000)
    let n = Double(values.count)
    let law = variate.moments
    let mean = values.reduce(0, +) / n
    let squares = values.map { ($0 - law.mean) * ($0 - law.mean) }.reduce(0, +) / n
    let meanError = (law.variance / n).squareRoot()
    let squareError = ((law.fourth - law.variance * law.variance) / n).squareRoot()
    #expect(abs(mean - law.mean) < zScoreBound * meanError)
    #expect(abs(squares - law.variance) < zScoreBound * squareError)
  }

  // Lag 8 is the same lane again, lag 1 the neighbouring one.
  @Test("no correlation at short lags", arguments: [1, 2, 4, 7, 8, 9, 16])
  func serialCorrelation(lag: Int) {
    let values = sample(.normal, count: 1_000_000)
    let products = zip(values, values.dropFirst(lag)).map { $0 * $1 }
    let z = products.reduce(0, +) / Double(products.count).squareRoot()
    #expect(abs(z) < zScoreBound)
  }

  @Test("no correlation between the streams of neighbouring seeds")
  func neighbours() {
    let one = sample(.normal, count: 1_000_000, seed: 1)
    let two = sample(.normal, count: 1_000_000, seed: 2)
    let z = zip(one, two).map { $0 * $1 }.reduce(0, +) / Double(one.count).squareRoot()
    #expect(abs(z) < zScoreBound)
  }

  @Test("each of the 64 bits is set half of the time")
  func bits() {
    let some = words(count: 1_000_000)
    // 5.62: one time in a million for the worst of 64.
    for bit in 0..<64 {
      let set = some.count { $0 >> bit & 1 == 1 }
      #expect(abs(Double(set) - 500_000) < 5.62 * 500)
    }
  }

  @Test("uniforms stay inside the open interval", arguments: [UInt64.min, .max])
  func openInterval(word: UInt64) {
    let u = Variate.openUniform(word)
    #expect(u > 0 && u < 1)
    #expect(u == (word == 0 ? 0x1p-53 : 1 - 0x1p-53))
  }

  @Test("with k leading zeros no value passes the quantile at 2^-(k+1)", arguments: 0..<52)
  func screening(zeros: Int) throws {
    let smallest = UInt64(1) << (63 - zeros)
    for variate in [Variate.exponential, .normal, .lognormal(sigma: 1.2), .weibull(shape: 0.7)] {
      let bound = try #require(variate.value(ofWord: smallest))
      for word in words(seed: UInt64(zeros), count: 1000) {
        let other = word >> zeros | smallest
        #expect(try #require(variate.value(ofWord: other)) <= bound)
      }
    }
  }

  @Test("neighbouring words never come out in the wrong order", arguments: [0, 1, 2, 5, 10, 30])
  func monotone(zeros: UInt64) throws {
    // Uniforms near 0 and near 1, and the seams of the normal quantile's pieces at 0.075 and 0.925.
    let seams = [UInt64(0x1333_3333_3333_3000), 0xeccc_cccc_cccc_c000].flatMap { seam in
      (0..<1000).map { seam &+ ($0 << 12) &- (500 << 12) }
    }
    for word in words(count: 20_000).map({ $0 >> zeros }) + seams {
      let next = max(word, word &+ 0x1000)
      for variate in [Variate.exponential, .normal] {
        #expect(try #require(variate.value(ofWord: next)) <= #require(variate.value(ofWord: word)))
      }
    }
  }
}
