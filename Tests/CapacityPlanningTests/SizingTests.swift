import CapacityPlanning
import Quantities
import ServiceLevels
import Testing
import Topology

/// Searches for the smallest and the cheapest design.
@Suite("Sizing")
struct SizingTests {
  /// KNOWN-ANSWERS section 2: zones up with 1 - 1e-4, instances with 0.995, ten needed. Exact.
  private static let known: [(zones: Int, perZone: Int, unavailability: Double)] = [
    (2, 10, 9.78699610945e-6), (3, 5, 1.46941008312e-5), (3, 6, 3.79723794407e-8),
  ]

  private static func fleet(zones: Int, perZone: Int) throws -> Topology {
    return try Topology {
      Zones("az", zones, .percent(99.99))
      Service("web", perZone, per: "az", need: 10, .percent(99.5), cost: try? Cost(perMonth: 1))
    }
  }

  private static func condition(_ unavailability: Double) -> SizingCondition {
    let limit = Probability(uncheckedValue: 1 - unavailability, complement: unavailability)
    return SizingCondition(.availability(of: "web", atLeast: limit), text: "availability of web")
  }

  private static func sizing(
    _ unavailability: Double, finding objective: SizingObjective = .fewestInstances
  ) throws -> Sizing {
    try Sizing(
      [SizingVariable("n", 1...12), SizingVariable("z", 2...4)], where: [condition(unavailability)],
      finding: objective
    ) { choices in try fleet(zones: choices[1] + 2, perZone: choices[0] + 1) }
  }

  @Test("fifteen over three zones is less available than twenty over two", arguments: known)
  func zoneTable(zones: Int, perZone: Int, unavailability: Double) async throws {
    let sizing = try Sizing(
      [SizingVariable("n", [perZone.description])], where: [Self.condition(0.5)]
    ) {
      _ in try Self.fleet(zones: zones, perZone: perZone)
    }
    let answer = try await sizing.run()
    guard case .probability(let found)? = answer.best?.outcomes.first?.figure else {
      Issue.record("no exact figure")
      return
    }
    #expect(abs(found.complement / unavailability - 1) < 1e-11)
  }

  @Test(
    "the smallest design is that of an exhaustive look", arguments: [1e-4, 2e-5, 1e-5, 1e-7, 1e-9])
  func smallest(unavailability: Double) async throws {
    let answer = try await Self.sizing(unavailability).run()
    var expected: Int?
    for zones in 2...4 {
      for perZone in 1...12 where zones * perZone >= 10 {
        let one = try Sizing([SizingVariable("n", ["1"])], where: [Self.condition(unavailability)])
        {
          _ in try Self.fleet(zones: zones, perZone: perZone)
        }
        if try await one.run().best != nil {
          expected = min(expected ?? .max, zones * perZone)
        }
      }
    }
    #expect(answer.best?.instances == expected)
    #expect(answer.isFound == (expected != nil))
    #expect(answer.candidates.filter { $0.flaw == nil }.count <= 36)
  }

  @Test("one variable that only adds is halved, and the next smaller one was looked at")
  func bisection() async throws {
    let sizing = try Sizing([SizingVariable("n", 4...1_000)], where: [Self.condition(1e-11)]) {
      choices in try Self.fleet(zones: 3, perZone: choices[0] + 4)
    }
    let answer = try await sizing.run()
    let best = try #require(answer.best)
    #expect(answer.candidates.count <= 12)
    #expect(
      answer.candidates.contains { $0.choices[0] == best.choices[0] - 1 && $0.isMet == false })
  }

  @Test("what can't be met says how near the space comes, and why")
  func impossible() async throws {
    let target = Probability(uncheckedValue: 0.9999, complement: 1e-4)
    let sizing = try Sizing(
      [SizingVariable("n", 2...20)],
      where: [SizingCondition(.availability(of: "shop", atLeast: target), text: "four nines")]
    ) { choices in
      return try Topology {
        Part("lb", .percent(99.9))
        Service("web", 2, of: choices[0] + 2, .percent(99.5))
        System("shop", "lb" & "web")
      }
    }
    let answer = try await sizing.run()
    #expect(answer.isFound == false)
    #expect(answer.nearest?.values == ["20"])
    #expect(answer.limit?.name == "lb")
    guard case .probability(let alone)? = answer.limit?.alone?.figure else {
      Issue.record("the balancer's own figure is missing")
      return
    }
    #expect(alone.complement == 0.001)
    #expect(answer.candidates.count == 1)
  }

  @Test("the least downtime within a budget")
  func leastDowntime() async throws {
    let budget = SizingCondition(
      .cost(of: "web", atMost: try Cost(perMonth: 18)), text: "cost of web <= 18")
    let sizing = try Sizing(
      [SizingVariable("n", 1...12), SizingVariable("z", 2...4)], where: [budget],
      finding: .leastDowntime(of: "web")
    ) { choices in
      try Self.fleet(zones: choices[1] + 2, perZone: choices[0] + 1)
    }
    let best = try #require(try await sizing.run().best)
    // Of 2 x 9, 3 x 6 and 4 x 4, the one that loses a zone best.
    #expect(best.values == ["6", "3"])
  }

  @Test("spaces that are empty, too large, or make no sense are refused")
  func flaws() async throws {
    let design: Sizing.Design = { choices in
      try Self.fleet(zones: 2, perZone: choices[0] + 1)
    }
    #expect(throws: SizingError.noValues("n")) {
      try Sizing([SizingVariable("n", [])], where: [], design: design)
    }
    #expect(throws: SizingError.tooManyDesigns(1_000_000, limit: Sizing.designLimit)) {
      try Sizing(
        [SizingVariable("n", 1...1_000), SizingVariable("m", 1...1_000)], where: [],
        design: design)
    }
    await #expect(throws: SizingError.self) {
      try await Sizing([SizingVariable("n", 1...4)], where: [Self.condition(0.1)], design: design)
        .run()
    }
    let unpriced = try Sizing([SizingVariable("n", 5...9)], where: [], finding: .leastCost) {
      choices in
      return try Topology { Service("web", 2, of: choices[0] + 5, .percent(99.5)) }
    }
    await #expect(throws: SizingError.unpriced([])) { try await unpriced.run() }
  }

  @Test("a promise is simulated until that is decided, for every seed alike", arguments: 1...5)
  func promise(seed: UInt64) async throws {
    let agreement = try ServiceLevelAgreement(
      "gold", target: Probability(uncheckedValue: 0.9995, complement: 5e-4), per: .month)
    var request = SizingRequest()
    request.simulation.seed = seed
    let required = Probability(uncheckedValue: 0.99, complement: 0.01)
    let sizing = try Sizing(
      [SizingVariable("n", 1...20)],
      where: [
        SizingCondition(
          .promise(ContractQuestion(agreement), of: "shop", atLeast: required), text: "gold")
      ], request: request
    ) { choices in
      return try Topology {
        Zones("az", 3, .mtbf(.years(2), mttr: .hours(1)))
        Service(
          "web", choices[0] + 1, per: "az", need: 1, .mtbf(.days(30), mttr: .minutes(5)),
          capacity: try? Rate(1_500, unit: "rps"))
        Part("lb", .percent(99.99, mttr: .minutes(1)))
        System("shop", "lb" & "web", demand: try? Rate(12_000, unit: "rps"))
      }
    }
    let answer = try await sizing.run()
    #expect(answer.best?.values == ["4"])
    #expect(answer.candidates.contains { $0.values == ["3"] && $0.isMet == false })
  }
}
