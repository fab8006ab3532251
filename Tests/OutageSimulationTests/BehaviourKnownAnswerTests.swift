import OutageSimulation
import Quantities
import Testing
import Topology

/// Figures of systems with a history that are known in closed form, or from chains solved exactly.
@Suite("Simulations of known systems with a history")
struct BehaviourKnownAnswerTests {
  private typealias Systems = BehaviourSystems

  /// E[(R - B)+] in minutes for R of mean 30 min: 30 exp(-B / 30), and the lognormal law of sigma 1.
  @Test(
    "an absorbed outage",
    arguments: [
      (10, false, 21.495939), (30, false, 11.036383), (60, false, 4.0600585),
      (10, true, 21.098556), (30, true, 11.487748), (60, true, 5.7183035),
    ])
  func absorbed(minutes: UInt32, isLognormal: Bool, excess: Double) async throws {
    let part = try Systems.component(100, 0.5) {
      isLognormal ? .lognormal(mean: $0, sigma: 1) : .exponential(mean: $0)
    }
    let effects: [AfterEffect] = [
      .absorption(.minutes(minutes)), .buffer(Buffer(holds: .minutes(minutes))),
    ]
    for effect in effects {
      let topology = try Systems.topology(
        Definition("x", .expression(.component(part)), afterEffects: [effect]))
      let result = try await Systems.simulate(topology, hours: 730)
      let down = try #require(result.unavailability)
      // One outage in 100.5 h.
      #expect(abs(down.deviation(from: excess / 60 / 100.5)) < 4)
    }
  }

  @Test("a lag of fixed length")
  func lag() async throws {
    // Up while the last restoration is a lag or more ago: A exp(-r / MTBF).
    let part = try Systems.component(20, 1)
    let topology = try Systems.topology(
      Definition(
        "x", .expression(.component(part)), afterEffects: [.lag(.fixed(.hours(2)))]))
    let result = try await Systems.simulate(topology, runs: 100_000)
    let up = 20.0 / 21 * 0.904837418035960
    #expect(abs(try #require(result.unavailability).deviation(from: 1 - up)) < 4)
  }

  @Test(
    "one crew for a group: the long run",
    arguments: [(1, 2, 1.25968381936e-4), (3, 5, 2.99770632418e-5)])
  func oneCrew(need: Int, count: Int, known: Double) async throws {
    let topology = try Systems.group(need, of: count, mtbf: 1000, mttr: 8) { $0.crews = 1 }
    let result = try await Systems.simulate(topology)
    #expect(abs(try #require(result.unavailability).deviation(from: known)) < 4)
  }

  /// 2 of 3, MTBF 1000 h, MTTR 1 h, one crew.
  @Test("one crew for three, of which two are needed")
  func oneCrewOfThree() async throws {
    let topology = try Systems.group(2, of: 3, mtbf: 1000, mttr: 1) { $0.crews = 1 }
    let result = try await Systems.simulate(topology)
    #expect(abs(try #require(result.unavailability).deviation(from: 5.988000036e-6)) < 4)
  }

  /// The window's downtime, by uniformisation of the chain.
  @Test("one crew for three: a year with more than 5 h down")
  func oneCrewTail() async throws {
    let topology = try Systems.group(2, of: 3, mtbf: 500, mttr: 5) { $0.crews = 1 }
    let result = try await Systems.simulate(topology) { $0.thresholds = [.hours(5)] }
    let probability = try #require(result.exceedances.first).probability
    #expect(abs(probability.deviation(from: 0.351203963488)) < 4)
  }

  /// Thirty a month, 5 % of which fail, an hour to restore: 90 min a month.
  @Test("deployments")
  func deployments() async throws {
    let changes = Changes(
      every: .days(1), failing: try .percent(5), restoration: .fixed(.hours(1)))
    let topology = try Systems.topology(Definition("x", .changes(changes)))
    let result = try await Systems.simulate(topology, hours: 720, runs: 200_000)
    #expect(abs(try #require(result.downtime?.mean).deviation(from: 90 * 60)) < 4)
  }

  /// With a canary of 1 % for 10 min that catches 90 %: 9.15 min of all users a month.
  @Test("deployments with a canary")
  func canary() async throws {
    let canary = Changes.Canary(
      share: try .percent(1), length: .minutes(10), catches: try .percent(90))
    let changes = Changes(
      every: .days(1), failing: try .percent(5), restoration: .fixed(.hours(1)), canary: canary)
    let topology = try Systems.topology(Definition("x", .changes(changes)))
    let result = try await Systems.simulate(topology, hours: 720, runs: 1_000_000) {
      $0.records = .levels
    }
    var lost = 0.0
    var variance = 0.0
    for level in result.levels where level.level < 1 {
      let minutes = 720 * 60 * (1 - level.level)
      lost += minutes * level.share.value
      let error = minutes * (level.share.standardError ?? 0)
      variance += error * error
    }
    // Shares of one replication rise together, so that errors add at most.
    #expect(abs(lost - 9.15) < 4 * (2 * variance).squareRoot())
    #expect(variance > 0)
  }
}
