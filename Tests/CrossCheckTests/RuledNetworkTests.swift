import Quantities
import StructureFunctions
import TestSupport
import Testing
import Topology

/// Networks of random topologies with rules.
@Suite("networks with rules")
struct RuledNetworkTests {
  private static func cases(_ seeds: Range<UInt64>) throws -> [RuledTopology] {
    try seeds.compactMap { seed in
      try RandomTopology(seed: seed, components: 2...8).flatMap { try RuledTopology($0) }
    }
  }

  private func comment(_ ruled: RuledTopology) -> Comment {
    Comment(rawValue: "seed \(ruled.plain.seed)\n\(ruled.topology.text)")
  }

  @Test("rules that pass on what they follow leave every threshold's unavailability")
  func passing() throws {
    var compared = 0
    var copies = 0
    for ruled in try Self.cases(41_001..<41_601) {
      let engine = try StructureFunction(ruled.plain.topology, of: ruled.plain.subject)
      let all = engine.positiveLevels
      let levels = Set([all.first, all.last].compactMap(\.self)).sorted()
      let network = try ComponentNetwork(
        ruled.topology, of: ruled.plain.subject, atLeast: levels)
      expectOrder(network, comment(ruled))
      let states = RuledEnumeration(network, .passing)
      guard states.components.count <= 8 else { continue }
      let downs = states.states(of: Array(levels.indices))
      for (root, level) in levels.enumerated() {
        let found = downs.indices.reduce(0) { downs[$1][root] ? $0 + states.probability($1) : $0 }
        let exact = try engine.figures(atLeast: level).probability.complement
        #expect(agrees(found, exact, within: 1e-12), comment(ruled))
        compared += network.timedParts.isEmpty ? 0 : 1
      }
      let names = network.timedParts.map { "\($0.name) \($0.kind)" }
      copies += Set(names).count < names.count ? 1 : 0
    }
    #expect(compared > 300)
    #expect(copies > 20)
  }

  /// Operands depend on outputs of earlier parts alone, and each output stands for one part.
  private func expectOrder(_ network: ComponentNetwork, _ comment: Comment) {
    var later = Set(network.timedParts.flatMap { $0.outputs.map(\.component) })
    #expect(later.count == network.timedParts.reduce(0) { $0 + $1.outputs.count }, comment)
    for part in network.timedParts {
      let read = network.restricted(to: part.operands.flatMap(\.roots)).components
      #expect(later.isDisjoint(with: read), comment)
      later.subtract(part.outputs.map(\.component))
      for operand in part.operands {
        #expect(operand.levels == operand.levels.sorted(), comment)
        #expect(operand.levels.indices.contains(operand.downBelow), comment)
      }
    }
  }

  @Test("the structure underneath is down whenever the service can be, as often as is said")
  func underlying() throws {
    var compared = 0
    for ruled in try Self.cases(42_001..<42_401) {
      let engine = try StructureFunction(ruled.topology, of: ruled.plain.subject)
      guard let level = engine.positiveLevels.last,
        let sampler = try? OutageStartSampler(
          ruled.topology, of: ruled.plain.subject, underlying: level)
      else { continue }
      let states = RuledEnumeration(sampler.network, .worst)
      guard let root = sampler.network.underlyingRoot, states.components.count <= 8 else {
        continue
      }
      let downs = states.states(of: [0, root])
      #expect(downs.allSatisfy { !$0[0] || $0[1] }, comment(ruled))
      let found = downs.indices.reduce(0) { downs[$1][1] ? $0 + states.probability($1) : $0 }
      #expect(agrees(found, sampler.unavailability, within: 1e-12), comment(ruled))
      compared += 1
    }
    #expect(compared > 150)
  }
}
