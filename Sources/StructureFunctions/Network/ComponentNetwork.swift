import Topology

/// The structure of a service written out for single components, for following it event by event.
///
/// Nodes are the components, numbered from 0, and then the gates. A gate counts the weight of its
/// inputs that are down; it is down while that weight is at least its limit. Exact: a root is down
/// in just those states in which the level is below its threshold.
public struct ComponentNetwork: Sendable {
  /// What a threshold depends on.
  public enum Root: Sendable, Hashable {
    /// Always up.
    case always
    /// Never up.
    case never
    /// Up while this component is.
    case component(Int)
    /// Up while this gate is.
    case gate(Int)
  }

  /// More single components, or more uses of components and gates, than this are refused.
  public static let sizeLimit = 5_000_000

  /// The kinds of components, as the importance table names them.
  public let rows: [ComponentRow]
  /// For each component the index of its kind in ``rows``; a kind's components are neighbours.
  public let rowOfComponent: [Int]
  /// For each gate, inputs before the gates that use them, the weight of inputs down from which on
  /// it is down; 1 or more.
  public let limits: [Int64]
  /// For each node where its entries in ``parents`` begin, and at the end where the last ones end.
  public let firstParent: [Int32]
  /// The gates that use a node.
  public let parents: [Int32]
  /// What the node weighs in that gate, 1 or more and at most the gate's limit.
  public let parentWeights: [Int64]
  /// One root for each threshold, and behind them what rules read of their operands.
  public let roots: [Root]
  /// The thresholds of the service, ascending.
  public let thresholds: [Double]
  /// Rules and sources of downtime, each behind those that its operands depend on.
  public let timedParts: [TimedPart]
  /// Components whose lives depend on each other.
  public let couplings: [CoupledMembers]

  /// The place in ``roots`` of a structure without rules whose outages contain all of the service's,
  /// where outages are sampled by that; nil for all other networks.
  public private(set) var underlyingRoot: Int?

  /// For each gate its inputs, where parts of the network are asked for.
  let inputs: NodeInputs?

  /// The number of single components on which a root depends.
  public var componentCount: Int { rowOfComponent.count }

  /// The structure of the level of `name`, a definition or a domain, being at least each of
  /// `thresholds`, which lie above 0 and may come in any order.
  ///
  /// Cost: linear in the number of components and their uses, copies written out. Throws
  /// ``StructureFunctionError``.
  public init(
    _ topology: Topology, of name: String, atLeast thresholds: [Double]
  ) throws(StructureFunctionError) {
    var compiler = try StructureFunction(topology, of: name).detailedCompiler()
    var gates: [Int] = []
    for threshold in thresholds.sorted() {
      gates.append(try compiler.gate(name, atLeast: threshold))
    }
    try self.init(compiler, roots: gates, thresholds: thresholds.sorted(), name: name)
  }

  init(
    _ compiler: StructureCompiler, roots: [Int], thresholds: [Double], name: String
  ) throws(StructureFunctionError) {
    let timed = TimedStructure(compiler, roots: roots)
    let numbering = try ComponentNumbering(compiler, used: timed.usedAtoms, name: name)
    try self.init(compiler, timed, numbering, roots: roots, thresholds: thresholds, name: name)
  }

  /// With another root behind all others for the structure underneath the service, if there is one.
  init(
    _ compiler: StructureCompiler, _ timed: TimedStructure, _ numbering: ComponentNumbering,
    roots: [Int], underlying: Int? = nil, thresholds: [Double], name: String
  ) throws(StructureFunctionError) {
    try timed.checkDraws()
    var builder = NetworkBuilder(compiler, numbering, name: name)
    var nodes: [Root] = []
    for root in roots { nodes.append(try builder.node(root)) }
    let parts = try timed.parts(numbering, &builder, &nodes)
    if let underlying { nodes.append(try builder.node(underlying)) }
    let flat = NetworkFlattening(builder.gates, roots: nodes)
    self.init(
      flat.gates, roots: flat.roots, rows: numbering.rows,
      rowOfComponent: numbering.rowOfComponent, thresholds: thresholds, parts: parts,
      couplings: timed.coupledMembers(numbering))
    if underlying != nil { underlyingRoot = nodes.count - 1 }
  }

  init(
    _ gates: [NetworkGate], roots: [Root], rows: [ComponentRow], rowOfComponent: [Int],
    thresholds: [Double], parts: [TimedPart], couplings: [CoupledMembers]
  ) {
    let uses = NodeUses(gates, components: rowOfComponent.count)
    self.rows = rows
    self.rowOfComponent = rowOfComponent
    limits = gates.map(\.limit)
    firstParent = uses.first
    parents = uses.parents
    parentWeights = uses.weights
    self.roots = roots
    self.thresholds = thresholds
    timedParts = parts
    self.couplings = couplings
    inputs = parts.isEmpty ? nil : NodeInputs(uses, gates: gates.count)
  }

  /// Whether the `root`-th threshold is missed while just these components are down. Cost: linear in
  /// the size of the network.
  public func isDown(root: Int, whenDown components: some Sequence<Int>) -> Bool {
    let down = Set(components)
    switch roots[root] {
    case .always: return false
    case .never: return true
    case .component(let number): return down.contains(number)
    case .gate(let number): return gatesDown(whenDown: down)[number]
    }
  }

  private func gatesDown(whenDown components: Set<Int>) -> [Bool] {
    var weights = [Int64](repeating: 0, count: limits.count)
    func addWeight(of node: Int) {
      for use in Int(firstParent[node])..<Int(firstParent[node + 1]) {
        weights[Int(parents[use])] += parentWeights[use]
      }
    }
    for component in components { addWeight(of: component) }
    for gate in limits.indices where weights[gate] >= limits[gate] {
      addWeight(of: componentCount + gate)
    }
    return zip(weights, limits).map { $0 >= $1 }
  }
}
