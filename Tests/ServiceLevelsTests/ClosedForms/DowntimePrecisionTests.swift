import LifeDistributions
import Quantities
import ServiceLevels
import Testing
import Topology

/// The precision that exact downtime states, against sums with 40 digits and more.
@Suite("Precision of downtime")
struct DowntimePrecisionTests {
  private func hours(_ count: Double) throws -> Duration { try Duration(seconds: count * 3_600) }

  private func isClose(_ ours: Double, _ known: Double, _ digits: Double) -> Bool {
    abs(ours - known) <= digits * known
  }

  /// Hours; P(downtime <= limit) and P(downtime > limit), from up and in steady state. Source: mpmath,
  /// 45 digits, Σ Poisson(n; (T - x) / MTBF) P(Poisson(x / MTTR) >= n), each tail on its own.
  private struct Case: Sendable {
    let window: Double
    let mtbf: Double
    let mttr: Double
    let limit: Double
    let up: [Double]
    let steady: [Double]
  }

  private static let cases = [
    Case(
      window: 8_760, mtbf: 1, mttr: 0.0625, limit: 450, up: [2.44878950447514179e-19, 1],
      steady: [2.43870634589868306e-19, 1]),
    Case(
      window: 8_760, mtbf: 1, mttr: 0.0625, limit: 600, up: [1, 1.4133923829067201e-27],
      steady: [1, 1.42049215674664647e-27]),
    Case(
      window: 8_760, mtbf: 1, mttr: 0.0625, limit: 530,
      up: [0.973682375036724068, 0.0263176249632759316],
      steady: [0.973654400393178532, 0.0263455996068214685]),
    Case(
      window: 87_600, mtbf: 10, mttr: 0.5, limit: 5_000, up: [1, 2.40407844251612488e-38],
      steady: [1, 2.41563218110328699e-38]),
    Case(
      window: 87_600, mtbf: 10, mttr: 0.5, limit: 3_000, up: [6.02727750789216494e-94, 1],
      steady: [5.98187452173659082e-94, 1]),
  ]

  @Test("thousands of failures, down to tails of 1e-94", arguments: Self.cases)
  private func thousands(known: Case) throws {
    let process = try AlternatingProcess(
      mtbf: try hours(known.mtbf), restoration: .exponential(mean: try hours(known.mttr)))
    for (start, tails) in [(AlternatingProcess.Start.up, known.up), (.steady, known.steady)] {
      let ours = try process.downtime(
        atMost: try hours(known.limit), in: try hours(known.window), start: start)
      #expect(isClose(ours.value, tails[0], 1e-12))
      #expect(isClose(ours.complement, tails[1], 1e-12))
    }
  }

  /// Source: the same sum with 40 digits, whose root the percentiles are, to ten digits.
  @Test(
    "percentiles of a year from up",
    arguments: [
      (1_000.0, 10.0, 81.731351151615, 0.5), (1_000, 10, 161.790706417111, 0.05),
      (1_000, 10, 202.630387264270, 0.01), (8_760, 2, 7.831966806612, 0.05),
      (8_760, 2, 12.346399296881, 0.01),
    ])
  func percentiles(mtbf: Double, mttr: Double, limit: Double, chance: Double) throws {
    let process = try AlternatingProcess(
      mtbf: try hours(mtbf), restoration: .exponential(mean: try hours(mttr)))
    let tails = try process.downtime(atMost: try hours(limit), in: .days(365), start: .up)
    #expect(isClose(tails.complement, chance, 1e-11))
  }

  #if GSL
    /// Source: mpmath, 40 digits, Σ Poisson(n; (T - x) / MTBF) P(n shape, shape x / mean); 30 d.
    @Test(
      "gamma restorations of fractional shape, from up",
      arguments: [
        ([100.0, 2, 0.7, 9], 0.297887822397007136, 0.702112177602992864),
        ([100.0, 2, 2.5, 9], 0.213035355763292676, 0.786964644236707324),
        ([1000.0, 1, 0.5, 0.36], 0.667549193470221189, 0.332450806529778811),
        ([100.0, 2, 2.5, 60], 0.999999924243829966, 7.57561700344794341e-8),
      ])
    func gamma(figures: [Double], within: Double, longer: Double) throws {
      let process = try AlternatingProcess(
        mtbf: try hours(figures[0]),
        restoration: .gamma(mean: try hours(figures[1]), shape: figures[2]))
      let ours = try process.downtime(atMost: try hours(figures[3]), in: .days(30), start: .up)
      #expect(isClose(ours.value, within, 1e-12))
      #expect(isClose(ours.complement, longer, 1e-12))
    }
  #endif
}
