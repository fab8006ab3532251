import Quantities
import Testing
import Topology

@testable import StructureFunctions

/// Networks of some roots alone.
@Suite("Parts of a network")
struct RestrictionTests {
  // Two pairs with failover, of which one is needed, beside a database of three members: the
  // root of each operand, and the service's own.
  private func network() throws -> ComponentNetwork {
    let topology = try Topology(definitions: [
      Definition("db", 2, of: 3),
      Definition("site", .all([part, "db"])),
      Definition("pair", .failover(primary: .all(["site", part]), standby: part, .halfMinute)),
      Definition("x", .all([.copies(need: 1, count: 2, of: "pair"), "db"])),
    ])
    return try ComponentNetwork(topology, of: "x", atLeast: [1])
  }

  @Test("each root alone is down in the same states, of every 31st")
  func sameStates() throws {
    let network = try network()
    for root in network.roots.indices {
      let (alone, components) = network.restricted(to: [root])
      #expect(alone.roots.count == 1)
      #expect(alone.thresholds == [1])
      #expect(components == components.sorted())
      #expect(alone.names == components.map { network.names[$0] })
      for state in stride(from: 0, to: 1 << network.componentCount, by: 31) {
        let down = (0..<network.componentCount).filter { state >> $0 & 1 == 1 }
        let inside = components.indices.filter { down.contains(components[$0]) }
        #expect(
          alone.isDown(root: 0, whenDown: inside) == network.isDown(root: root, whenDown: down))
      }
    }
  }

  @Test("only what is below the roots is kept")
  func size() throws {
    let network = try network()
    let standby = network.timedParts[0].operands[1].root
    let (alone, components) = network.restricted(to: [standby])
    #expect(components.count == 1)
    #expect(alone.limits.isEmpty)
    #expect(alone.roots == [.component(0)])
    #expect(alone.rows.map(\.members) == [1])
  }

  @Test("several roots, equal ones too, keep their order; a plain network can be cut as well")
  func severalRoots() throws {
    let topology = try Topology(definitions: [
      Definition("db", 2, of: 3), Definition("x", .all([part, "db"])),
    ])
    let network = try ComponentNetwork(topology, of: "x", atLeast: [0.5, 1])
    let (alone, components) = network.restricted(to: [1, 0, 1])
    #expect(components == [0, 1, 2, 3])
    #expect(alone.thresholds == [1, 2, 3])
    #expect(alone.roots[0] == alone.roots[2])
    for down in components {
      for root in 0..<3 {
        #expect(
          alone.isDown(root: root, whenDown: [down, 3])
            == network.isDown(root: 0, whenDown: [down, 3]))
      }
    }
  }
}
