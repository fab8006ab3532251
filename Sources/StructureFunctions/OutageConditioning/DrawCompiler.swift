import Quantities

/// Builds a ``DrawPlan`` from the top down, by the decompositions of the exact engine: parts that
/// are independent are counted, shared parts are decided first.
///
/// Three kinds of steps are built, each once for a gate: for its value, for an outage of it that
/// begins, and for its being critical for a marker that stands in it. Each mass is a sum of products
/// of positive terms, so that the rarest condition keeps its relative precision.
struct DrawCompiler {
  /// A step, and the probability (of a start: the frequency) of what it draws.
  struct Draw {
    var step: Int32
    var mass: Double

    static let impossible = Draw(step: DrawPlan.nothing, mass: 0)
  }

  struct Condition: Hashable {
    let gate: Int
    let isUp: Bool
  }

  /// How a gate is taken apart.
  enum Decomposition {
    /// Independent members of which `need` must be up.
    case members([Gate.Input], need: Int)
    /// On the states of a shared part.
    case pivot(Int)
    /// On the states of one input of a weighted sum.
    case input(Int)
  }

  var evaluator: Evaluator
  var plan: DrawPlan
  /// Failures per second of each atom.
  let frequencies: [Double]
  /// Stands for what a gate is critical for.
  let marker: Marker

  var values: [Condition: Int32] = [:]
  var valueTrees: [Int: Int32] = [:]
  var starts: [Int: Draw] = [:]
  var criticals: [Int: Draw] = [:]
  var probabilities: [Int: Probability] = [:]
  var memberTrees: [MemberTreeKey: Int32] = [:]

  /// The number of gates that were expanded on a shared part to find where they are critical.
  var expansions = 0

  /// More such expansions than this and the plan is refused.
  static let expansionLimit = 5_000
  /// More numbers than this in tables and the plan is refused.
  static let sizeLimit = 50_000_000

  init(_ structure: MarkedStructure, _ numbering: ComponentNumbering, frequencies: [Double]) {
    evaluator = Evaluator(structure)
    plan = DrawPlan(numbering)
    self.frequencies = frequencies
    marker = evaluator.arena.addMarker(atom: structure.availabilities.count)
  }

  func isMarked(_ gate: Int) -> Bool { evaluator.arena.supports[gate].contains(marker.pivot) }

  mutating func decomposition(
    of gate: Int
  ) throws(StructureFunctionError) -> Decomposition {
    guard plan.laws.count <= Self.sizeLimit, expansions <= Self.expansionLimit,
      evaluator.arena.gates.count <= Evaluator.gateLimit
    else { throw .tooMeshed(evaluator.name, gates: evaluator.arena.gates.count) }
    let node = evaluator.arena[gate]
    let parts = parts(node.inputs)
    if parts.areAllSingle { return separate(node) }
    if parts.groups.count > 1 {
      switch node.operation {
      case .atLeast(let need): return .members(node.inputs, need: need)
      case .all, .any: return grouped(parts.groups, node.operation)
      case .weighted, .constant, .atom, .named: break
      }
    }
    return .pivot(evaluator.choosePivot(parts, in: [gate], around: marker))
  }

  func parts(_ inputs: [Gate.Input]) -> IndependentParts {
    IndependentParts(of: inputs, in: evaluator.arena, ignoring: marker.pivot)
  }

  /// Inputs that share parts are one member of a conjunction or disjunction.
  private mutating func grouped(
    _ groups: [[Gate.Input]], _ operation: Gate.Operation
  ) -> Decomposition {
    let gates = groups.map { evaluator.arena.make(operation, $0) }
    return .members(
      gates.map { .init(gate: $0) }, need: operation == .all ? gates.count : 1)
  }

  private func separate(_ node: Gate) -> Decomposition {
    switch node.operation {
    case .all: return .members(node.inputs, need: node.inputs.count)
    case .atLeast(let need): return .members(node.inputs, need: need)
    case .weighted: return .input(heaviest(node.inputs))
    case .any, .constant, .atom, .named: return .members(node.inputs, need: 1)
    }
  }

  /// The place of the heaviest input that isn't the marker itself.
  private func heaviest(_ inputs: [Gate.Input]) -> Int {
    let open = inputs.indices.filter { inputs[$0].gate != marker.gate }
    return open.max { inputs[$0].weight < inputs[$1].weight } ?? 0
  }

  // MARK: Expansion

  /// What a gate is expanded on.
  func content(_ gate: Int, _ expansion: Decomposition) -> Int {
    switch expansion {
    case .pivot(let pivot): evaluator.arena.content(ofPivot: pivot, in: gate) ?? gate
    case .input(let place): evaluator.arena[gate].inputs[place].gate
    case .members: gate
    }
  }

  /// The gate with what it is expanded on fixed.
  mutating func fixed(_ gate: Int, _ expansion: Decomposition, _ isUp: Bool) -> Int {
    switch expansion {
    case .pivot(let pivot): evaluator.arena.cofactor(gate, pivot, isUp)
    case .input(let place):
      substituted(gate, place, by: isUp ? Gate.up : Gate.down)
    case .members: gate
    }
  }

  /// The gate with the marker in the place of what it is expanded on.
  mutating func marked(_ gate: Int, _ expansion: Decomposition) -> Int {
    switch expansion {
    case .pivot(let pivot): evaluator.arena.replacing(pivot, by: marker.gate, in: gate)
    case .input(let place): substituted(gate, place, by: marker.gate)
    case .members: gate
    }
  }

  private mutating func substituted(_ gate: Int, _ place: Int, by substitute: Int) -> Int {
    var node = evaluator.arena[gate]
    node.inputs[place].gate = substitute
    return evaluator.arena.make(node.operation, node.inputs)
  }
}
