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

/// Downtime by restorations of every law.
@Suite("Restorations of every law")
struct RestorationTotalTests {
  private func hours(_ count: Double) throws -> Duration { try Duration(seconds: count * 3_600) }

  private func check(_ known: KnownDowntime, within error: Double) throws {
    let process = try AlternatingProcess(
      mtbf: try hours(known.mtbf), restoration: known.restoration)
    for (start, within) in [(AlternatingProcess.Start.up, known.up), (.steady, known.steady)] {
      let tails = try process.downtime(
        atMost: try hours(known.limit), in: try hours(known.window), start: start)
      #expect(abs(tails.value - within) < error)
      #expect(abs(tails.complement - (1 - within)) < error)
    }
  }

  @Test("uniform and hyperexponential restorations", arguments: KnownDowntime.closed)
  func closed(known: KnownDowntime) throws {
    try check(known, within: 5e-14)
  }

  /// MTBF 10^9 h: one failure in 30 d, and 10^-6 of it a second one.
  private func chanceOfOneLong(_ law: Law, _ limit: Double) throws -> Double {
    let process = try AlternatingProcess(mtbf: try hours(1e9), restoration: law)
    let tails = try process.downtime(atMost: try hours(limit), in: .days(30), start: .up)
    return tails.complement / ((720 - limit) * 1e-9)
  }

  @Test("rare long restorations keep their digits")
  func rareClosed() throws {
    let uniform = Law.uniform(from: .minutes(30), to: .minutes(90))
    #expect(abs(try chanceOfOneLong(uniform, 1.4) / 0.1 - 1) < 1e-4)
    let mixed = Law.hyperexponential(mean: .hours(1), coefficientOfVariation: 3)
    let share = (1 - 0.8.squareRoot()) / 2
    let longer = share * exp(-2 * share * 100) + (1 - share) * exp(-2 * (1 - share) * 100)
    #expect(abs(try chanceOfOneLong(mixed, 100) / longer - 1) < 1e-4)
  }

  @Test("a coefficient of variation of 1 is exponential, with thousands of failures too")
  func exponentialMixture() throws {
    let mixture = try AlternatingProcess(
      mtbf: .hours(1),
      restoration: .hyperexponential(mean: .minutes(4), coefficientOfVariation: 1))
    let known = try AlternatingProcess(
      mtbf: .hours(1), restoration: .exponential(mean: .minutes(4)))
    for start in AlternatingProcess.Start.allCases {
      for limit in [500.0, 550, 600] {
        let ours = try mixture.downtime(atMost: try hours(limit), in: .days(365), start: start)
        let theirs = try known.downtime(atMost: try hours(limit), in: .days(365), start: start)
        #expect(abs(ours.value / theirs.value - 1) < 1e-11)
        #expect(abs(ours.complement / theirs.complement - 1) < 1e-11)
      }
    }
  }

  @Test("a limit that hardly ever is exceeded")
  func farTail() throws {
    let process = try AlternatingProcess(
      mtbf: .hours(55),
      restoration: .hyperexponential(mean: .minutes(18), coefficientOfVariation: 1.001))
    let tails = try process.downtime(atMost: .hours(920), in: .hours(6_800))
    #expect(tails.value == 1 && tails.complement < 1e-280)
  }

  @Test("observed lengths, and more sums than can be taken, are refused")
  func refusals() throws {
    let observed = Law.empirical(try ObservedLives([.minutes(5), .minutes(50)]))
    let process = try AlternatingProcess(mtbf: .days(1), restoration: observed)
    #expect(throws: AlternatingProcessError.noClosedForm("sums of observed times")) {
      try process.downtime(atMost: .hours(1), in: .days(30))
    }
    let unlike = Law.hyperexponential(mean: .hours(1), coefficientOfVariation: 1e5)
    let many = Law.uniform(from: .zero, to: .seconds(2))
    for law in [unlike, many] {
      let process = try AlternatingProcess(mtbf: .minutes(1), restoration: law)
      #expect {
        try process.downtime(atMost: .hours(12), in: .days(30), start: .up)
      } throws: { error in
        guard case .tooCostly = error as? AlternatingProcessError else { return false }
        return true
      }
    }
  }

  #if GSL
    @Test(
      "lognormal, Weibull and fractional gamma restorations", arguments: KnownDowntime.numerical)
    func numerical(known: KnownDowntime) throws {
      try check(known, within: 1e-13)
    }

    @Test("a Weibull law of shape 1 is exponential")
    func exponentialWeibull() throws {
      let weibull = try AlternatingProcess(
        mtbf: .hours(60), restoration: .weibull(mean: .hours(1), shape: 1))
      let known = try AlternatingProcess(
        mtbf: .hours(60), restoration: .exponential(mean: .hours(1)))
      for start in AlternatingProcess.Start.allCases {
        for limit in [0, 0.001, 0.5, 12] {
          let ours = try weibull.downtime(atMost: try hours(limit), in: .days(30), start: start)
          let theirs = try known.downtime(atMost: try hours(limit), in: .days(30), start: start)
          #expect(abs(ours.value - theirs.value) < 1e-13)
          #expect(abs(ours.complement - theirs.complement) < 1e-13)
        }
      }
    }

    @Test("the chance of a rare long lognormal restoration is one of its own")
    func rareLognormal() throws {
      let law = Law.lognormal(mean: .hours(1), sigma: 1)
      let life = try LifeDistribution(law)
      let longer = try life.survival(at: .hours(20)).value
      #expect(abs(try chanceOfOneLong(law, 20) / longer - 1) < 1e-4)
    }

    @Test("narrow restorations of which many fit into the time are refused")
    func tooCostly() throws {
      let process = try AlternatingProcess(
        mtbf: .days(1), restoration: .lognormal(mean: .hours(1), sigma: 0.1))
      #expect(
        throws: AlternatingProcessError.tooCostly("restorations of which so many fit into the time")
      ) {
        try process.downtime(atMost: .hours(100), in: .days(365))
      }
    }
  #endif
}
