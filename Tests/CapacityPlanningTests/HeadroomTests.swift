import CapacityPlanning
import Quantities
import TestSupport
import Testing
import Topology

/// Every headroom rule, its worst case, and what would keep it.
@Suite("Headroom")
struct HeadroomTests {
  private static func rps(_ amount: Double) throws -> Rate { try Rate(amount, unit: "rps") }

  /// 8 members dealt 3, 3, 2 over three zones, and two of twice the size in each.
  private static func shop() throws -> Topology {
    let (one, two) = (try rps(1_000), try rps(2_000))
    let demand = try rps(6_000)
    return try Topology {
      Zones("az", 3, .percent(99.95))
      Service("web", 1, of: 8, .percent(99.9), across: ["az"], capacity: one)
      Service("api", 2, per: "az", need: 1, .percent(99.9), capacity: two)
      System("shop", "web" & "api", demand: demand)
    }
  }

  @Test("rules, losses and what is left by hand")
  func byHand() throws {
    let answer = try HeadroomAnswer(try Self.shop(), of: "shop")
    // Three of 8 stand in the first zone; two zones leave 2 of web and 2 of api.
    let expected: [(String, Double, Bool, String)] = [
      ("any one az lost", 5_000, false, "1 more web"),
      ("any 2 of az lost", 2_000, false, "10 more web and 1 more api per az"),
      ("N + 1 of web", 7_000, true, ""), ("N + 2 of web", 6_000, true, ""),
      ("rolling update of web, 25% out", 6_000, true, ""), ("N + 1 of api", 8_000, true, ""),
      ("N + 2 of api", 8_000, true, ""), ("rolling update of api, 25% out", 8_000, true, ""),
    ]
    #expect(answer.rows.count == expected.count && answer.unchecked.isEmpty)
    for (row, (title, left, isKept, additions)) in zip(answer.rows, expected) {
      #expect(row.survival.rule.title == title)
      #expect(row.survival.left?.amount == left && row.survival.isMet == isKept)
      #expect(row.additions?.map(\.text).joined(separator: " and ") == additions)
      #expect(row.servedIfShed == min(1, left / 6_000))
      #expect(row.servedInCascade == (isKept ? 1 : 0))
    }
  }

  @Test("zones of unlike size fail one after another, though all together carry the demand")
  func cascade() throws {
    let (one, demand) = (try Self.rps(1_000), try Self.rps(8_000))
    let topology = try Topology {
      Zones("r", 3, .percent(99.9))
      Service("a", 1, of: 6, .percent(99.9), in: ["r.1"], capacity: one)
      Service("b", 1, of: 6, .percent(99.9), in: ["r.2"], capacity: one)
      Service("c", 1, of: 2, .percent(99.9), in: ["r.3"], capacity: one)
      System("all", .sum(["a", "b", "c"]), demand: demand)
    }
    let row = try #require(try HeadroomAnswer(topology, of: "all").rows.first)
    // 4,000 for each of two: the small one fails, and then the large one with 8,000.
    #expect(row.survival.isMet && row.servedIfShed == 1 && row.servedInCascade == 0)
  }

  @Test("a part in one zone alone is kept by no number; what has no demand merely stays up")
  func none() throws {
    let topology = try Topology {
      Zones("az", 2, .percent(99.95))
      Service("db", 1, of: 1, .percent(99.9), in: ["az.1"])
      Service("web", 1, of: 2, .percent(99.9), across: ["az"])
      System("all", "db" & "web")
    }
    let rows = try HeadroomAnswer(topology, of: "all").rows
    #expect(rows[0].survival.lost == "az.1" && rows[0].survival.isDown)
    #expect(rows[0].additions == nil && rows[0].servedIfShed == nil)
    #expect(rows[2].survival.rule == .members(1, of: "db"))
    #expect(rows[2].additions?.map(\.text) == ["1 more db"])
    #expect(try HeadroomAnswer(topology, of: "az.1").rows.allSatisfy { $0.additions == nil })
  }

  @Test("1,000 domains: any one is looked at by name as too many, members are not")
  func large() throws {
    let topology = try Topology {
      Zones("host", 1_000, .percent(99.95))
      Service("web", 990, of: 1_000, .percent(99.9), across: ["host"])
    }
    let answer = try HeadroomAnswer(topology, of: "web")
    #expect(answer.unchecked == [.domains(1, of: "host"), .domains(2, of: "host")])
    #expect(answer.rows.map(\.survival.isMet) == [true, true, false])
    #expect(answer.rows[2].additions?.first?.text == "319 more web")
  }

  /// Against trying one size after another: 60 groups over zones, all rules.
  @Test("halving finds the same as trying sizes upwards")
  func upwards() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<60 {
      let zones = Int.random(in: 1...4, using: &random)
      let members = Int.random(in: 1...9, using: &random)
      let demand = Int.random(in: 1...12, using: &random)
      func topology(_ members: Int) throws -> Topology {
        let (one, all) = (try Self.rps(1), try Self.rps(Double(demand)))
        return try Topology {
          Zones("az", zones, .percent(99))
          Service("web", 1, of: members, .percent(99), across: ["az"], capacity: one)
          System("all", .name("web"), demand: all)
        }
      }
      for row in try HeadroomAnswer(try topology(members), of: "all").rows {
        let fewest = try (members...10 * members).first { size in
          try topology(size).survival(of: "all", without: row.survival.rule).isMet
        }
        #expect(row.additions.map { $0.first?.count ?? 0 } == fewest.map { $0 - members })
      }
    }
  }
}
