import Quantities

/// Probabilities of gates, bottom up, each gate once: both tails, and a sensitivity for each of some
/// slots.
///
/// A slot weighs components; the sensitivity of a gate is the sum over components of weight ×
/// P(the gate is critical for the component). With failure frequencies as weights it is the
/// gate's failure frequency; with a 1 for a single component, its Birnbaum importance.
///
/// Gates whose inputs are independent are combined in closed form; where inputs share pivots, the
/// gate is expanded on a pivot (Shannon; Bryant 1986 for the sharing of equal residues). Parts
/// without a common pivot are solved alone, copies are counted.
struct Evaluator {
  var arena: GateArena
  let name: String
  /// For each atom its probability of being up.
  let atoms: [Probability]
  /// For each atom its weight in each slot.
  let weights: [[Double]]
  let slots: Int
  /// For each pivot whether it is a component rather than a gate.
  let isAtomPivot: [Bool]

  private var probabilities: [Probability?] = []
  private var sensitivities: [[Double]] = []
  var criticalities: [GatePair: Double] = [:]
  /// The number of gates that were expanded on a pivot.
  var expansions = 0
  /// The largest relative error of a criticality that had to be formed by subtraction.
  var subtractionError = 0.0

  /// More gates than this and the answer is refused.
  static let gateLimit = 2_000_000

  init(_ structure: MarkedStructure, weights: [[Double]]) {
    arena = structure.arena
    name = structure.name
    atoms = structure.availabilities
    self.weights = weights
    slots = weights.first?.count ?? 0
    isAtomPivot = structure.isAtomPivot
  }

  /// An evaluator of probabilities alone.
  init(_ structure: MarkedStructure) {
    self.init(structure, weights: structure.availabilities.map { _ in [] })
  }

  struct Outcome {
    var probability: Probability
    var sensitivity: [Double]
  }

  mutating func probability(_ gate: Int) throws(StructureFunctionError) -> Probability {
    try outcome(gate).probability
  }

  mutating func outcome(_ gate: Int) throws(StructureFunctionError) -> Outcome {
    if gate < probabilities.count, let known = probabilities[gate] {
      return Outcome(probability: known, sensitivity: sensitivities[gate])
    }
    let result = try compute(gate)
    store(result, gate)
    return result
  }

  private mutating func store(_ outcome: Outcome, _ gate: Int) {
    let missing = gate + 1 - probabilities.count
    if missing > 0 {
      probabilities += Array(repeating: nil, count: missing)
      sensitivities += Array(repeating: [], count: missing)
    }
    probabilities[gate] = outcome.probability
    sensitivities[gate] = outcome.sensitivity
  }

  private mutating func compute(_ gate: Int) throws(StructureFunctionError) -> Outcome {
    guard arena.gates.count <= Self.gateLimit else {
      throw .tooMeshed(name, gates: Self.gateLimit)
    }
    let node = arena[gate]
    switch node.operation {
    case .constant(let value): return constant(value)
    case .atom(let atom): return Outcome(probability: atoms[atom], sensitivity: weights[atom])
    case .named: return try outcome(node.inputs[0].gate)
    case .all, .any: return try junction(gate, node)
    case .atLeast(let need): return try threshold(gate, node, need)
    case .weighted: return try weighted(gate, node)
    }
  }

  private func constant(_ value: Bool) -> Outcome {
    Outcome(
      probability: value ? .certain : .impossible,
      sensitivity: [Double](repeating: 0, count: slots))
  }

  /// Expands a gate on an event that is independent of what remains of it.
  mutating func expand(
    on event: Outcome, up: Int, down: Int
  ) throws(StructureFunctionError) -> Outcome {
    expansions += 1
    let high = try outcome(up)
    let low = try outcome(down)
    let isUp = event.probability.value
    let isDown = event.probability.complement
    let probability = Probability(
      uncheckedValue: isUp * high.probability.value + isDown * low.probability.value,
      complement: isUp * high.probability.complement + isDown * low.probability.complement)
    var sensitivity = [Double](repeating: 0, count: slots)
    let critical =
      event.sensitivity.contains { $0 != 0 } ? try criticality(up: up, down: down) : 0
    for slot in 0..<slots {
      sensitivity[slot] =
        event.sensitivity[slot] * critical + isUp * high.sensitivity[slot]
        + isDown * low.sensitivity[slot]
    }
    return Outcome(probability: probability, sensitivity: sensitivity)
  }

  /// Adds the sensitivities of independent inputs, each times the probability that the input is
  /// critical.
  func combine(
    _ probability: Probability, _ inputs: [Outcome], _ criticality: [Double]
  ) -> Outcome {
    var sensitivity = [Double](repeating: 0, count: slots)
    for (input, factor) in zip(inputs, criticality) {
      for slot in 0..<slots { sensitivity[slot] += input.sensitivity[slot] * factor }
    }
    return Outcome(probability: probability, sensitivity: sensitivity)
  }
}
