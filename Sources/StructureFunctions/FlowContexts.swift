import Quantities
import Topology

/// Under which demands the definitions that a service depends on are met, and whether sums add them.
///
/// Where one group is met under two demands, or added up, several thresholds of it meet in one
/// diagram, and its members can't be counted gate by gate.
struct FlowContexts {
  private let topology: Topology
  private var demands: [Int: Set<Rate?>] = [:]
  private var open: [(definition: Int, demand: Rate?)] = []
  private var addsFlows = false

  init(_ topology: Topology, of name: String) { self.init(topology, ofEach: [name]) }

  /// Of several things at once.
  init(_ topology: Topology, ofEach names: [String]) {
    self.topology = topology
    for name in names { visit(name, nil) }
    while let next = open.popLast() { follow(next.definition, next.demand) }
  }

  /// True when something with a capacity may be met with several thresholds.
  var mixesThresholds: Bool { addsFlows || demands.values.contains { $0.count > 1 } }

  private mutating func visit(_ name: String, _ demand: Rate?) {
    guard let index = topology.index(ofDefinition: name) else { return }
    let own = topology.carriesCapacity[index] ? demand : nil
    if demands[index, default: []].insert(own).inserted { open.append((index, own)) }
  }

  private mutating func follow(_ index: Int, _ demand: Rate?) {
    let definition = topology.definitions[index]
    let demand = definition.demand ?? demand
    for name in definition.needs + definition.wants.map(\.name) { visit(name, demand) }
    if case .expression(let expression) = definition.body { follow(expression, demand) }
  }

  private mutating func follow(_ expression: Expression, _ demand: Rate?) {
    if case .name(let name) = expression { visit(name, demand) }
    // A weighted sum compares levels of things with demands of their own.
    switch expression {
    case .sum: addsFlows = addsFlows || demand != nil
    case .weighted: addsFlows = addsFlows || !topology.definitions.allSatisfy { $0.demand == nil }
    default: break
    }
    for operand in expression.operands { follow(operand, demand) }
  }
}
