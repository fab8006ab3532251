import Quantities

/// Capacities and the demands above them.
extension Topology {
  /// Definitions that a capacity limits, each before those that depend on it.
  func definitionsCarryingCapacity() -> [Bool] {
    var carries = [Bool](repeating: false, count: definitions.count)
    for index in evaluationOrder where definitions[index].demand == nil {
      let definition = definitions[index]
      carries[index] =
        definition.components.contains { $0.capacity != nil }
        || definition.dependencies.contains { name in
          definitionIndex[name].map { carries[$0] } ?? false
        }
    }
    return carries
  }

  /// Whether a capacity limits what flows through an expression.
  public func carriesCapacity(_ expression: Expression) -> Bool {
    switch expression {
    case .component(let component): component.capacity != nil
    case .name(let name): definitionIndex[name].map { carriesCapacity[$0] } ?? false
    default: expression.operands.contains(where: carriesCapacity)
    }
  }

  /// The definitions whose flow counts for the demand on a definition, that one left out: those that
  /// a capacity limits and that it depends on without another demand between. Each stands after all
  /// that it depends on. Cost: linear in the topology.
  public func flowing(into definition: Int) -> [Int] {
    var found: Set<Int> = []
    var open = [definition]
    while let next = open.popLast() {
      for name in definitions[next].dependencies {
        guard let index = definitionIndex[name], carriesCapacity[index] else { continue }
        if found.insert(index).inserted { open.append(index) }
      }
    }
    return evaluationOrder.filter(found.contains)
  }

  /// For each definition whether a demand on it, or on something that depends on it, counts its flow.
  public var isUnderDemand: [Bool] {
    var result = definitions.map { $0.demand != nil }
    for index in definitions.indices where definitions[index].demand != nil {
      for carrier in flowing(into: index) { result[carrier] = true }
    }
    return result
  }
}

// What is refused.
extension Topology {
  /// Flows of no size, and of units that don't mix.
  func checkRates() throws(TopologyError) {
    var first: Rate?
    for definition in definitions {
      for (word, rate) in definition.rates {
        guard rate.amount > 0 else {
          throw TopologyError(definition: definition.name, reason: .noFlow(word))
        }
        if let first, rate.ratio(to: first) == nil {
          throw TopologyError(definition: definition.name, reason: .mixedRates(first, rate))
        }
        first = first ?? rate
      }
    }
  }

  func checkFlows() throws(TopologyError) {
    for definition in definitions where !sumsHaveCapacities(definition) {
      throw TopologyError(definition: definition.name, reason: .sumWithoutCapacity)
    }
    for (index, definition) in definitions.enumerated() {
      guard let demand = definition.demand else { continue }
      let carriers = flowing(into: index)
      guard !carriers.isEmpty || definition.components.contains(where: { $0.capacity != nil })
      else {
        throw TopologyError(definition: definition.name, reason: .demandWithoutCapacity(demand))
      }
      for carrier in carriers + [index] { try checkWeights(definitions[carrier], definition.name) }
    }
  }

  private func sumsHaveCapacities(_ definition: Definition) -> Bool {
    definition.expressions.allSatisfy { expression in
      guard case .sum(let terms) = expression else { return true }
      return terms.allSatisfy(carriesCapacity)
    }
  }

  private func checkWeights(_ definition: Definition, _ demanding: String) throws(TopologyError) {
    for expression in definition.expressions {
      guard case .weighted = expression, carriesCapacity(expression) else { continue }
      throw TopologyError(
        definition: definition.name, reason: .weightedCapacity(under: demanding))
    }
  }
}

extension Definition {
  /// The expression that it is made of with all inside; none for a group.
  var expressions: [Expression] {
    guard case .expression(let expression) = body else { return [] }
    var found = [expression]
    var next = 0
    while next < found.count {
      found += found[next].operands
      next += 1
    }
    return found
  }

  /// The components that it is made of; of a group one member.
  package var components: [Component] {
    if case .group(let group) = body { return [group.member] }
    return expressions.compactMap { expression in
      guard case .component(let component) = expression else { return nil }
      return component
    }
  }

  /// Its capacities and its demand, each with its word.
  fileprivate var rates: [(String, Rate)] {
    components.compactMap { component in component.capacity.map { ("capacity", $0) } }
      + (demand.map { [("demand", $0)] } ?? [])
  }
}
