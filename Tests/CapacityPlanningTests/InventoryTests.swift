import Quantities
import Testing
import Topology

/// What a topology is made of, and what it costs.
@Suite("Inventories")
struct InventoryTests {
  private static func cost(_ amount: Double) throws -> Cost { try Cost(perMonth: amount) }

  @Test("what is shared is counted once, members each, domains once")
  func sharedParts() throws {
    let topology = try Topology {
      Zones("az", 3, .mtbf(.years(2), mttr: .hours(1)), cost: try? Self.cost(100))
      Service(
        "web", 2, per: "az", need: 4, .mtbf(.days(30), mttr: .minutes(5)), needs: ["db"],
        cost: try? Self.cost(70))
      Service("db", 1, of: 2, .percent(99.9), across: ["az"], cost: try? Self.cost(500))
      System("shop", "web" & "db")
    }
    let inventory = topology.inventory(of: "shop")
    #expect(inventory.size == 8)
    // 6 x 70 + 2 x 500 + 3 x 100
    #expect(inventory.cost?.perMonth == 1_720.0)
    #expect(inventory.cost?.perYear == 20_640.0)
    #expect(topology.inventory(of: "db").cost?.perMonth == 1_300.0)
    #expect(topology.inventory(of: "nothing").items.isEmpty)
  }

  @Test("copies are new, what they need is shared")
  func copies() throws {
    let topology = try Topology {
      Part("dns", .percent(99.99), cost: try? Self.cost(10))
      Service("web", 1, of: 2, .percent(99.5), needs: ["dns"], cost: try? Self.cost(3))
      System("pair", .copies(need: 1, count: 3, of: .name("web")))
      System("both", .all([.copies(need: 1, count: 3, of: .name("web")), .name("web")]))
    }
    #expect(topology.inventory(of: "pair").size == 7)
    #expect(topology.inventory(of: "pair").cost?.perMonth == 28.0)
    #expect(topology.inventory(of: "both").cost?.perMonth == 34.0)
  }

  @Test("a cost that isn't said is unknown, not nothing")
  func unknownCosts() throws {
    let topology = try Topology {
      Service("web", 1, of: 2, .percent(99.5))
      Part("lb", .percent(99.99), cost: Cost.none)
      System("shop", "lb" & "web")
    }
    #expect(topology.inventory(of: "web").cost == nil)
    #expect(topology.inventory(of: "shop").cost == Cost.none)
    #expect(topology.inventory(of: "shop").unpriced == ["web"])
  }

  @Test(
    "windows of costs",
    arguments: [
      (Window.month, 840.0), (.calendarMonth, 840), (.year, 70), (.quarter, 280),
      (.duration(.hours(730)), 840), (.duration(.hours(1)), 613_200),
    ])
  func windows(window: Window, perMonth: Double) throws {
    let cost = try Cost(840, per: window)
    #expect(abs(cost.perMonth / perMonth - 1) < 1e-12)
  }

  @Test("costs that are none are refused", arguments: [-1, Double.nan, .infinity])
  func flaws(amount: Double) {
    #expect(throws: QuantityError.self) { try Cost(perMonth: amount) }
    #expect(throws: QuantityError.self) { try Cost(70, per: .duration(.zero)) }
  }
}
