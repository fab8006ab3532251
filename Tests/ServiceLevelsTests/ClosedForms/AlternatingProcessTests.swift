import LifeDistributions
import Quantities
import ServiceLevels
import Testing
import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Downtime of one alternating process: known answers, and what must hold of any.
@Suite("Alternating processes")
struct AlternatingProcessTests {
  private func exponential(_ mtbf: Double, _ mttr: Double) throws -> AlternatingProcess {
    try AlternatingProcess(
      mtbf: try Duration(seconds: mtbf * 3_600),
      restoration: .exponential(mean: try Duration(seconds: mttr * 3_600)))
  }

  private func hours(_ count: Double) throws -> Duration { try Duration(seconds: count * 3_600) }

  private func isClose(_ value: Double, _ known: Double, _ digits: Double = 1e-11) -> Bool {
    abs(value - known) <= digits * known
  }

  /// Takács 1957, closed form; a transform inversion agrees to 12 digits.
  @Test(
    "steady start",
    arguments: [(8_760.0, 12.0, 0.471438037932), (730.0, 0.365, 0.514844567406)])
  func steady(window: Double, limit: Double, longer: Double) throws {
    let process = try exponential(720, 1)
    let tails = try process.downtime(atMost: try hours(limit), in: try hours(window))
    #expect(isClose(tails.complement, longer))
    #expect(abs(tails.value + tails.complement - 1) < 1e-13)
  }

  /// Sums of gamma tails with 30 digits; the window is 30 d.
  @Test(
    "started up, exponential restorations",
    arguments: [
      (999.0, 0.72, 0.688308108973), (1_999.0, 0.072, 0.715140488572),
      (1_999.0, 0.36, 0.775954456106),
    ])
  func up(mtbf: Double, limit: Double, within: Double) throws {
    let process = try exponential(mtbf, 1)
    let tails = try process.downtime(atMost: try hours(limit), in: .days(30), start: .up)
    #expect(isClose(tails.value, within))
  }

  @Test("started up, fixed restorations")
  func fixed() throws {
    let process = try AlternatingProcess(mtbf: .hours(999), restoration: .fixed(.hours(1)))
    let tails = try process.downtime(atMost: try hours(0.72), in: .days(30), start: .up)
    // Not one failure in 719.28 h: exp(-0.72).
    #expect(isClose(tails.value, 0.48675225596, 1e-10))
  }

  /// MTBF 1000 h, MTTR 10 h, started up, 8760 h: exp(-8.76), and percentiles to seven digits.
  @Test("the distribution of a year")
  func year() throws {
    let process = try exponential(1_000, 10)
    func longer(_ limit: Double) throws -> Double {
      try process.downtime(atMost: try hours(limit), in: try hours(8_760), start: .up).complement
    }
    #expect(isClose(1 - (try longer(0)), 1.568846e-4, 1e-6))
    for (limit, chance) in [(81.731351, 0.5), (161.790706, 0.05), (202.630387, 0.01)] {
      #expect(isClose(try longer(limit), chance, 1e-6))
    }
  }

  @Test("tails keep their digits where they are tiny")
  func tinyTails() throws {
    let process = try exponential(1e9, 1)
    let tails = try process.downtime(atMost: .hours(20), in: .days(30), start: .up)
    // One failure in 700 h of up time, whose restoration outlasts 20 h; two are 1e-6 of it.
    let one = 700e-9 * exp(-20)
    #expect(abs(tails.complement / one - 1) < 2e-5)
  }

  @Test("all of the window is always enough")
  func wholeWindow() throws {
    let tails = try exponential(10, 1).downtime(atMost: .days(30), in: .days(30))
    #expect(tails == .certain)
  }

  #if GSL
    @Test("an Erlang law of one phase is exponential, from up and steady")
    func erlang() throws {
      let known = try exponential(100, 2)
      let process = try AlternatingProcess(
        mtbf: .hours(100), restoration: .erlang(mean: .hours(2), phases: 1))
      for start in AlternatingProcess.Start.allCases {
        let ours = try process.downtime(atMost: .hours(9), in: .days(30), start: start)
        let theirs = try known.downtime(atMost: .hours(9), in: .days(30), start: start)
        #expect(isClose(ours.value, theirs.value))
        #expect(isClose(ours.complement, theirs.complement))
      }
    }

    @Test("many phases come close to a fixed length")
    func manyPhases() throws {
      let many = try AlternatingProcess(
        mtbf: .hours(100), restoration: .erlang(mean: .hours(2), phases: 4_000))
      let fixed = try AlternatingProcess(mtbf: .hours(100), restoration: .fixed(.hours(2)))
      for start in AlternatingProcess.Start.allCases {
        let ours = try many.downtime(atMost: .hours(9), in: .days(30), start: start)
        let theirs = try fixed.downtime(atMost: .hours(9), in: .days(30), start: start)
        #expect(abs(ours.value - theirs.value) < 1e-3)
      }
    }
  #endif

  @Test("a process is up for a time")
  func refusals() throws {
    #expect(throws: AlternatingProcessError.mtbf) {
      try AlternatingProcess(mtbf: .zero, restoration: .fixed(.hours(1)))
    }
  }
}
