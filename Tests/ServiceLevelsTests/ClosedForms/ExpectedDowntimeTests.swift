import LifeDistributions
import Quantities
import ServiceLevels
import Testing
import Topology

/// Mean downtime of one alternating process.
@Suite("Mean downtime")
struct ExpectedDowntimeTests {
  private func hours(_ count: Double) throws -> Duration { try Duration(seconds: count * 3_600) }

  private struct Case: Sendable {
    let mtbf: Double
    let mttr: Double
    let window: Double
    let mean: Double
    let source: String
  }

  private static let formula = "U (T - (1 - e^(-s T)) / s) with 60 digits"

  private static let cases = [
    Case(
      mtbf: 1_000, mttr: 10, window: 8_760, mean: 86.634643662, source: "known to nine decimals"),
    Case(
      mtbf: 1000.0, mttr: 10.0, window: 8760.0, mean: 86.634643662386041, source: formula),
    Case(
      mtbf: 8760.0, mttr: 2.0, window: 8760.0, mean: 1.9990870706498007, source: formula),
    Case(
      mtbf: 999.0, mttr: 1.0, window: 720.0, mean: 0.719001, source: formula),
    Case(
      mtbf: 1000000000.0, mttr: 0.5, window: 720.0, mean: 3.5974999982025e-7, source: formula),
    Case(
      mtbf: 1000.0, mttr: 1.0, window: 1.0e-9, mean: 4.9999999983316673e-22, source: formula),
    Case(
      mtbf: 1000.0, mttr: 1.0, window: 0.001, mean: 4.9983320840835139e-10, source: formula),
    Case(
      mtbf: 1000.0, mttr: 1.0, window: 0.5, mean: 0.00010651433500213582, source: formula),
    Case(
      mtbf: 1000.0, mttr: 1.0, window: 0.999, mean: 0.0003671441535997144, source: formula),
    Case(
      mtbf: 1000.0, mttr: 1.0, window: 1.001, mean: 0.00036840786627307454, source: formula),
    Case(
      mtbf: 1.0, mttr: 1000.0, window: 720.0, mean: 718.28271628471429, source: formula),
  ]

  @Test("from up, in windows of every length", arguments: Self.cases)
  private func up(known: Case) throws {
    let process = try AlternatingProcess(
      mtbf: try hours(known.mtbf), restoration: .exponential(mean: try hours(known.mttr)))
    let mean = try process.expectedDowntime(in: try hours(known.window), start: .up)
    let digits = known.source == Self.formula ? 4e-15 : 1e-11
    #expect(abs(mean.converted(to: .hour) / known.mean - 1) < digits)
  }

  @Test("in steady state U times the window, whatever the law")
  func steady() throws {
    let laws: [Law] = [
      .exponential(mean: .hours(1)), .fixed(.hours(1)), .lognormal(mean: .hours(1), sigma: 2),
      .empirical(try ObservedLives([.minutes(30), .minutes(90)])),
    ]
    for law in laws {
      let process = try AlternatingProcess(mtbf: .hours(999), restoration: law)
      let mean = try process.expectedDowntime(in: .days(30))
      #expect(abs(mean.seconds / 2_592 - 1) < 1e-15)
    }
  }

  @Test("the mean is the area under the chance of more")
  func area() throws {
    let process = try AlternatingProcess(
      mtbf: .hours(100), restoration: .exponential(mean: .hours(2)))
    for start in AlternatingProcess.Start.allCases {
      // Simpson's rule over steps of 15 min up to 120 h, beyond which chances are below 1e-15.
      var area = 0.0
      for step in 0...480 {
        let limit = try hours(Double(step) / 4)
        let longer = try process.downtime(atMost: limit, in: .days(30), start: start).complement
        let weight = step == 0 || step == 480 ? 1.0 : step.isMultiple(of: 2) ? 2 : 4
        area += weight * longer * 900 / 3
      }
      let mean = try process.expectedDowntime(in: .days(30), start: start).seconds
      #expect(abs(area / mean - 1) < 1e-8)
    }
  }

  @Test("other restorations from up are refused")
  func refusal() throws {
    let process = try AlternatingProcess(mtbf: .hours(999), restoration: .fixed(.hours(1)))
    #expect(
      throws: AlternatingProcessError.noClosedForm(
        "the mean downtime from up unless restorations are exponential")
    ) {
      try process.expectedDowntime(in: .days(30), start: .up)
    }
  }
}
