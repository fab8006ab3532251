import Quantities
import Testing
import Topology

@testable import StructureFunctions

/// Groups with behaviour, shared crews and maintenance in compiled networks, by hand.
@Suite("Groups and schedules in the network")
struct TimedGroupTests {
  private static let zones = DomainFamily("az", count: 2, .hundredHours)

  // Three members over two zones: 1 and 3 in az.1, 2 in az.2.
  @Test("a leader group reads each member's effective state in order of declaration")
  func leader() throws {
    let network = try compiledNetwork(
      families: [Self.zones],
      Definition("db", 2, of: 3, across: ["az"]) { $0.failover = .halfMinute })
    let names = network.names
    let leader = try #require(network.timedParts.first)
    #expect(leader.kind == .leader(.halfMinute, need: 2))
    #expect(leader.operands.count == 3)
    #expect(names.filter { $0 == "db" }.count == 3)
    let zones = ["az.1", "az.2"].compactMap { names.firstIndex(of: $0) }
    for (member, operand) in leader.operands.enumerated() {
      #expect(!network.isUp(operand.root, whenDown: zones[member % 2]))
      #expect(network.isUp(operand.root, whenDown: zones[1 - member % 2]))
      let own = names.indices.filter {
        names[$0] == "db" && !network.isUp(operand.root, whenDown: $0)
      }
      #expect(own.count == 1)
    }
    #expect(network.roots[0] == .component(leader.outputs[0].component))
    #expect(names[leader.outputs[0].component] == "db failover")
    #expect(network.couplings.isEmpty)
  }

  @Test("what changes nothing leaves the group plain")
  func plain() throws {
    let behaviours: [(inout GroupBehaviour) -> Void] = [
      { $0.crews = 3 }, { $0.spares = .hot }, { $0.spares = .warm(.certain) }, { $0.sharing = 0 },
      { $0.detection = .zero }, { $0.failover = Failover() },
    ]
    for behaviour in behaviours {
      let network = try compiledNetwork(Definition("web", 2, of: 3, behaviour))
      #expect(network.timedParts.isEmpty)
      #expect(network.couplings.isEmpty)
      #expect(network.rows.count == 1)
    }
    let all = try compiledNetwork(Definition("db", 3, of: 3) { $0.failover = .halfMinute })
    #expect(all.timedParts.isEmpty)
  }

