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

@Suite("Exact intervals of a mean time between events")
struct EventRateTests {
  private let confidence = lower(0.95)

  private func rate(_ events: Int, hours: UInt32 = 8_760) throws -> EventRate {
    try EventRate(events: events, in: .hours(hours))
  }

  #if GSL
    /// Source: tables of chi-square quantiles, 2 T / χ²(0.975, 2 n + 2) to 2 T / χ²(0.025, 2 n), in
    /// hours and to five digits.
    @Test(
      "8,760 h at 95 %",
      arguments: [(1, 1572.2, 346001), (5, 750.75, 5395.8), (20, 283.60, 717.06)])
    func known(events: Int, low: Double, high: Double) throws {
      let interval = try rate(events).meanTimeInterval(confidence: confidence)
      #expect(abs(interval.low.converted(to: .hour) / low - 1) < 5e-5)
      #expect(abs(try #require(interval.high).converted(to: .hour) / high - 1) < 5e-5)
      #expect(!interval.isOneSided)
      #expect(interval == (try rate(events).twoSidedMeanTimeInterval(confidence: confidence)))
    }

    /// Source: the incomplete gamma function inverted with mpmath at 40 digits, T = 1 s.
    @Test("against 40 digits, in both tails")
    func digits() throws {
      for row in Self.rows {
        let rate = try EventRate(events: row.events, in: .seconds(1))
        let interval = try rate.twoSidedMeanTimeInterval(confidence: upper(2 * row.half))
        #expect(agree(interval.low.seconds, row.low), "\(row)")
        #expect(agree(try #require(interval.high).seconds, row.high), "\(row)")
      }
    }

    @Test("an observation that ended with its last event has the lower bound of one event fewer")
    func endedByEvent() throws {
      let byEvent = try EventRate(events: 5, in: .hours(8_760), endedBy: .event)
      let interval = try byEvent.meanTimeInterval(confidence: confidence)
      let fewer = try rate(4).twoSidedMeanTimeInterval(confidence: confidence)
      #expect(interval.low == fewer.low)
      #expect(interval.high == (try rate(5).meanTimeInterval(confidence: confidence)).high)
    }

    /// The Poisson law summed, no chance about it. Each end of a range is where one count drops out.
    @Test("two-sided intervals cover the truth in 95 % of cases at any rate")
    func coverage() throws {
      var intervals: [ClosedRange<Double>] = []
      for events in 0...140 {
        let interval = try EventRate(events: events, in: .seconds(1))
          .twoSidedMeanTimeInterval(confidence: confidence)
        let low = interval.high.map { 1 / $0.seconds } ?? 0
        intervals.append(low...(1 / interval.low.seconds))
      }
      let edges = intervals.prefix(100).flatMap {
        [$0.lowerBound * (1 - 1e-9), $0.upperBound * (1 + 1e-9)]
      }
      for expected in edges + (1...240).map({ Double($0) / 4 }) where expected > 0 && expected < 70
      {
        #expect(Self.coverage(intervals, expected) >= 0.95, "\(expected) events expected")
      }
    }

    private static func coverage(_ intervals: [ClosedRange<Double>], _ expected: Double) -> Double {
      intervals.indices.reduce(0) { sum, events in
        guard intervals[events].contains(expected) else { return sum }
        return sum + exp(Double(events) * log(expected) - expected - lgamma(Double(events) + 1))
      }
    }
  #endif

  /// Source: -8760 / ln 0.05 and -8760 / ln 0.025.
  @Test("without an event the bound is one-sided, and needs no tables")
  func none() throws {
    let interval = try rate(0).meanTimeInterval(confidence: confidence)
    #expect(abs(interval.low.converted(to: .hour) - 2924.16) < 0.005)
    #expect(interval.high == nil)
    #expect(interval.isOneSided)
    let both = try rate(0).twoSidedMeanTimeInterval(confidence: confidence)
    #expect(abs(both.low.converted(to: .hour) - 2374.7) < 0.05)
    #expect(both.high == nil)
    #expect(try rate(0).meanTime == nil)
    #expect(try rate(4).meanTime == .hours(2_190))
  }

  @Test("counts and confidences out of range are refused")
  func refusals() throws {
    for (events, end) in [(-1, EventRate.End.time), (0, .event), (.max, .time), (.min, .time)] {
      #expect(throws: LifeDistributionError.self) {
        try EventRate(events: events, in: .hours(1), endedBy: end)
      }
    }
    #expect(throws: LifeDistributionError.self) { try EventRate(events: 1, in: .zero) }
    let rate = try rate(3)
    for confidence in [Probability.certain, .impossible] {
      #expect(throws: LifeDistributionError.self) {
        try rate.meanTimeInterval(confidence: confidence)
      }
      #expect(throws: LifeDistributionError.self) {
        try rate.meanTimeLowerBound(confidence: confidence)
      }
    }
  }

  struct Row: Sendable {
    let events: Int
    /// What each end leaves out.
    let half: Double
    let low: Double
    let high: Double
  }

  static let rows = [
    Row(events: 1, half: 1e-300, low: 0.0014340531759566114, high: 1.0e300),
    Row(events: 1, half: 1e-30, low: 0.013626422840737633, high: 1.0e30),
    Row(events: 1, half: 1e-9, low: 0.041771569234837843, high: 999999999.5),
    Row(events: 1, half: 0.025, low: 0.17948025920436488, high: 39.497890205207211),
    Row(events: 2, half: 1e-300, low: 0.0014220776175824683, high: 7.0710678118654752e149),
    Row(events: 2, half: 1e-30, low: 0.0129700737174261, high: 707106781186547.19),
    Row(events: 2, half: 1e-9, low: 0.037492098692066919, high: 22360.346439801144),
    Row(events: 2, half: 0.025, low: 0.13841428806223209, high: 4.1286609910713384),
    Row(events: 20, half: 1e-300, low: 0.0012792711788205684, high: 120418654182541.21),
    Row(events: 20, half: 1e-30, low: 0.0081173994830810653, high: 3.760064319663032),
    Row(events: 20, half: 1e-9, low: 0.016396860501154726, high: 0.28783366176334477),
    Row(events: 20, half: 0.025, low: 0.032374636283940661, high: 0.081856374314234327),
    Row(events: 1000, half: 1e-300, low: 0.00037476742788498974, high: 0.004274812945547917),
    Row(events: 1000, half: 1e-30, low: 0.00071004104166568185, high: 0.0014713874266746604),
    Row(events: 1000, half: 1e-9, low: 0.00083155407677774713, high: 0.0012167925841845854),
    Row(events: 1000, half: 0.025, low: 0.0009398919050477642, high: 0.0010649933282383278),
  ]
}
