import CapacityPlanning
import Quantities
import TestSupport
import Testing
import Topology

/// What is left without each domain, against the rule that goes through all of them.
@Suite("Losses of failure domains")
struct DomainLossesTests {
  @Test("the worst of the different domains is the worst of all, in random topologies")
  func random() throws {
    var compared = 0
    for seed in UInt64(1)...200 {
      let drawn =
        seed % 2 == 0
        ? RandomTopology(seed: seed, components: 2...12)
        : RandomTopology(flowsFrom: seed, components: 2...12)
      guard let topology = drawn?.topology, let subject = drawn?.subject else { continue }
      let losses = DomainLosses(topology)
      for family in topology.families {
        guard
          let worst = try? topology.survival(of: subject, without: .domains(1, of: family.name))
        else { continue }
        let domains = losses.distinctDomains(ofFamily: family.name)
        let answers = domains.map { losses.answer(about: subject, without: $0) }
        // A domain with nothing in it takes nothing.
        let whole = losses.answer(about: subject, without: nil)
        #expect((answers + [whole]).map(\.served).min() == min(worst.served, whole.served))
        #expect((answers + [whole]).contains(where: \.isDown) == (worst.isDown || whole.isDown))
        compared += 1
      }
    }
    #expect(compared > 75)
  }

  private static func shop() throws -> Topology {
    try Topology {
      Zones("az", 4, .percent(99.95))
      Service("web", 6, of: 9, .percent(99.9), across: ["az"])
      Service("db", 1, of: 2, .percent(99.9), in: ["az.2"])
      System("shop", "web" & "db" & "az.3")
    }
  }

  @Test("domains that hold the same and are named alike are one sort")
  func sorts() throws {
    // 9 members over 4 zones: 3, 2, 2, 2; the second holds db, and the third is named.
    let losses = DomainLosses(try Self.shop())
    let names = losses.distinctDomains(ofFamily: "az").map { losses.topology.domains[$0].name }
    #expect(names == ["az.1", "az.2", "az.3", "az.4"])
    let plain = try Topology {
      Zones("az", 3_000, .percent(99.95))
      Service("web", 6, of: 3_001, .percent(99.9), across: ["az"])
    }
    #expect(DomainLosses(plain).distinctDomains(ofFamily: "az") == [0, 1])
    #expect(DomainLosses(plain).members(in: 0) == ["web": 2])
  }

  @Test("what falls, with all groups and with some spared")
  func falling() throws {
    let losses = DomainLosses(try Self.shop())
    let names: Set = ["web", "db", "shop", "az.3"]
    #expect(losses.down(among: names, without: 0) == [])
    #expect(losses.down(among: names, without: 1) == ["db", "shop"])
    #expect(losses.down(among: names, without: 1, sparing: ["db"]) == [])
    #expect(losses.down(among: names, without: 2) == ["az.3", "shop"])
    #expect(losses.isDown("shop", without: 4, of: "web"))
    #expect(!losses.isDown("shop", without: 3, of: "web"))
    #expect(losses.answer(about: "shop", without: nil).isMet)
  }
}