  // 2 of 3 with routing: 2/2, 3/3 and 2/3 of the users are served, or none.
  @Test("routing has a level for each share of users sent to members that are up")
  func routing() throws {
    let web = Definition("web", 2, of: 3) { $0.detection = .seconds(5) }
    let structure = try StructureFunction(Topology(definitions: [web]), of: "web")
    #expect(structure.positiveLevels == [2.0 / 3, 1])
    let network = try compiledNetwork(atLeast: structure.positiveLevels, web)
    let routing = try #require(network.timedParts.first)
    #expect(routing.kind == .routing(detection: .seconds(5), need: 2, share: nil))
    #expect(routing.outputs.map(\.threshold) == [2.0 / 3, 1])
    #expect(routing.operands.count == 3)
    #expect(throws: StructureFunctionError.tooManyLevels("web", limit: 4_096)) {
      try StructureFunction(
        Topology(definitions: [Definition("web", 2, of: 300) { $0.detection = .seconds(5) }]),
        of: "web")
    }
  }

  @Test("members that share crews are coupled, and the group is the plain k of n over them")
  func crews() throws {
    let network = try compiledNetwork(
      Definition("web", 2, of: 4) {
        $0.crews = 1
        $0.spares = .cold
      })
    #expect(network.timedParts.isEmpty)
    let coupled = try #require(network.couplings.first)
    #expect(coupled.name == "web")
    #expect(coupled.crews == 1)
    #expect(
      coupled.groups == [.init(components: [0, 1, 2, 3], need: 2, spares: .cold, sharing: 0)])
    #expect(network.isUp(0, whenDown: 0, 3))
    #expect(!network.isUp(0, whenDown: 0, 1, 3))
  }

  @Test("a leader may be elected among coupled members")
  func leaderOfCoupled() throws {
    let network = try compiledNetwork(
      Definition("db", 1, of: 3) {
        $0.failover = .halfMinute
        $0.sharing = 0.5
      })
    #expect(network.timedParts.count == 1)
    #expect(network.couplings.map(\.crews) == [nil])
    #expect(
      network.couplings[0].groups
        == [.init(components: [0, 1, 2], need: 3, spares: nil, sharing: 0.5)])
    #expect(
      network.timedParts[0].operands.map { network.roots[$0.root] }
        == (0..<3).map { .component($0) })
  }

  // plant = lit & 2 of 3 lit & web & pump, one crew: the two kinds of literals and the members of
  // web share it; what stands behind the name of another expression does not.
  @Test("an expression's crew serves its components, copies, and members of groups named there")
  func sharedCrew() throws {
    let network = try compiledNetwork(
      Definition("pump", part), Definition("web", 1, of: 2),
      Definition(
        "plant",
        .expression(.all([part, .copies(need: 2, count: 3, of: part), "web", "pump"])), crews: 1))
    let coupled = try #require(network.couplings.first)
    #expect(network.couplings.count == 1)
    #expect(coupled.crews == 1)
    let names = network.names
    let members = coupled.groups.flatMap(\.components)
    #expect(Set(members).count == 6)
    #expect(!members.contains(names.firstIndex(of: "pump") ?? -1))
    #expect(members.filter { names[$0] == "web" }.count == 2)
    // A crew for each: nobody waits.
    let enough = try compiledNetwork(
      Definition("web", 1, of: 2),
      Definition("plant", .expression(.all([part, "web"])), crews: 3))
    #expect(enough.couplings.isEmpty)
  }

  @Test("copies have crews of their own")
  func copiedCrew() throws {
    let network = try compiledNetwork(
      Definition("web", 1, of: 2),
      Definition("plant", .expression(.all([part, "web"])), crews: 1),
      Definition("x", .copies(need: 1, count: 3, of: "plant")))
    #expect(network.couplings.count == 3)
    let members = network.couplings.map { Set($0.groups.flatMap(\.components)) }
    #expect(members.allSatisfy { $0.count == 3 })
    #expect(members.reduce(Set()) { $0.union($1) }.count == 9)
    // A copy is down with any of its literal, or both of its web.
    let (first, second) = (members[0].union(members[1]), members[2])
    let downs = second.filter { extra in
      network.isDown(root: 0, whenDown: first.union([extra]))
    }
    #expect(downs.count == 1)
  }

  // Members 1 to 3 at places 0 to 2, az.1 and az.2 at places 3 and 4.
  @Test("maintenance rolls over the members of its scope, one place each")
  func rollingMaintenance() throws {
    let windows = Maintenance(
      every: .days(30), lasting: .hours(1), isRolling: true, scope: ["web", "az"])
    let network = try compiledNetwork(
      families: [Self.zones], Definition("patches", .maintenance(windows)),
      Definition("web", 3, of: 3, across: ["az"]))
    let part = try #require(network.timedParts.first)
    #expect(network.timedParts.count == 1)
    #expect(part.kind == .maintenance(windows, places: 5))
    #expect(part.outputs.map(\.place) == [0, 1, 2, 3, 4])
    #expect(part.outputs.allSatisfy { !network.isUp(0, whenDown: $0.component) })
    #expect(network.componentCount == 10)
  }

  @Test("maintenance that does not roll takes all members down together")
  func maintenance() throws {
    let windows = Maintenance(every: .days(30), lasting: .hours(1), scope: ["web"])
    let network = try compiledNetwork(
      Definition("patches", .maintenance(windows)), Definition("web", 1, of: 3),
      Definition("x", .any(["web", part])))
    let patches = try #require(network.timedParts.first)
    #expect(patches.outputs.count == 1)
    let names = network.names
    let other = try #require(names.firstIndex { $0.hasPrefix("x ") })
    #expect(!network.isUp(0, whenDown: patches.outputs[0].component, other))
    #expect(network.isUp(0, whenDown: patches.outputs[0].component))
    let named = try compiledNetwork(
      Definition("night", .maintenance(Maintenance(every: .days(1), lasting: .hours(1)))),
      Definition("y", .all([part, "night"])))
    #expect(named.timedParts[0].outputs.map(\.place) == [0])
    #expect(!named.isUp(0, whenDown: named.timedParts[0].outputs[0].component))
  }

  @Test("the exact engine refuses what follows from histories, by name")
  func refusals() throws {
    let cases: [(Definition, String)] = [
      (Definition("x", .failover(primary: part, standby: part, .halfMinute)), "failover"),
      (Definition("x", 1, of: 2) { $0.crews = 1 }, "crews"),
      (Definition("x", 1, of: 2) { $0.spares = .cold }, "standby"),
      (Definition("x", 1, of: 2) { $0.sharing = 1 }, "load sharing"),
      (Definition("x", 1, of: 2) { $0.detection = .seconds(1) }, "detection"),
      (Definition("x", .behaving(.any([part, "y"]), .buffer(.tenMinutes))), "buffer"),
    ]
    for (definition, word) in cases {
      let topology = try Topology(definitions: [Definition("y", part), definition])
      let structure = try StructureFunction(topology, of: "x")
      let level = try #require(structure.positiveLevels.last)
      let expected = StructureFunctionError.followsHistory("x", behaviour: word)
      #expect(throws: expected) { try structure.figures(atLeast: level) }
      #expect(throws: expected) { try structure.importance(atLeast: level) }
      #expect(throws: expected) { try structure.minimalCutSets(atLeast: level, order: 2) }
      #expect(throws: expected) { try OutageStartSampler(topology, of: "x", atLeast: level) }
    }
  }
}
