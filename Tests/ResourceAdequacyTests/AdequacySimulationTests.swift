import Quantities
import ResourceAdequacy
import Testing
import Topology

@Suite("Sequential simulation against exact figures")
struct AdequacySimulationTests {
  /// Eight figures of one run, each within 4.9 standard errors: fails one time in a million by chance.
  @Test("the reliability test system")
  func reliabilityTestSystem() async throws {
    let fleet = try CapacityFleet(ReliabilityTestSystem.units)
    let profile = try DemandProfile(ReliabilityTestSystem.loads, unit: "MW")
    let exact = try AdequacyFigures(CapacityOutageTable(fleet), against: profile)
    let simulation = try AdequacySimulation(fleet, against: profile)
    let found = try #require(try await simulation.run(histories: 20_000, seed: 7))
    #expect(simulation.length.converted(to: .hour) == 8736 && found.isComplete)
    try expect(found.hoursShort.mean, exact.lossOfLoadHours)
    try expect(found.unserved.mean, exact.unservedHours)
    try expect(found.shortfalls.mean, exact.shortfalls)
    try expect(found.begunByLoadSteps.mean, exact.begunByLoadSteps)
    let lengths = try #require(found.shortfallHours)
    try expect(lengths.mean, exact.meanShortfall?.converted(to: .hour))
    #expect(found.clean.value > 0.2 && found.clean.value < 0.6)
    let p95 = found.hoursShort.p95
    #expect(try #require(p95.low) <= p95.value && p95.value <= (try #require(p95.high)))
    #expect(try #require(p95.standardError) > 0)
  }

