import LifeDistributions
import Quantities
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Exact intervals of a probability")
struct ProportionIntervalTests {
  private let confidence = lower(0.95)

  #if GSL
    /// Source: the incomplete beta function inverted with mpmath at 30 digits.
    @Test("against 30 digits")
    func known() throws {
      let interval = try ProportionInterval(hits: 5, of: 50, confidence: confidence)
      #expect(agree(interval.low.value, 0.033275093589022474))
      #expect(agree(interval.low.complement, 0.96672490641097753))
      #expect(agree(interval.high.value, 0.21813536643420227))
      #expect(interval.share.value == 0.1)
    }

    @Test("hits and misses exchanged exchange the tails", arguments: [(0, 7), (3, 9), (12, 500)])
    func symmetry(hits: Int, trials: Int) throws {
      let one = try ProportionInterval(hits: hits, of: trials, confidence: confidence)
      let other = try ProportionInterval(hits: trials - hits, of: trials, confidence: confidence)
      #expect(one.low == other.high.inverted)
      #expect(one.high == other.low.inverted)
    }

    /// The binomial law summed, no chance about it; at the very ends of intervals, where it is least.
    @Test(
      "intervals cover the truth in 95 % of cases at any probability",
      arguments: [1, 2, 3, 5, 10, 29, 100])
    func coverage(trials: Int) throws {
      let intervals = try (0...trials).map {
        try ProportionInterval(hits: $0, of: trials, confidence: confidence)
      }
      let ends = intervals.flatMap { [$0.low.value * (1 - 1e-9), $0.high.value * (1 + 1e-9)] }
      for chance in ends + (1..<50).map({ Double($0) / 50 }) where chance > 0 && chance < 1 {
        var covered = 0.0
        for (hits, interval) in intervals.enumerated()
        where interval.low.value <= chance && chance <= interval.high.value {
          covered += Self.binomial(hits, trials, chance)
        }
        #expect(covered >= 0.95, "\(trials) trials of \(chance)")
      }
    }

    private static func binomial(_ hits: Int, _ trials: Int, _ chance: Double) -> Double {
      let (k, n) = (Double(hits), Double(trials))
      let choices = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
      return exp(choices + k * log(chance) + (n - k) * log1p(-chance))
    }

    @Test("a billion trials still settle")
    func large() throws {
      let interval = try ProportionInterval(
        hits: 1_000, of: 1_000_000_000, confidence: confidence)
      // Nearly Poisson: 1,000 events of an expected 938.97 to 1063.95.
      #expect(abs(interval.low.value * 1e9 / 938.9730 - 1) < 1e-4)
      #expect(abs(interval.high.value * 1e9 / 1063.9521 - 1) < 1e-4)
    }
  #endif

  /// Source: 1 - 0.025^(1 / 10) = 0.3084971078187608 and 1 - 0.05^(1 / 10) = 0.2588655508930523
  /// (mpmath).
  @Test("no hit, or only hits, need no tables and lose no tail")
  func ends() throws {
    let none = try ProportionInterval(hits: 0, of: 10, confidence: confidence)
    #expect(none.low == .impossible)
    #expect(agree(none.high.value, 0.3084971078187608))
    let all = try ProportionInterval(hits: 10, of: 10, confidence: confidence)
    #expect(all.high == .certain)
    #expect(agree(all.low.complement, 0.3084971078187608))
    let bound = try ProportionInterval.upperBound(hits: 0, of: 10, confidence: confidence)
    #expect(agree(bound.value, 0.2588655508930523))
    let sure = try ProportionInterval.upperBound(hits: 0, of: 1, confidence: upper(1e-300))
    #expect(agree(sure.complement, 1e-300))
  }

  @Test(
    "counts and confidences out of range are refused",
    arguments: [(1, 0), (-1, 5), (6, 5), (.min, 5), (0, .max), (.max, .max), (0, -1)])
  func refusals(hits: Int, trials: Int) throws {
    #expect(throws: LifeDistributionError.self) {
      try ProportionInterval(hits: hits, of: trials, confidence: confidence)
    }
    for confidence in [Probability.certain, .impossible] {
      #expect(throws: LifeDistributionError.self) {
        try ProportionInterval(hits: 0, of: 5, confidence: confidence)
      }
    }
  }
}
