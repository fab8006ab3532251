import Quantities
import Topology

/// Works out the law of a fleet's capacity: decides the shared gates, and sums up what is left.
struct FleetEvaluator {
  private let fleet: CapacityFleet
  private let nodes: FleetNodes
  private let shared: SharedGates
  /// For each shared gate whether it is open.
  private var isOpen: [Int: Bool] = [:]
  private var work = 0

  /// More combinations of shared gates are refused.
  static let stateLimit = 16_384
  /// More multiplications are refused; as many take some ten seconds.
  static let workLimit = 20_000_000_000
  /// More common steps in all are refused.
  static let stepLimit = 4_194_304

  init(_ fleet: CapacityFleet) throws(ResourceAdequacyError) {
    guard fleet.totalSteps <= Self.stepLimit else {
      throw .tooManySteps(fleet.totalSteps, limit: Self.stepLimit)
    }
    self.fleet = fleet
    nodes = FleetNodes(fleet)
    shared = SharedGates(nodes)
    guard shared.states(limit: Self.stateLimit) != nil else {
      let names = shared.classes.joined().map { fleet.gates[$0].name }
      throw .tooManyStates(names, limit: Self.stateLimit)
    }
  }

  /// The law of the fleet's capacity in steps.
  mutating func law() throws(ResourceAdequacyError) -> CapacityLaw {
    try law(decidingFrom: 0).refined(to: 1)
  }

  private mutating func law(
    decidingFrom place: Int
  ) throws(ResourceAdequacyError) -> CapacityLaw {
    guard place < shared.classes.count else { return try sum(nodes.root) }
    let alike = shared.classes[place]
    let gate = try gate(alike[0])
    var laws: [CapacityLaw] = []
    for open in 0...alike.count {
      for (number, gate) in alike.enumerated() { isOpen[gate] = number < open }
      laws.append(try law(decidingFrom: place + 1))
    }
    for gate in alike { isOpen[gate] = nil }
    return CapacityLaw.mixture(laws, gate: gate.open, closingPerSecond: gate.closingPerSecond)
  }

  /// The chance that a gate is open and how often it closes, given the gates decided so far.
  private mutating func gate(
    _ gate: Int
  ) throws(ResourceAdequacyError) -> (open: Probability, closingPerSecond: Double) {
    let law = try sum(gate)
    let need = nodes.nodes[gate].need
    guard need < law.count else { return (.impossible, 0) }
    return (
      Probability(
        uncheckedValue: min(1, law.reached[need]), complement: min(1, law.short[need])),
      law.falling[need]
    )
  }

  // MARK: Sums

  /// The law of a sum, before its need, given the gates decided so far.
  private mutating func sum(_ index: Int) throws(ResourceAdequacyError) -> CapacityLaw {
    let node = openPart(of: nodes.nodes[index])
    var blocks = try node.items.map { entry throws(ResourceAdequacyError) in
      Optional(try law(of: entry.item.content, entry.count))
    }
    // For each item the place of the law that holds it.
    var holder = Array(node.items.indices)
    let places = node.placesOfGates
    for gate in NestedGates(places).nested {
      let items = places[gate] ?? []
      let inner = Set(items.map { holder[$0] }).sorted()
      let sum = try self.sum(of: inner.compactMap { blocks[$0] })
      for place in inner { blocks[place] = nil }
      let own = try self.gate(gate)
      blocks[inner[0]] = sum.gated(by: own.open, closingPerSecond: own.closingPerSecond)
      for (item, place) in holder.enumerated() where inner.contains(place) {
        holder[item] = inner[0]
      }
    }
    return try sum(of: blocks.compactMap(\.self))
  }

  /// The terms that no decided gate has closed, behind the gates that aren't decided.
  private func openPart(of node: SumNode) -> SumNode {
    guard !isOpen.isEmpty else { return node }
    var open = SumNode(need: node.need)
    for (item, count) in node.items where item.gates.allSatisfy({ isOpen[$0] != false }) {
      var item = item
      item.gates.removeAll { isOpen[$0] != nil }
      open.add(item, count: count)
    }
    return open
  }

  private mutating func law(
    of content: SumNode.Content, _ count: Int
  ) throws(ResourceAdequacyError) -> CapacityLaw {
    switch content {
    case .members(let component, let steps):
      return CapacityLaw(
        members: count, availability: component.availability,
        failuresPerSecond: component.failureFrequency?.perSecond ?? 0, stride: steps)
    case .pool(let index): return try sum(index).cut(below: nodes.nodes[index].need)
    }
  }

  private mutating func sum(of laws: [CapacityLaw]) throws(ResourceAdequacyError) -> CapacityLaw {
    guard var sum = laws.first else { return CapacityLaw() }
    for law in laws.dropFirst() {
      let cost = sum.costOfAdding(law)
      guard cost <= Self.workLimit - work else { throw .tooMuchWork(limit: Self.workLimit) }
      work += cost
      sum = sum.adding(law)
    }
    return sum
  }
}
