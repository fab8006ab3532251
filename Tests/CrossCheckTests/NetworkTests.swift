import Quantities
import StructureFunctions
import TestSupport
import Testing
import Topology

/// The structure written out for single components.
@Suite("network of single components")
struct NetworkTests {
  private static func drawn(_ seeds: Range<UInt64>) -> [RandomTopology] {
    seeds.compactMap { RandomTopology(seed: $0, components: [1...4, 5...8, 9...11][Int($0 % 3)]) }
  }

  /// Sums of sums have many levels; of more than three a case checks the first, a middle and the
  /// last.
  private static func levels(_ engine: StructureFunction) -> [Double] {
    let all = engine.positiveLevels
    guard all.count > 3 else { return all }
    return [all[0], all[all.count / 2], all[all.count - 1]]
  }

  @Test("its states give the exact engine's unavailability and frequency")
  func agreesWithExactEngine() throws {
    var compared = 0
    for drawn in Self.drawn(5_001..<5_401) {
      guard let engine = try? StructureFunction(drawn.topology, of: drawn.subject) else { continue }
      for level in Self.levels(engine) {
        let exact = try engine.figures(atLeast: level)
        let network = try ComponentNetwork(drawn.topology, of: drawn.subject, atLeast: [level])
        let states = NetworkEnumeration(network)
        compared += 1
        let context = Comment(
          rawValue: "seed \(drawn.seed), level \(level)\n\(drawn.topology.text)")
        let frequency = exact.frequency?.perSecond ?? .nan
        #expect(
          agrees(states.unavailability, exact.probability.complement, within: 1e-12), context)
        #expect(agrees(states.frequency, frequency, within: 1e-11), context)
      }
    }
    #expect(compared > 500)
  }

  @Test("several thresholds share their components: each root is that of its threshold alone")
  func severalThresholds() throws {
    var compared = 0
    for drawn in Self.drawn(6_001..<6_201) {
      guard let engine = try? StructureFunction(drawn.topology, of: drawn.subject) else { continue }
      let levels = Self.levels(engine)
      guard levels.count > 1 else { continue }
      let network = try ComponentNetwork(drawn.topology, of: drawn.subject, atLeast: levels)
      for (root, level) in levels.enumerated() {
        let exact = try engine.figures(atLeast: level).probability.complement
        let found = NetworkEnumeration(network, root: root).unavailability
        #expect(agrees(found, exact, within: 1e-12), "seed \(drawn.seed), level \(level)")
        compared += 1
      }
    }
    #expect(compared > 50)
  }

  @Test("a kind has as many components as its row says; gates come after their inputs")
  func invariants() throws {
    for drawn in Self.drawn(7_001..<7_201) {
      guard let engine = try? StructureFunction(drawn.topology, of: drawn.subject) else { continue }
      let levels = Self.levels(engine)
      let network = try ComponentNetwork(drawn.topology, of: drawn.subject, atLeast: levels)
      for (row, kind) in network.rows.enumerated() {
        #expect(network.rowOfComponent.count { $0 == row } == kind.members)
      }
      expectOrder(network)
    }
  }

  private func expectOrder(_ network: ComponentNetwork) {
    let nodes = network.componentCount + network.limits.count
    var inputs = [Int](repeating: 0, count: network.limits.count)
    var weights = [Int64](repeating: 0, count: network.limits.count)
    #expect(network.firstParent.count == nodes + 1)
    for node in 0..<nodes {
      for use in Int(network.firstParent[node])..<Int(network.firstParent[node + 1]) {
        let parent = Int(network.parents[use])
        inputs[parent] += 1
        weights[parent] += network.parentWeights[use]
        #expect(node < network.componentCount + parent)
        #expect((1...network.limits[parent]).contains(network.parentWeights[use]))
      }
    }
    #expect(inputs.allSatisfy { $0 >= 2 })
    #expect(zip(weights, network.limits).allSatisfy { $0 >= $1 })
  }

  @Test("hundred thousand members in hosts of their own, and ten thousand copies of a pair")
  func large() throws {
    let part = Expression.component(try Component(availability: .percent(99), mttr: nil))
    let topology = try Topology(
      definitions: [
        Definition(
          "web",
          .group(Group(.perDomain(2, family: "host"), need: 90_000, of: try .init(.percent(99))))),
        Definition("pair", .expression(.any([part, part]))),
        Definition("pairs", .expression(.copies(need: 9_000, count: 10_000, of: "pair"))),
        Definition("all", .expression("web" & "pairs")),
      ], families: [DomainFamily("host", count: 50_000, try .init(.percent(99)))])
    let network = try ComponentNetwork(topology, of: "all", atLeast: [1])
    #expect(network.componentCount == 170_000)
    #expect(network.limits.count == 110_003)
    #expect(!network.isDown(root: 0, whenDown: 0..<10_000))
    let pairs = try #require(network.rows.firstIndex { $0.name == "pair" })
    let first = try #require(network.rowOfComponent.firstIndex(of: pairs))
    let pairsDown = (first..<(first + 1_001)).flatMap { [$0, $0 + 10_000] }
    #expect(network.isDown(root: 0, whenDown: pairsDown))
    #expect(!network.isDown(root: 0, whenDown: pairsDown.dropLast()))
  }

  @Test("too many copies are refused by name")
  func tooMany() throws {
    let part = Expression.component(try Component(availability: .percent(99)))
    let inner = Expression.copies(need: 1, count: 9_000, of: part)
    let topology = try Topology(definitions: [
      Definition("x", .expression(.copies(need: 1, count: 9_000, of: inner)))
    ])
    #expect(throws: StructureFunctionError.tooManyComponents("x", limit: 5_000_000)) {
      try ComponentNetwork(topology, of: "x", atLeast: [1])
    }
  }
}

extension Component {
  fileprivate init(_ life: Life) throws { self = try life.component() }
}

/// Whether two figures are equal but for a relative error, or both 0.
func agrees(_ found: Double, _ expected: Double, within tolerance: Double) -> Bool {
  found == expected || abs(found - expected) <= tolerance * abs(expected)
}