  private func expect(_ estimate: Estimate, _ exact: Double?) throws {
    let error = try #require(estimate.standardError)
    let z = (estimate.value - (try #require(exact))) / error
    #expect(abs(z) < 4.9, "\(estimate) is \(z) standard errors from \(exact ?? 0)")
  }

  /// The z-scores of a set of random fleets: each below 5.2, their mean square near 1.
  @Test("40 random fleets with zones, common causes and needs against a day's loads")
  func scores() async throws {
    var scores: [Double] = []
    for seed in 0..<UInt64(200) where scores.count < 80 {
      guard let drawn = try RandomFleet(seed: seed) else { continue }
      let fleet = try CapacityFleet(drawn.topology, of: "all")
      let table = try CapacityOutageTable(fleet)
      let peak = Int(table.expectedCapacity)
      let loads = try (0..<24).map { try DecimalNumber("\(peak * (50 + 2 * $0))e-2") }
      let profile = try DemandProfile(loads, unit: "MW")
      let exact = try AdequacyFigures(table, against: profile)
      let simulation = try AdequacySimulation(fleet, against: profile)
      let found = try #require(try await simulation.run(histories: 128, seed: seed))
      for (estimate, value) in [
        (found.hoursShort.mean, exact.lossOfLoadHours),
        (found.shortfalls.mean, exact.shortfalls ?? 0),
      ] {
        let error = try #require(estimate.standardError)
        scores.append((estimate.value - value * exact.periodsPerYear) / error)
      }
    }
    #expect(scores.count == 80)
    #expect(scores.allSatisfy { abs($0) < 5.6 }, "\(scores)")
    let meanSquare = scores.reduce(0) { $0 + $1 * $1 } / Double(scores.count)
    #expect(meanSquare > 0.4 && meanSquare < 1.9, "\(meanSquare)")
  }

  @Test("the same figures on one thread and on three, other ones for another seed")
  func reproducible() async throws {
    let fleet = try CapacityFleet(ReliabilityTestSystem.units)
    let profile = try DemandProfile(ReliabilityTestSystem.loads, unit: "MW")
    let simulation = try AdequacySimulation(fleet, against: profile)
    let one = try #require(try await simulation.run(histories: 300, seed: 3, threads: 1))
    let three = try #require(try await simulation.run(histories: 300, seed: 3, threads: 3))
    let other = try #require(try await simulation.run(histories: 300, seed: 4))
    #expect(one.hoursShort == three.hoursShort && one.unserved == three.unserved)
    #expect(one.shortfallHours == three.shortfallHours)
    #expect(one.hoursShort != other.hoursShort)
  }

  @Test("an error stops it alike on one thread and on three, a time after the first wave")
  func stopping() async throws {
    let fleet = try CapacityFleet([
      CapacityUnit("g", 3, capacity: Rate(10, unit: "MW"), .mtbf(.days(10), mttr: .days(1)))
    ])
    let loads = try [DecimalNumber("15"), DecimalNumber("25")]
    let profile = try DemandProfile(loads, unit: "MW", step: .hours(24))
    let simulation = try AdequacySimulation(fleet, against: profile)
    let rule = AdequacyStopping.error(0.008, atMost: nil)
    let one = try #require(try await simulation.run(until: rule, seed: 3, threads: 1))
    let three = try #require(try await simulation.run(until: rule, seed: 3, threads: 3))
    #expect(one.ending == .error && one.histories == three.histories)
    #expect(one.hoursShort == three.hoursShort)
    let error = try #require(one.hoursShort.mean.standardError)
    #expect(error <= 0.008 * one.hoursShort.mean.value)
    let short = try await simulation.run(until: .within(try Duration(seconds: 1e-9)), threads: 1)
    #expect(short?.ending == .time && short?.histories == 256)
    let never = try await simulation.run(
      until: .error(1e-9, atMost: try Duration(seconds: 0.01)), threads: 1)
    #expect(never?.ending == .time)
  }

  @Test("what can't vary doesn't: loads of 5 and 15 on a unit of 10 that never fails")
  func certain() async throws {
    let fleet = try CapacityFleet([
      CapacityUnit("g", capacity: Rate(10, unit: "MW"), .percent(100))
    ])
    let profile = try DemandProfile([DecimalNumber("5"), DecimalNumber("15")], unit: "MW")
    let simulation = try AdequacySimulation(fleet, against: profile)
    let found = try #require(try await simulation.run(histories: 3))
    #expect(simulation.length == .years(1) && found.histories == 3)
    #expect(found.hoursShort.mean.value == 4380 && found.hoursShort.mean.standardError == nil)
    #expect(found.unserved.mean.value == 5 * 4380 && found.shortfalls.mean.value == 4380)
    #expect(found.begunByLoadSteps.mean.value == 4380 && found.clean.value == 0)
    #expect(found.shortfallHours?.p99.value == 1 && found.shortfallHours?.largest == 1)
  }

  @Test("a cancelled run has no figures")
  func cancelled() async throws {
    let fleet = try CapacityFleet(ReliabilityTestSystem.units)
    let profile = try DemandProfile(constant: Rate(2850, unit: "MW"))
    let simulation = try AdequacySimulation(fleet, against: profile)
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await simulation.run(histories: 1_000_000)
    }
    task.cancel()
    #expect(try await task.value?.histories == nil)
  }

  @Test("what can't be drawn is refused by name")
  func refusals() async throws {
    let rate = try Rate(10, unit: "MW")
    let profile = try DemandProfile(constant: rate)
    let untimed = try CapacityFleet([CapacityUnit("g", 3, capacity: rate, .percent(90))])
    #expect(throws: ResourceAdequacyError.untimed(["g"])) {
      try AdequacySimulation(untimed, against: profile)
    }
    let fixed = Life.laws(mtbf: .exponential(mean: .days(9)), mttr: .fixed(.hours(1)))
    let regular = try CapacityFleet([CapacityUnit("g", 3, capacity: rate, fixed)])
    #expect(throws: ResourceAdequacyError.notExponential("g")) {
      try AdequacySimulation(regular, against: profile)
    }
    let timed = try CapacityFleet([
      CapacityUnit("g", 3, capacity: rate, .mtbf(.days(9), mttr: .hours(1)))
    ])
    let loads = try DemandProfile(
      distribution: [(DecimalNumber("20"), 1), (DecimalNumber("30"), 3)], unit: "MW")
    #expect(throws: ResourceAdequacyError.demandWithoutTime) {
      try AdequacySimulation(timed, against: loads)
    }
    let simulation = try AdequacySimulation(timed, against: profile)
    await #expect(throws: ResourceAdequacyError.histories(1, limit: 10_000_000)) {
      try await simulation.run(histories: 1)
    }
  }
}
