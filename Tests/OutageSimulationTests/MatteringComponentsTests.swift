import Quantities
import StructureFunctions
import Testing
import Topology

@testable import OutageSimulation

@Suite("Components that may matter alone")
struct MatteringComponentsTests {
  private func life(_ hours: Double) throws -> Component {
    try BehaviourSystems.component(hours, 1)
  }

  /// `x` with its components in the order in which they are written.
  private func network(_ expression: Expression) throws -> ComponentNetwork {
    try ComponentNetwork(
      try BehaviourSystems.topology(Definition("x", .expression(expression))), of: "x",
      atLeast: [1])
  }

  private func mattering(_ network: ComponentNetwork, others: [Int]) -> [Bool] {
    var components = MatteringComponents(network, others: others)
    return (0..<network.componentCount).map { components.mayMatter($0) }
  }

  @Test("without others: single points of failure")
  func singlePoints() throws {
    let a = Expression.component(try life(100))
    let b = Expression.component(try life(200))
    let c = Expression.component(try life(300))
    #expect(mattering(try network(.all([a, .any([b, c])])), others: []) == [true, false, false])
  }

  @Test("beside one that may be down anyway, its alternative matters")
  func alternative() throws {
    let a = Expression.component(try life(100))
    let b = Expression.component(try life(200))
    let c = Expression.component(try life(300))
    // x = a & (b | c), c having a history.
    let network = try network(.all([a, .any([b, c])]))
    #expect(mattering(network, others: [2]).prefix(2) == [true, true])
  }

  @Test("a group of which one more may fail matters only where others use up the spare")
  func group() throws {
    let parts = try (1...5).map { Expression.component(try life(Double($0) * 100)) }
    let network = try network(.all([.atLeast(2, of: Array(parts[0...3])), parts[4]]))
    // 2 of 4 takes three failures: one other leaves a spare, two others leave none.
    #expect(mattering(network, others: [0]).dropFirst() == [false, false, false, true])
    #expect(mattering(network, others: [0, 1]).dropFirst(2) == [true, true, true])
  }

  /// All states of others are tried: what the bound calls harmless must change nothing.
  @Test("never calls harmless what changes the service", arguments: 0..<60)
  func isSafe(seed: UInt64) throws {
    var random = SeededBits(seed)
    let count = 7
    let parts = try (1...count).map { Expression.component(try life(Double($0) * 50)) }
    func gate(_ members: [Expression]) -> Expression {
      .atLeast(random.next(members.count) + 1, of: members)
    }
    let inner = gate([parts[0], parts[1], parts[2]])
    let other = gate([parts[2 + random.next(2)], parts[4], inner])
    let network = try network(gate([inner, other, parts[5], parts[6]]))
    let others = (0..<network.componentCount).filter { _ in random.next(3) == 0 }
    let found = mattering(network, others: others)
    for component in found.indices where !found[component] {
      for mask in 0..<(1 << others.count) {
        let down = others.indices.filter { mask >> $0 & 1 == 1 }.map { others[$0] }
        #expect(
          network.isDown(root: 0, whenDown: down)
            == network.isDown(root: 0, whenDown: down + [component]))
      }
    }
  }
}

/// A few reproducible whole numbers for building small structures.
struct SeededBits {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

  /// 0 to below `limit`.
  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
