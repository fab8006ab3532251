import Quantities
import StructureFunctions
import Testing
import Topology

/// Which of two topologies has more of the same.
@Suite("Growth")
struct GrowthTests {
  private static func shop(
    perZone: Int, zones: Int = 3, need: Int = 4, behaviour: GroupBehaviour = .independent
  ) throws -> Topology {
    try Topology {
      Zones("az", zones, .mtbf(.years(2), mttr: .hours(1)))
      Service(
        "web", perZone, per: "az", need: need, .mtbf(.days(30), mttr: .minutes(5)),
        behaviour: behaviour)
      System("shop", "web")
    }
  }

  @Test("more members, and more zones with members of their own, hold the fewer")
  func more() throws {
    let small = try Self.shop(perZone: 2)
    #expect(small.isPart(of: small))
    #expect(small.isPart(of: try Self.shop(perZone: 3)))
    #expect(small.isPart(of: try Self.shop(perZone: 2, zones: 4)))
    #expect(!(try Self.shop(perZone: 3)).isPart(of: small))
  }

  @Test("other needs, members that depend on each other, and dealing over more zones do not")
  func others() throws {
    let small = try Self.shop(perZone: 2)
    #expect(!small.isPart(of: try Self.shop(perZone: 3, need: 5)))
    let crews = GroupBehaviour(crews: 1)
    #expect(
      !(try Self.shop(perZone: 2, behaviour: crews)).isPart(
        of: try Self.shop(perZone: 3, behaviour: crews)))
    func dealt(over zones: Int) throws -> Topology {
      try Topology {
        Zones("az", zones, .percent(99.99))
        Service("web", 10, of: 15, .percent(99.5), across: ["az"])
      }
    }
    #expect(!(try dealt(over: 2)).isPart(of: try dealt(over: 3)))
  }

  @Test("a failover above what grows may turn a shorter outage into a longer one")
  func failover() throws {
    func pair(_ members: Int) throws -> Topology {
      try Topology {
        Service("eu", 2, of: members, .mtbf(.days(30), mttr: .minutes(5)))
        Part("us", .percent(99.9, mttr: .hours(2)))
        System(
          "world",
          .failover(
            primary: .name("eu"), standby: .name("us"),
            Failover(switching: .exponential(mean: .minutes(5)))))
      }
    }
    #expect(!(try pair(3)).isPart(of: try pair(4)))
  }

  @Test("shared crews, queues and tails of random length above what grows may do so too")
  func unsteadyRules() throws {
    func shared(_ members: Int) throws -> Topology {
      try Topology {
        Service("web", 1, of: members, .mtbf(.hours(10), mttr: .hours(1)))
        Part("db", .mtbf(.hours(100), mttr: .hours(1)))
        System("site", "web" & "db", crews: 1)
      }
    }
    #expect(!(try shared(3)).isPart(of: try shared(4)))
    func lagging(_ members: Int, _ law: Law) throws -> Topology {
      try Topology {
        Service("web", 1, of: members, .mtbf(.hours(10), mttr: .hours(1)))
        System("site", "web", afterEffects: [.lag(law)])
      }
    }
    let random = Law.exponential(mean: .hours(1))
    #expect(!(try lagging(3, random)).isPart(of: try lagging(4, random)))
    #expect(try lagging(3, .fixed(.hours(1))).isPart(of: try lagging(4, .fixed(.hours(1)))))
  }

  @Test("a cost of the same members is no growth")
  func costs() throws {
    func priced(_ amount: Double) throws -> Topology {
      let cost = try Cost(perMonth: amount)
      return try Topology { Service("web", 1, of: 2, .percent(99), cost: cost) }
    }
    #expect(!(try priced(1)).isPart(of: try priced(2)))
  }

  @Test("what holds another is never less available")
  func availability() throws {
    var last = 1.0
    for count in 2...6 {
      let structure = try StructureFunction(try Self.shop(perZone: count), of: "shop")
      let lost = try structure.figures(atLeast: 1).probability.complement
      #expect(lost < last)
      last = lost
    }
  }
}
