import Nines
import Testing

/// Small systems with capacities, worked out by hand.
@Suite("Capacities and demands")
struct FlowTests {
  private static let instance = Life.percent(90)

  private func rate(_ amount: Double, _ unit: String = "rps") throws -> Rate {
    try Rate(amount, unit: unit)
  }

  private func isNear(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-13 * max(abs(left), abs(right))
  }

  @Test("12 members of 1,000 rps carry just 12k rps, in either unit")
  func equality() throws {
    for (capacity, demand) in [
      (try rate(1_000), try rate(12_000)), (try rate(60_000, "rpm"), try rate(12_000)),
      (try rate(0.1), try rate(1.2)), (try rate(7, "tps"), try rate(84, "tps")),
    ] {
      let topology = try Topology {
        Service("web", 1, of: 12, .percent(99), capacity: capacity, demand: demand)
      }
      let answer = try Assessor(topology).availability(of: "web")
      #expect(isNear(answer.availability.value, 0.886384871716129280658801))
      #expect(answer.full == answer.availability)
      #expect(answer.levels.count == 12)
    }
  }

  /// Two zones of availability 0.9, two instances of 0.8 in each, 1k rps each, 3k rps asked. Both
  /// zones must be up, and 3 of 4 instances: 0.81 × (0.8^4 + 4 × 0.8^3 × 0.2) = 0.81 × 0.8192.
  @Test("two zones with two instances each")
  func zones() throws {
    let (capacity, demand) = try (rate(1_000), rate(3_000))
    let topology = try Topology {
      Zones("az", 2, .percent(90))
      Service("web", 2, per: "az", need: 1, .percent(80), capacity: capacity)
      System("shop", "web" & "web", demand: demand)
    }
    let answer = try Assessor(topology).availability(of: "shop")
    #expect(isNear(answer.availability.value, 0.663552))
    // Two of the three thousands: 0.81 × 0.1536 with both zones, 0.18 × 0.64 with one.
    let two = try #require(answer.levels.first { abs($0.level - 2.0 / 3) < 1e-9 })
    #expect(isNear(two.probability, 0.81 * 0.1536 + 0.18 * 0.64))
  }

  /// Pools of 2 × 600 and 1 × 900 against 1,500: any two of the three make 1,200 or 1,500, so that
  /// the 900 and one of the 600 are needed: 0.9 × (1 - 0.1²).
  @Test("pools that add")
  func pools() throws {
    let (small, large, demand) = try (rate(600), rate(900), rate(1_500))
    let topology = try Topology {
      Service("eu", 1, of: 2, Self.instance, capacity: small)
      Part("us", Self.instance, capacity: large)
      System("shop", .sum(["eu", "us"]), demand: demand)
    }
    let answer = try Assessor(topology).availability(of: "shop")
    #expect(isNear(answer.availability.value, 0.891))
    // Levels: 600 0.4, 900 0.6, 1,200 0.8, and 1.
    #expect(answer.levels.map { ($0.level * 10).rounded() } == [4, 6, 8, 10])
    let expected = [0.1 * 0.18, 0.9 * 0.01, 0.1 * 0.81, 0.891]
    for (level, probability) in zip(answer.levels, expected) {
      #expect(isNear(level.probability, probability))
    }
  }

  /// Web 3 × 500, database 2 × 800, 1,000 asked: 2 of 3 and 2 of 2: 0.972 × 0.81. Three quarters need
  /// the same, one half (500) one of each: 0.999 × 0.99.
  @Test("two tiers, of which the narrower one counts")
  func tiers() throws {
    let (web, data, demand) = try (rate(500), rate(800), rate(1_000))
    let topology = try Topology {
      Service("web", 1, of: 3, Self.instance, capacity: web)
      Service("db", 1, of: 2, Self.instance, as: .store, capacity: data)
      System("shop", "web" & "db", demand: demand)
    }
    let structure = try StructureFunction(topology, of: "shop")
    #expect(isNear(try structure.figures(atLeast: 1).probability.value, 0.972 * 0.81))
    #expect(isNear(try structure.figures(atLeast: 0.75).probability.value, 0.972 * 0.99))
    #expect(isNear(try structure.figures(atLeast: 0.5).probability.value, 0.999 * 0.99))
  }

