/// Turns gates into steps the way in which ``Evaluator`` evaluates them: independent inputs are
/// combined in closed form, shared parts are decided first, each gate once.
struct ProgramCompiler {
  /// For its gates and its choice of pivots.
  var evaluator: Evaluator
  var assembler: ProgramAssembler
  /// For each atom the first of its value's slots.
  private let slotOfAtom: [Int]
  private var known: [Int: Int] = [:]
  var criticalities: [CriticalPair: Int] = [:]

  init(
    _ structure: ThresholdStructure, valueOfAtom: [Int], into assembler: ProgramAssembler
  ) {
    evaluator = Evaluator(structure.marked)
    self.assembler = assembler
    slotOfAtom = valueOfAtom.map { StructureProgram.slot(ofValue: $0) }
  }

  /// The slots of a gate.
  mutating func slots(_ gate: Int) throws(ProgramOutgrown) -> Int {
    if gate == Gate.down { return StructureProgram.downGate }
    if gate == Gate.up { return StructureProgram.upGate }
    if let known = known[gate] { return known }
    let result = try compile(gate)
    known[gate] = result
    return result
  }

  private mutating func compile(_ gate: Int) throws(ProgramOutgrown) -> Int {
    let node = evaluator.arena[gate]
    switch node.operation {
    case .constant(let value): return value ? StructureProgram.upGate : StructureProgram.downGate
    case .atom(let atom): return slotOfAtom[atom]
    case .named: return try slots(node.inputs[0].gate)
    case .all, .any: return try junction(gate, node)
    case .atLeast(let need): return try threshold(gate, node, need)
    case .weighted(let threshold): return try weighted(gate, node, threshold)
    }
  }

  // MARK: Junctions

  private mutating func junction(_ gate: Int, _ node: Gate) throws(ProgramOutgrown) -> Int {
    let parts = IndependentParts(of: node.inputs, in: evaluator.arena)
    if parts.areAllSingle { return try combine(node.operation, node.inputs.map(\.gate)) }
    if parts.groups.count == 1 { return try expandOnPivot(gate, parts) }
    var gates: [Int] = []
    for part in parts.groups { gates.append(evaluator.arena.make(node.operation, part)) }
    return try combine(node.operation, gates)
  }

  /// Independent gates, all or any of them.
  mutating func combine(
    _ operation: Gate.Operation, _ gates: [Int]
  ) throws(ProgramOutgrown) -> Int {
    let isAll = operation == .all
    var result: Int?
    for gate in gates {
      let next = try slots(gate)
      guard let before = result else {
        result = next
        continue
      }
      result = try assembler.junction(isAll ? .all : .any, before, next)
    }
    return result ?? (isAll ? StructureProgram.upGate : StructureProgram.downGate)
  }

  // MARK: Expansion

  mutating func expandOnPivot(
    _ gate: Int, _ parts: IndependentParts
  ) throws(ProgramOutgrown) -> Int {
    let pivot = evaluator.choosePivot(parts, in: [gate])
    let event = try slots(evaluator.arena.content(ofPivot: pivot, in: gate) ?? gate)
    let up = evaluator.arena.cofactor(gate, pivot, true)
    let down = evaluator.arena.cofactor(gate, pivot, false)
    return try expand(on: event, up: up, down: down)
  }

  private mutating func expand(
    on event: Int, up: Int, down: Int
  ) throws(ProgramOutgrown) -> Int {
    let high = try slots(up)
    let low = try slots(down)
    let critical = try criticality(GatePair(high: up, low: down), rate: event + 2)
    return try assembler.mixture(event, high: high, low: low, critical: critical)
  }

  private mutating func weighted(
    _ gate: Int, _ node: Gate, _ threshold: Double
  ) throws(ProgramOutgrown) -> Int {
    let parts = IndependentParts(of: node.inputs, in: evaluator.arena)
    guard parts.areAllSingle else { return try expandOnPivot(gate, parts) }
    let heaviest = node.inputs.indices.max { node.inputs[$0].weight < node.inputs[$1].weight } ?? 0
    var rest = node.inputs
    let input = rest.remove(at: heaviest)
    let event = try slots(input.gate)
    let up = evaluator.arena.weighted(threshold - input.weight, rest)
    let down = evaluator.arena.weighted(threshold, rest)
    return try expand(on: event, up: up, down: down)
  }
}

extension StructureProgram {
  /// The program of several thresholds over shared values; `valueOfAtom` says for each threshold which
  /// value each atom has, any number where it has none. Throws ``ProgramOutgrown``.
  package init(
    _ structures: [ThresholdStructure], valueOfAtom: [[Int]], values: Int
  ) throws(ProgramOutgrown) {
    var assembler = ProgramAssembler(name: structures.first?.name ?? "", values: values)
    var outputs: [Int] = []
    for (structure, values) in zip(structures, valueOfAtom) {
      var compiler = ProgramCompiler(structure, valueOfAtom: values, into: assembler)
      outputs.append(try compiler.slots(structure.marked.roots[0]))
      assembler = compiler.assembler
    }
    self = assembler.program(outputs: outputs)
  }
}
