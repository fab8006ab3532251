import Quantities
import Testing
import Topology

@testable import StructureFunctions

/// Rules under a demand, by hand.
///
///     shop, demand 300 rps = main else spare, noticed in 30 s
///     main, spare: 4 members that carry 100 rps each: levels 1/3, 2/3, 1, 1
@Suite("Rules under a demand")
struct TimedFlowTests {
  private func pool(
    _ name: String, _ change: (inout GroupBehaviour) -> Void = { _ in }
  ) throws -> Definition {
    let member = Component.hundredHours.carrying(try Rate(100, unit: "rps"))
    return Definition(
      name, .group(Group(.members(4), need: 1, of: member, behaviour: .with(change))))
  }

  private func shop(
    _ expression: Expression, _ definitions: Definition...
  ) throws -> (StructureFunction, ComponentNetwork) {
    let shop = Definition("shop", .expression(expression), demand: try Rate(300, unit: "rps"))
    let topology = try Topology(definitions: definitions + [shop])
    let structure = try StructureFunction(topology, of: "shop")
    let network = try ComponentNetwork(
      topology, of: "shop", atLeast: structure.positiveLevels)
    return (structure, network)
  }

  @Test("a pair reads the shares of the demand that its operands carry")
  func pair() throws {
    let (structure, network) = try shop(
      .failover(primary: "main", standby: "spare", .halfMinute), pool("main"), pool("spare"))
    let levels = structure.positiveLevels
    #expect(levels.count == 3)
    let pair = try #require(network.timedParts.first)
    #expect(pair.outputs.map(\.threshold) == levels)
    for (place, operand) in pair.operands.enumerated() {
      #expect(operand.levels == levels)
      #expect(operand.downBelow == 0)
      let members = network.names.indices.filter {
        network.names[$0] == ["main", "spare"][place]
      }
      #expect(members.count == 4)
      // So many members down take it below 1/3, 2/3 and 1.
      for (root, enough) in zip(operand.roots, [4, 3, 2]) {
        #expect(network.isDown(root: root, whenDown: members.prefix(enough)))
        #expect(!network.isDown(root: root, whenDown: members.prefix(enough - 1)))
      }
    }
  }

  @Test("one member leads whatever flows; above its need the plain group counts too")
  func leader() throws {
    let (structure, network) = try shop(
      "main", pool("main") { $0.failover = .halfMinute })
    #expect(structure.positiveLevels.count == 3)
    let leader = try #require(network.timedParts.first)
    #expect(network.timedParts.count == 1)
    #expect(leader.outputs.map(\.threshold) == [1])
    let output = leader.outputs[0].component
    #expect(network.roots[0] == .component(output))
    for root in 0..<3 { #expect(!network.isUp(root, whenDown: output)) }
    let members = leader.operands.compactMap { operand -> Int? in
      guard case .component(let member) = network.roots[operand.root] else { return nil }
      return member
    }
    #expect(network.isUp(2, whenDown: members[0]))
    #expect(!network.isUp(2, whenDown: members[0], members[3]))
    #expect(network.isUp(1, whenDown: members[0], members[3]))
  }

  // Users are sent to r members of which u are up: min(1, u / 3) x u / r, for 1 <= u <= r <= 4:
  // 1/3 of 1, 1/2, 1/3 and 1/4; 2/3 of 1, 2/3 and 1/2; 1 and 3/4; 1.
  @Test("routing multiplies what the members carry by the share that reaches them")
  func routing() throws {
    let (structure, network) = try shop("main", pool("main") { $0.detection = .seconds(5) })
    let expected = [1.0 / 12, 1.0 / 9, 1.0 / 6, 1.0 / 3, 4.0 / 9, 2.0 / 3, 3.0 / 4, 1]
    #expect(structure.positiveLevels.count == expected.count)
    for (found, level) in zip(structure.positiveLevels, expected) {
      #expect(abs(found - level) < 1e-15)
    }
    let part = try #require(network.timedParts.first)
    guard case .routing(_, 1, let share?) = part.kind else {
      Issue.record("\(part.kind)")
      return
    }
    #expect(abs(share - 1.0 / 3) < 1e-15)
  }

  // A shop with a demand of its own is down below 1: that is when the pair around it switches.
  @Test("a definition with a demand of its own is down below 1")
  func ownDemand() throws {
    let shop = Definition("shop", .expression("main"), demand: try Rate(300, unit: "rps"))
    let topology = try Topology(definitions: [
      try pool("main"), shop,
      Definition("x", .failover(primary: "shop", standby: part, .halfMinute)),
    ])
    let network = try ComponentNetwork(topology, of: "x", atLeast: [1.0 / 3])
    let primary = network.timedParts[0].operands[0]
    #expect(primary.levels.count == 2)
    #expect(primary.levels[primary.downBelow] == 1)
    #expect(network.timedParts[0].operands[1].levels == [1])
  }
}