  @Test("a need beside a capacity: below it the group carries nothing")
  func need() throws {
    let (capacity, demand) = try (rate(500), rate(1_000))
    let topology = try Topology {
      Service("web", 3, of: 4, Self.instance, capacity: capacity, demand: demand)
    }
    let answer = try Assessor(topology).availability(of: "web")
    #expect(answer.levels.map(\.level) == [1])
    #expect(isNear(answer.availability.value, 0.9477))
  }

  @Test("without a demand a capacity changes nothing, and the answer says so")
  func noDemand() throws {
    let capacity = try rate(500)
    let topology = try Topology {
      Service("web", 2, of: 3, Self.instance, capacity: capacity)
    }
    let answer = try Assessor(topology).availability(of: "web")
    #expect(isNear(answer.availability.value, 0.972))
    #expect(answer.assumptions.contains { $0.hasPrefix("capacities count under a demand") })
  }

  @Test("a demand that can't be met is down always, and the answer says so")
  func neverMet() throws {
    let (capacity, demand) = try (rate(300), rate(1_000))
    let topology = try Topology {
      Service("web", 1, of: 3, Self.instance, capacity: capacity, demand: demand)
    }
    let answer = try Assessor(topology).availability(of: "web")
    #expect(answer.availability == .impossible)
    #expect(isNear(answer.expectedLevel.value, 0.81))
    #expect(answer.assumptions.contains { $0.contains("90.0% of the demand") })
  }

  @Test("importance and cut sets judge the demand, not one member")
  func importance() throws {
    let (small, large, demand) = try (rate(600), rate(900), rate(1_500))
    let topology = try Topology {
      Service("eu", 1, of: 2, .percent(90, mttr: .hours(1)), capacity: small)
      Part("us", .percent(90, mttr: .hours(1)), capacity: large)
      System("shop", .sum(["eu", "us"]), demand: demand)
    }
    let assessor = Assessor(topology)
    let rows = try assessor.importance(of: "shop")
    // us is critical unless both of eu are down; one of eu while us is up and the other down.
    #expect(rows.map(\.row.name) == ["us", "eu", "eu"])
    #expect(rows.map(\.row.members) == [1, 1, 1])
    #expect(isNear(rows[0].birnbaum, 0.99))
    #expect(isNear(rows[1].birnbaum, 0.09))
    #expect(try assessor.minimalCutSets(of: "shop", order: 2).map(\.order) == [1, 2])
  }

  @Test("what has no meaning is refused")
  func refusals() throws {
    let (capacity, none, other) = try (rate(500), rate(0), rate(500, "tps"))
    func reason(_ body: () throws -> Topology) -> TopologyError.Reason? {
      do {
        _ = try body()
        return nil
      } catch {
        return (error as? TopologyError)?.reason
      }
    }
    #expect(
      reason { try Topology { Service("a", 1, of: 2, Self.instance, capacity: none) } }
        == .noFlow("capacity"))
    #expect(
      reason {
        try Topology { Service("a", 1, of: 2, Self.instance, capacity: capacity, demand: other) }
      } == .mixedRates(capacity, other))
    #expect(
      reason { try Topology { Service("a", 1, of: 2, Self.instance, demand: capacity) } }
        == .demandWithoutCapacity(capacity))
    #expect(
      reason {
        try Topology {
          Part("a", Self.instance, capacity: capacity)
          Part("b", Self.instance)
          System("s", .sum(["a", "b"]), demand: capacity)
        }
      } == .sumWithoutCapacity)
    #expect(
      reason {
        try Topology {
          Part("a", Self.instance, capacity: capacity)
          System("s", .weighted([1 * "a"]), demand: capacity)
        }
      } == .weightedCapacity(under: "s"))
  }
}
