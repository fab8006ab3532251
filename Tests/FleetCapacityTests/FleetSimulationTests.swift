import Quantities
import Testing
import Topology

@testable import FleetCapacity

@Suite("Fleets simulated, with replacement")
struct FleetSimulationTests {
  private func expect(_ estimate: Estimate, near exact: Double) throws {
    let error = try #require(estimate.standardError)
    // Beyond 5.5 standard errors four times in a hundred million.
    #expect(abs(estimate.value - exact) < 5.5 * error, "\(estimate) against \(exact)")
  }

  private func run(_ simulation: FleetSimulation, _ runs: Int = 400) async throws -> FleetFigures {
    try #require(try await simulation.run(runs: runs))
  }

  @Test("Without replacement the shares of time are those of the exact law")
  func exactShares() async throws {
    let zones = try ["a", "b", "c"].map {
      try zone($0, 4, instance: life(2e5, 8e3), zone: life(1e6, 2e4))
    }
    let fleet = try fleet(zones, demand: 9)
    for overload in [
      Overload(), Overload(split: .equallyOverZones),
      Overload(split: .equallyOverZones, response: .cascade(threshold: 1.1)),
    ] {
      let law = try fleet.deliveredCapacity(overload)
      let horizon = try Duration(seconds: 4e6)
      let figures = try await run(
        FleetSimulation(fleet, overload: overload, horizon: horizon, seed: 3))
      try expect(figures.shareShort, near: law.fullService.complement)
      try expect(figures.unservedLoad.divided(by: 4e6), near: law.meanUnserved)
      #expect(figures.substitutes.value == 0 && figures.substitutes.standardError == nil)
    }
  }

  struct Laws: Sendable {
    let up: Law
    let restoration: Law
    let lead: Law
  }

  /// Restorations and lead times of kinds that have an exact min(R, L), after up times of any kind.
  static let laws = [
    Laws(
      up: .exponential(mean: .days(2)), restoration: .exponential(mean: .hours(6)),
      lead: .fixed(.minutes(30))),
    Laws(
      up: .exponential(mean: .days(2)), restoration: .exponential(mean: .hours(6)),
      lead: .exponential(mean: .hours(1))),
    Laws(
      up: .erlang(mean: .days(2), phases: 3),
      restoration: .uniform(from: .hours(1), to: .hours(5)), lead: .fixed(.hours(2))),
    Laws(
      up: .weibull(mean: .days(2), shape: 1.5), restoration: .fixed(.hours(2)),
      lead: .lognormal(mean: .hours(2), sigma: 0.8)),
    // Fixed lengths: clocks that began together would fail together for ever.
    Laws(up: .fixed(.days(2)), restoration: .fixed(.hours(6)), lead: .fixed(.hours(5))),
  ]

  @Test("Slots that are replaced have the exact figures of min(R, L)", arguments: laws)
  func closedForm(_ laws: Laws) async throws {
    let life = AlternatingLife(up: laws.up, restoration: laws.restoration)
    let fleet = try fleet([try zone("a", 6, instance: life)], demand: 5)
    let replacement = Replacement(leadTime: laws.lead)
    let exact = try fleet.shortfalls(replacement: replacement)
    let simulation = try FleetSimulation(
      fleet, replacement: replacement, horizon: .days(60), seed: 4)
    let figures = try await run(simulation)
    try expect(figures.shareShort, near: exact.fullService.complement)
    try expect(figures.shortfalls, near: exact.frequency.events(in: .days(60)))
    let seconds = Duration.days(60).seconds
    try expect(figures.unservedLoad.divided(by: seconds), near: exact.meanUnserved)
  }

