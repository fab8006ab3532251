import Quantities
import Topology

/// Draws the states of single components in steady state at the instant at which an outage begins,
/// and at an instant at which the system is down.
///
/// With independent components an outage begins when a component fails for which the system is
/// critical. Draws are exact: from the top down through the decompositions of the exact engine, each
/// choice weighed by sums and products of positive terms (relative error of a branch's probability
/// below 1e-12 for systems of some hundred parts), so that 30 nines are drawn as well as 3. What the
/// condition leaves open is drawn independently. A value: copies draw on their own, and what one
/// draws depends on its uniform numbers alone.
public struct OutageStartSampler: Sendable {
  /// The system's single components and structure, for the one threshold; drawn components are its
  /// nodes.
  public let network: ComponentNetwork
  /// The long-run probability that the system is down.
  public let unavailability: Double
  /// How often outages begin: the sum over components of failure frequency × Birnbaum importance
  /// (Schneeweiss 1981), per second.
  public let outagesPerSecond: Double

  private let plan: DrawPlan
  private let startStep: Int32
  private let downStep: Int32
  private let independent: IndependentDowns
  private var draw: ConditionalDraw

  /// For outages in which the level of `name` is below `threshold`, above 0.
  ///
  /// Cost: that of the exact engine, and for each of its gates a table of its inputs' counts. Throws
  /// ``StructureFunctionError``: what the exact engine refuses,
  /// ``StructureFunctionError/followsHistory(_:behaviour:)`` for rules in time, or
  /// ``StructureFunctionError/untimed(_:)`` for components without times.
  public init(
    _ topology: Topology, of name: String, atLeast threshold: Double
  ) throws(StructureFunctionError) {
    var compiler = try StructureFunction(topology, of: name).detailedCompiler()
    let root = try compiler.gate(name, atLeast: threshold)
    try compiler.refuseHistories(below: [root])
    try self.init(compiler, root: root, underlying: nil, threshold, name)
  }

  /// For outages of the structure underneath the level of `name` being at least `threshold`: one
  /// without rules, whose outages contain all of the service's. Without rules it is the service's own.
  ///
  /// Its root is ``ComponentNetwork/underlyingRoot`` of ``network``, nil where it is the service's own;
  /// ``unavailability`` and ``outagesPerSecond`` are its figures. What it does not depend on is drawn
  /// independently, in steady state; components that stand for rules are never drawn.
  ///
  /// - Absorption, a buffer, a failover between two: what is followed first. A queue: consumer and
  ///   queue both up. A leader group: all members up. Routing: as many members up as carry the level
  ///   when users are sent to all. A breaker at or below its fallback: the callee.
  /// - Lags, changes, planned windows and breakers above their fallback may be down at any time; when
  ///   nothing stands in for them, and wherever members depend on each other, this throws
  ///   ``StructureFunctionError/followsHistory(_:behaviour:)``.
  ///
  /// Cost and other errors as for ``init(_:of:atLeast:)``, with all copies written out.
  public init(
    _ topology: Topology, of name: String, underlying threshold: Double
  ) throws(StructureFunctionError) {
    let structure = try StructureFunction(topology, of: name)
    var compiler = structure.detailedCompiler()
    var root = try compiler.gate(name, atLeast: threshold)
    if !compiler.sites.isEmpty {
      // Rules read several levels of one thing, which then meet in one structure.
      compiler = structure.detailedCompiler()
      compiler.writesCopiesOut = true
      compiler.writesMembersOut = true
      root = try compiler.gate(name, atLeast: threshold)
    }
    let underlying = compiler.underlying(root)
    if underlying == nil { try compiler.refuseHistories(below: [root]) }
    let isOwn = underlying == root
    try self.init(compiler, root: root, underlying: isOwn ? nil : underlying, threshold, name)
  }

  private init(
    _ compiler: StructureCompiler, root: Int, underlying: Int?, _ threshold: Double,
    _ name: String
  ) throws(StructureFunctionError) {
    let timed = TimedStructure(compiler, roots: [root])
    let numbering = try ComponentNumbering(compiler, used: timed.usedAtoms, name: name)
    network = try ComponentNetwork(
      compiler, timed, numbering, roots: [root], underlying: underlying, thresholds: [threshold],
      name: name)
    try Self.checkTimes(network.rows)
    let frequencies = compiler.atoms.map {
      compiler.component(of: $0).failureFrequency?.perSecond ?? 0
    }
    let structure = MarkedStructure(compiler, roots: [underlying ?? root], name: name)
    var steps = DrawCompiler(structure, numbering, frequencies: frequencies)
    let start = try steps.start(structure.roots[0])
    startStep = start.step
    outagesPerSecond = start.mass
    downStep = try steps.value(structure.roots[0], false)
    unavailability = try steps.mass(structure.roots[0], false)
    plan = steps.plan
    independent = IndependentDowns(network)
    draw = ConditionalDraw(scopes: compiler.scopes.count)
  }

  private static func checkTimes(_ rows: [ComponentRow]) throws(StructureFunctionError) {
    var names: [String] = []
    for row in rows where row.component.failureFrequency == nil && !names.contains(row.name) {
      names.append(row.name)
    }
    guard names.isEmpty else { throw .untimed(names) }
  }

  /// The component whose failure begins an outage, chosen in proportion to failure frequency ×
  /// Birnbaum importance; puts the other components that are down into `down`, drawn given that the
  /// system is critical for it.
  ///
  /// `uniform` gives independent numbers, uniform from 0 to below 1. There must be outages
  /// (``outagesPerSecond`` above 0). Cost: the gates on the way to what is decided, and one number
  /// for each component that is down.
  public mutating func drawStart(_ uniform: () -> Double, down: inout [Int32]) -> Int32 {
    precondition(outagesPerSecond > 0, "an outage can begin")
    draw(startStep, uniform, &down)
    return draw.failing
  }

  /// Puts the components that are down into `down`, drawn given that the system is down.
  ///
  /// `uniform` as for ``drawStart(_:down:)``; ``unavailability`` must be above 0.
  public mutating func drawDown(_ uniform: () -> Double, down: inout [Int32]) {
    precondition(unavailability > 0, "the system can be down")
    draw(downStep, uniform, &down)
  }

  private mutating func draw(_ step: Int32, _ uniform: () -> Double, _ down: inout [Int32]) {
    swap(&draw.down, &down)
    draw.clear()
    plan.follow(step, &draw, uniform)
    independent.draw(&draw, uniform)
    swap(&draw.down, &down)
  }
}
