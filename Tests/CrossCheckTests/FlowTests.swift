import OutageSimulation
import Quantities
import StructureFunctions
import TestSupport
import Testing
import Topology

/// Capacities and demands on random topologies: the exact engine against all states, and the
/// simulation against the exact engine.
@Suite("Flows through random topologies")
struct FlowTests {
  @Test("the exact engine = enumeration on 300 of them: U and A to 1e-12, frequency to 1e-11")
  func enumeration() {
    var check = EnumerationCheck()
    for seed in UInt64(1)...300 {
      let sizes = seed % 20 == 0 ? 11...13 : [1...4, 5...8, 7...10][Int(seed % 3)]
      if let drawn = RandomTopology(flowsFrom: seed, components: sizes) { check.compare(drawn) }
    }
    for failure in check.failures.prefix(5) { Issue.record(Comment(rawValue: failure)) }
    #expect(check.failures.isEmpty, "\(check.failures.count) figures missed")
    #expect(check.cases >= 250)
    #expect(check.refusals == 0)
  }

  @Test("each level has the probability that the states give it")
  func exactLevels() throws {
    var compared = 0
    for seed in UInt64(1_000)..<1_100 {
      guard let drawn = RandomTopology(flowsFrom: seed, components: 4...9) else { continue }
      let engine = try StructureFunction(drawn.topology, of: drawn.subject)
      let levels = engine.positiveLevels
      let reached = try levels.map { try engine.figures(atLeast: $0).probability }
      let found = try engine.probabilities(ofExactly: levels, reached: reached)
      let states = StateEnumeration(drawn.unfolding)
      let shares = levels.map { states.figures(atLeast: $0).availability }
      for (place, probability) in found.enumerated() where place + 1 < levels.count {
        // Tails that agree to the last bit don't tell their levels apart.
        guard reached[place] != reached[place + 1] else { continue }
        let expected = (shares[place + 1] + shares[place].complement).complement
        #expect(
          probability.relativeError(to: expected) < 1e-11,
          "seed \(seed), level \(levels[place]):\n\(drawn.topology.text)")
        compared += 1
      }
    }
    #expect(compared > 50)
  }

  @Test("a network is down in just the states in which the demand is not met")
  func networks() throws {
    for seed in UInt64(2_000)..<2_100 {
      guard let drawn = RandomTopology(flowsFrom: seed, components: 2...10) else { continue }
      let engine = try StructureFunction(drawn.topology, of: drawn.subject)
      for threshold in engine.positiveLevels {
        let exact = try engine.figures(atLeast: threshold).probability
        let network = try ComponentNetwork(
          drawn.topology, of: drawn.subject, atLeast: [threshold])
        guard network.componentCount <= 12 else { continue }
        let found = Self.unavailability(network)
        #expect(
          abs(found - exact.complement) <= 1e-12 * exact.complement,
          "seed \(seed), level \(threshold):\n\(drawn.topology.text)")
      }
    }
  }

  private static func unavailability(_ network: ComponentNetwork) -> Double {
    let lives = network.rowOfComponent.map { network.rows[$0].component.availability }
    return (0..<(1 << lives.count)).reduce(0) { sum, state in
      let down = lives.indices.filter { state >> $0 & 1 == 0 }
      guard network.isDown(root: 0, whenDown: down) else { return sum }
      let isDown = Set(down)
      return sum
        + lives.indices.reduce(1) { share, component in
          share
            * (isDown.contains(component)
              ? lives[component].complement : lives[component].value)
        }
    }
  }
}

/// Simulations of shops with capacities against the exact engine.
@Suite("Simulated flows")
struct SimulatedFlowTests {
  private static func rate(_ amount: Double) throws -> Rate { try Rate(amount, unit: "rps") }

  private static func shop() throws -> Topology {
    let (web, eu, us) = try (rate(2_000), rate(3_000), rate(2_500))
    let demand = try rate(12_000)
    return try Topology {
      Zones("az", 3, .mtbf(.days(200), mttr: .hours(4)))
      Service(
        "web", 3, per: "az", need: 1, .mtbf(.days(30), mttr: .hours(6)), capacity: web)
      Service("eu", 1, of: 3, .mtbf(.days(40), mttr: .hours(5)), capacity: eu)
      Service("us", 2, of: 3, .mtbf(.days(25), mttr: .hours(3)), capacity: us)
      Part("lb", .mtbf(.days(90), mttr: .minutes(30)))
      System("shop", "lb" & "web" & .sum(["eu", "us"]), demand: demand)
    }
  }

  @Test("mean downtime and outages below the demand", arguments: [nil, 80.0, 50])
  func meanDowntime(below: Double?) async throws {
    let topology = try Self.shop()
    let structure = try StructureFunction(topology, of: "shop")
    #expect(structure.downThreshold == 1)
    let exact = try structure.figures(atLeast: (below ?? 100) / 100)
    var request = SimulationRequest(horizon: .years(1))
    request.countsBelow = try below.map { try Probability.percent($0) }
    request.stopping = .runs(4_096)
    request.seed = 11
    let result = try await OutageSimulation(topology, of: "shop", request).run()
    let mean = try #require(result.downtime?.mean)
    let outages = try #require(result.outages)
    let down = exact.probability.complement
    let frequency = try #require(exact.frequency)
    let touching = frequency.perYear + down
    let downError = try #require(mean.standardError)
    let outageError = try #require(outages.standardError)
    #expect(abs(mean.value - down * Duration.years(1).seconds) < 4.9 * downError)
    #expect(abs(outages.value - touching) < 4.9 * outageError)
  }

  @Test("the share of time at each level")
  func levelShares() async throws {
    let topology = try Self.shop()
    let structure = try StructureFunction(topology, of: "shop")
    let levels = structure.positiveLevels
    let reached = try levels.map { try structure.figures(atLeast: $0).probability }
    let exactly = try structure.probabilities(ofExactly: levels, reached: reached)
    var request = SimulationRequest(horizon: .years(1))
    request.records.insert(.levels)
    request.sampling = .plain
    request.stopping = .runs(4_096)
    request.seed = 12
    let result = try await OutageSimulation(topology, of: "shop", request).run()
    var compared = 0
    for (level, probability) in zip(levels, exactly) where probability > 1e-4 {
      let share = try #require(result.levels.first { abs($0.level - level) < 1e-9 }).share
      let error = try #require(share.standardError)
      #expect(abs(share.value - probability) < 4.9 * error, "at \(level)")
      compared += 1
    }
    #expect(compared >= 3)
  }
}
