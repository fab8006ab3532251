import Quantities
import Testing
import Topology

/// `across` deals members round robin; the expected places are written by hand.
@Suite("dealing members to domains")
struct DealingTests {
  private static func topology(_ families: [DomainFamily]) throws -> Topology {
    try Topology(definitions: [], families: families)
  }

  private static func family(
    _ name: String, _ count: Int, per parent: String? = nil
  ) -> DomainFamily {
    DomainFamily(name, count: count, per: parent, .perfect)
  }

  /// The names of the domains of each cell, with the number of members there.
  private static func dealt(
    _ size: Group.Size, across: [String] = [], inside: [String] = [], in topology: Topology
  ) -> [String: Int] {
    let group = Group(size, need: 1, of: .perfect, across: across, inside: inside)
    var result: [String: Int] = [:]
    for cell in topology.cells(of: group) {
      let names = cell.domains.map { topology.domains[$0].name }.sorted()
      result[names.joined(separator: " "), default: 0] += cell.members
    }
    return result
  }

  @Test("round robin: five members over three zones are 2, 2 and 1")
  func roundRobin() throws {
    let topology = try Self.topology([Self.family("az", 3)])
    let dealt = Self.dealt(.members(5), across: ["az"], in: topology)
    #expect(dealt == ["az.1": 2, "az.2": 2, "az.3": 1])
  }

  @Test("fewer members than zones leave the last zones empty")
  func fewMembers() throws {
    let topology = try Self.topology([Self.family("az", 3)])
    let dealt = Self.dealt(.members(2), across: ["az"], in: topology)
    #expect(dealt == ["az.1": 1, "az.2": 1])
  }

  @Test("two of each in every zone")
  func perDomain() throws {
    let topology = try Self.topology([Self.family("az", 3)])
    let dealt = Self.dealt(.perDomain(2, family: "az"), in: topology)
    #expect(dealt == ["az.1": 2, "az.2": 2, "az.3": 2])
  }

  @Test("a member in a host stands in the host's zone too")
  func nested() throws {
    let topology = try Self.topology([Self.family("az", 2), Self.family("host", 2, per: "az")])
    let dealt = Self.dealt(.members(5), across: ["host"], in: topology)
    #expect(
      dealt == [
        "az.1 host.1.1": 2, "az.1 host.1.2": 1, "az.2 host.2.1": 1, "az.2 host.2.2": 1,
      ])
  }

  @Test("a domain that all stand in, and one family")
  func inside() throws {
    let topology = try Self.topology([Self.family("az", 2), Self.family("region", 1)])
    let dealt = Self.dealt(.members(3), across: ["az"], inside: ["region.1"], in: topology)
    #expect(dealt == ["az.1 region.1": 2, "az.2 region.1": 1])
  }

  /// Without the shift of the second family, zone 1 would always run version 1 where 2 divides the
  /// number of zones.
  @Test(
    "two families cross: each dealt evenly, no combination twice before all are used",
    arguments: [(2, 2), (3, 2), (2, 3), (3, 3), (4, 2), (4, 6), (6, 4), (1, 3)])
  func crossed(zones: Int, versions: Int) throws {
    let topology = try Self.topology([Self.family("az", zones), Self.family("version", versions)])
    for members in 1...(2 * zones * versions + 1) {
      let dealt = Self.dealt(.members(members), across: ["az", "version"], in: topology)
        .filter { $0.value > 0 }
      #expect(dealt.values.reduce(0, +) == members)
      #expect(dealt.count == min(members, zones * versions))
      #expect(Self.spread(dealt.values) <= 1)
      for (family, count) in [("az", zones), ("version", versions)] {
        let counts = (1...count).map { place in
          dealt.filter { $0.key.split(separator: " ").contains("\(family).\(place)") }
            .values.reduce(0, +)
        }
        #expect(Self.spread(counts) <= 1, "\(members) members over \(family): \(counts)")
      }
    }
  }

  private static func spread(_ counts: some Collection<Int>) -> Int {
    (counts.max() ?? 0) - (counts.min() ?? 0)
  }
}