  /// Source: 1 / (1 / 6 + 1 / 2) h; the mean of min(R, t) of an exponential R is r (1 - e^(-t /
  /// r)).
  @Test("The mean of min(R, L)")
  func meanRestoration() throws {
    let hours = Law.exponential(mean: .hours(6))
    let both = Replacement(leadTime: .exponential(mean: .hours(2)))
    #expect(abs(try both.meanRestoration(of: hours) / 5400 - 1) < 1e-15)
    let fixed = Replacement(leadTime: .fixed(.hours(6)))
    #expect(abs(try fixed.meanRestoration(of: hours) / 13653.804070696846 - 1) < 1e-12)
    #expect(throws: FleetError.self) {
      try both.meanRestoration(of: .uniform(from: .hours(1), to: .hours(2)))
    }
    #expect(throws: FleetError.law("the lead time", "its mean must be longer than 0")) {
      try Replacement(leadTime: .fixed(.zero)).meanRestoration(of: hours)
    }
  }

  /// Zone a of 4 fails alone; the other zone has room for 3. After the lead time 3 of the 4 are
  /// back, so with U the share of time that an outage takes, and U' what of it lasts beyond the
  /// lead time, 4 (U - U') + U' is not served, and the short time is U.
  @Test("A zone that is lost is grown again up to the room of the other")
  func zoneReplacement() async throws {
    let mean = 20_000.0
    let lead = 6000.0
    let zones = [
      try zone("a", 4, zone: life(1e5, mean)), try zone("b", 3, room: 3),
    ]
    let horizon = try Duration(seconds: 5e6)
    let replacement = Replacement(leadTime: .fixed(try Duration(seconds: lead)))
    let simulation = try FleetSimulation(
      try fleet(zones, demand: 7), replacement: replacement, horizon: horizon, seed: 5)
    let figures = try await run(simulation)
    let share = mean / 1.2e5
    // The chance that an exponential outage outlasts the lead time, exp(-0.3).
    let late = share * 0.74081822068171787
    try expect(figures.shareShort, near: share)
    try expect(figures.unservedLoad.divided(by: 5e6), near: 4 * (share - late) + late)
    try expect(figures.shortfalls, near: 5e6 / 1.2e5)
    try expect(figures.substitutes, near: 3 * 0.74081822068171787 * 5e6 / 1.2e5)
  }

  /// With a demand that the room makes good, only the lead time is short: E[min(Z, L)] of each
  /// outage.
  @Test("With room enough a zone's outage is as long as min(Z, L)")
  func roomEnough() async throws {
    let zones = [
      try zone("a", 3, zone: life(2e5, 3e4)), try zone("b", 3, room: 2),
      try zone("c", 3, room: 1),
    ]
    let horizon = try Duration(seconds: 8e6)
    let replacement = Replacement(leadTime: .fixed(try Duration(seconds: 1e4)))
    let fleet = try fleet(zones, demand: 9)
    let figures = try await run(
      FleetSimulation(fleet, replacement: replacement, horizon: horizon, seed: 6))
    let outage = try replacement.meanRestoration(
      of: .exponential(mean: Duration(seconds: 3e4)))
    try expect(figures.shareShort, near: outage / 2.3e5)
    try expect(figures.unservedLoad.divided(by: 8e6), near: 3 * outage / 2.3e5)
  }

  @Test("Two zones that take each other's slot have the figures of their chain")
  func substitutesLostAndWaiting() async throws {
    let life = try life(50_000, 20_000)
    let zones = [try zone("a", 1, room: 1, zone: life), try zone("b", 1, room: 1, zone: life)]
    let lead = 9000.0
    let chain = TwoZoneChain(failure: 1 / 5e4, restoration: 1 / 2e4, start: 1 / lead)
    let horizon = try Duration(seconds: 4e6)
    let replacement = Replacement(leadTime: .exponential(mean: try Duration(seconds: lead)))
    let simulation = try FleetSimulation(
      try fleet(zones, demand: 2), replacement: replacement, horizon: horizon, seed: 8)
    let figures = try await run(simulation)
    let exact = chain.figures()
    try expect(figures.shareShort, near: exact.short)
    try expect(figures.unservedLoad.divided(by: 4e6), near: exact.unserved)
    try expect(figures.substitutes.divided(by: 4e6), near: exact.starts)
  }

  /// Two zones of fixed lengths are down together for the product of their shares.
  @Test("Zones of fixed lengths begin apart")
  func fixedZones() async throws {
    let life = AlternatingLife(up: .fixed(.days(2)), restoration: .fixed(.hours(16)))
    let zones = [try zone("a", 1, zone: life), try zone("b", 1, zone: life)]
    let simulation = try FleetSimulation(
      try fleet(zones, demand: 1), horizon: .days(30), seed: 14)
    let figures = try await run(simulation, 4000)
    try expect(figures.shareShort, near: 1.0 / 16)
  }

  @Test("Equal seeds give equal figures on any number of threads")
  func reproducible() async throws {
    let zones = try ["a", "b", "c"].map {
      try zone($0, 4, room: 3, instance: life(2e5, 8e3), zone: life(3e5, 2e4))
    }
    let replacement = Replacement(leadTime: .uniform(from: .minutes(5), to: .minutes(20)))
    let simulation = try FleetSimulation(
      fleet(zones, demand: 11), replacement: replacement, horizon: .days(90), seed: 9)
    let one = try #require(try await simulation.run(runs: 200, threads: 1))
    let three = try #require(try await simulation.run(runs: 200, threads: 3))
    #expect(one == three)
    #expect(one.isComplete && one.runs == 200)
    #expect(one.substitutes.value > 0)
    let other = try FleetSimulation(
      fleet(zones, demand: 11), replacement: replacement, horizon: .days(90), seed: 10)
    #expect(try await other.run(runs: 200) != one)
    // Always short: nothing tells how sure that is.
    let never = try FleetSimulation(fleet(zones, demand: 13), horizon: .days(64))
    let figures = try #require(try await never.run(runs: 32))
    #expect(figures.anyShortfall.value == 1 && figures.shortfalls.standardError == nil)
  }

  @Test("A cancelled run says that it isn't complete")
  func cancelling() async throws {
    let zones = [try zone("a", 200, instance: life(2e4, 8e3))]
    let simulation = try FleetSimulation(fleet(zones, demand: 150), horizon: .years(50))
    let task = Task { try await simulation.run(runs: 100_000) }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    let figures = try await task.value
    #expect(figures?.isComplete != true)
  }

  @Test("Lengths of every law have its mean")
  func samplers() throws {
    let mean = try Duration(seconds: 30)
    let laws: [Law] = [
      .exponential(mean: mean), .weibull(mean: mean, shape: 1.7),
      .lognormal(mean: mean, sigma: 0.9),
      .gamma(mean: mean, shape: 0.6), .erlang(mean: mean, phases: 3),
      .hyperexponential(mean: mean, coefficientOfVariation: 2),
      .uniform(from: .seconds(10), to: .seconds(50)), .fixed(mean),
      .empirical(try ObservedLives([.seconds(5), .seconds(20), .seconds(65)])),
    ]
    for law in laws {
      var sampler = try LawSampler(law)
      sampler.restart(seed: 12, block: 0, purpose: 0)
      var sum = FleetTally.Sum()
      for _ in 0..<20_000 { sum.add(sampler.next()) }
      let found = sum.mean(20_000)
      #expect(abs(found.value - 30) <= 5.5 * (found.standardError ?? 0) + 1e-9, "\(law)")
    }
  }

  @Test("What has no formula and what can't be run is refused by name")
  func refusals() async throws {
    let failing = try fleet([try zone("a", 2, zone: life(10, 1))], demand: 1)
    let replacement = Replacement(leadTime: .fixed(.minutes(1)))
    #expect(throws: FleetError.self) { try failing.deliveredCapacity(replacement: replacement) }
    #expect(throws: FleetError.self) { try failing.shortfalls() }
    #expect(throws: FleetError.horizon(.zero)) { try FleetSimulation(failing, horizon: .zero) }
    #expect(throws: FleetError.self) {
      try FleetSimulation(failing, replacement: Replacement(leadTime: .fixed(.zero)))
    }
    let simulation = try FleetSimulation(failing)
    await #expect(throws: FleetError.runs(1)) { try await simulation.run(runs: 1) }
  }
}
