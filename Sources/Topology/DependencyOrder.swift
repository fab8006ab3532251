/// Orders definitions so that each comes after all that it depends on; finds cycles and the depth of
/// nesting. Works with a stack of its own: a chain of definitions may be long.
struct DependencyOrder {
  private(set) var order: [Int] = []
  private let topology: Topology
  private var isDone: [Bool]
  private var isOpen: [Bool]
  private var depth: [Int]
  private var stack: [(definition: Int, next: [Int])] = []

  init(of topology: Topology) throws(TopologyError) {
    self.topology = topology
    let count = topology.definitions.count
    isDone = Array(repeating: false, count: count)
    isOpen = isDone
    depth = Array(repeating: 0, count: count)
    for definition in 0..<count where !isDone[definition] {
      try open(definition)
      while !stack.isEmpty { try step() }
    }
  }

  private mutating func open(_ definition: Int) throws(TopologyError) {
    isOpen[definition] = true
    stack.append((definition, try dependencies(of: definition)))
  }

  private mutating func step() throws(TopologyError) {
    let top = stack.count - 1
    guard let next = stack[top].next.popLast() else {
      try close(stack.removeLast().definition)
      return
    }
    if isOpen[next] { throw cycle(closedBy: next) }
    if !isDone[next] { try open(next) }
  }

  private mutating func close(_ definition: Int) throws(TopologyError) {
    isOpen[definition] = false
    isDone[definition] = true
    let below = try dependencies(of: definition).map { depth[$0] }.max() ?? 0
    depth[definition] = below + topology.definitions[definition].nesting
    guard depth[definition] <= Topology.depthLimit else {
      throw error(definition, .tooDeep(limit: Topology.depthLimit))
    }
    order.append(definition)
  }

  private func dependencies(of definition: Int) throws(TopologyError) -> [Int] {
    var found: [Int] = []
    for name in topology.definitions[definition].dependencies {
      if let index = topology.definitionIndex[name] {
        found.append(index)
      } else if topology.domainIndex[name] == nil {
        throw error(definition, topology.flaw(ofName: name))
      }
    }
    return found
  }

  private func cycle(closedBy definition: Int) -> TopologyError {
    let start = stack.firstIndex { $0.definition == definition } ?? 0
    let names = (stack[start...].map(\.definition) + [definition]).map {
      topology.definitions[$0].name
    }
    return TopologyError(definition: names[names.count - 2], reason: .cycle(names))
  }

  private func error(_ definition: Int, _ reason: TopologyError.Reason) -> TopologyError {
    TopologyError(definition: topology.definitions[definition].name, reason: reason)
  }
}

extension Topology {
  /// Why a name that is neither a definition nor a domain can't be part of anything.
  public func flaw(ofName name: String) -> TopologyError.Reason {
    familyIndex[name] == nil
      ? .unknownName(name) : .familyAsPart(name)
  }
}

extension Definition {
  /// The names of all that its level depends on, queues included.
  public var dependencies: [String] {
    var names = needs + wants.map(\.name) + breakers.map(\.callee)
    names += sends.flatMap { [$0.consumer, $0.queue] }
    if case .expression(let expression) = body { names += expression.names }
    return names
  }

  /// How many levels of gates the definition adds, not counting those of other definitions.
  var nesting: Int {
    guard case .expression(let expression) = body else { return 2 }
    return 2 + expression.depth
  }
}

extension Expression {
  /// The names in it, in order, as often as they stand there.
  public var names: [String] {
    var names: [String] = []
    collectNames(into: &names)
    return names
  }

  private func collectNames(into names: inout [String]) {
    if case .name(let name) = self { names.append(name) }
    for operand in operands { operand.collectNames(into: &names) }
  }

  var depth: Int { 1 + (operands.lazy.map(\.depth).max() ?? 0) }
}
