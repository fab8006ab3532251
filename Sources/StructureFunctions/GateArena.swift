/// Gates by index, each stored once: equal index means the same function of the same components.
///
/// Constructors simplify, so that a constant is always ``Gate/down`` or ``Gate/up`` and nested
/// conjunctions are flat.
struct GateArena {
  private(set) var gates = [
    Gate(operation: .constant(false)), Gate(operation: .constant(true)),
  ]
  /// For each gate the pivots that it depends on, those inside its own copies left out.
  private(set) var supports = [PivotSet(), PivotSet()]
  private var index: [Gate: Int] = [:]
  private var cofactors: [CofactorKey: Int] = [:]

  /// For a component that is used in several places, its pivot.
  var pivotOfAtom: [Int: Int] = [:]
  /// For each pivot the scopes whose copies it belongs to; empty for what exists once.
  var scopesOfPivot: [Set<Int>] = []

  private struct CofactorKey: Hashable {
    let gate: Int
    let pivot: Int
    let value: Bool
  }

  subscript(_ gate: Int) -> Gate { gates[gate] }

  func support(_ gate: Int) -> PivotSet { supports[gate] }

  /// The pivots that an input depends on and that are not new in each of its copies.
  func support(_ input: Gate.Input) -> PivotSet {
    guard let scope = input.scope else { return supports[input.gate] }
    return supports[input.gate].filter { !scopesOfPivot[$0].contains(scope) }
  }

  private mutating func intern(_ gate: Gate) -> Int {
    if let known = index[gate] { return known }
    gates.append(gate)
    supports.append(ownSupport(of: gate))
    index[gate] = gates.count - 1
    return gates.count - 1
  }

  private func ownSupport(of gate: Gate) -> PivotSet {
    switch gate.operation {
    case .constant: PivotSet()
    case .atom(let atom): pivotOfAtom[atom].map { PivotSet($0) } ?? PivotSet()
    case .named(let pivot): PivotSet(pivot).union(support(gate.inputs[0]))
    case .all, .any, .atLeast, .weighted: unionOfSupports(gate.inputs)
    }
  }

  private func unionOfSupports(_ inputs: [Gate.Input]) -> PivotSet {
    let nonempty = inputs.lazy.map { support($0) }.filter { !$0.isEmpty }
    guard let first = nonempty.first else { return PivotSet() }
    if nonempty.allSatisfy({ $0 == first }) { return first }
    return PivotSet(nonempty.flatMap(\.pivots))
  }

  // MARK: Constructors

  mutating func atom(_ atom: Int) -> Int { intern(Gate(operation: .atom(atom))) }

  mutating func named(_ pivot: Int, _ gate: Int) -> Int {
    if gate <= Gate.up { return gate }
    return intern(Gate(operation: .named(pivot), inputs: [.init(gate: gate)]))
  }

  mutating func all(_ operands: [Int]) -> Int {
    junction(.all, operands, absorbing: Gate.down, neutral: Gate.up)
  }

  mutating func any(_ operands: [Int]) -> Int {
    junction(.any, operands, absorbing: Gate.up, neutral: Gate.down)
  }

  private mutating func junction(
    _ operation: Gate.Operation, _ operands: [Int], absorbing: Int, neutral: Int
  ) -> Int {
    var flat: Set<Int> = []
    for operand in operands {
      if operand == absorbing { return absorbing }
      if operand == neutral { continue }
      if gates[operand].operation == operation {
        flat.formUnion(gates[operand].inputs.lazy.map(\.gate))
      } else {
        flat.insert(operand)
      }
    }
    guard flat.count > 1 else { return flat.first ?? neutral }
    return intern(Gate(operation: operation, inputs: flat.sorted().map { .init(gate: $0) }))
  }

  /// At least `need` members up. Inputs of one scope with the same gate are copies of each other and
  /// are gathered; other inputs must differ.
  mutating func atLeast(_ need: Int, _ inputs: [Gate.Input]) -> Int {
    var need = need
    var copies: [Gate.Input: Int] = [:]
    for input in inputs where input.gate != Gate.down {
      if input.gate == Gate.up {
        need -= input.copies
      } else {
        var key = input
        key.copies = 0
        copies[key, default: 0] += input.copies
      }
    }
    let members = copies.values.reduce(0, +)
    if need <= 0 { return Gate.up }
    if need > members { return Gate.down }
    return threshold(need, members, copies)
  }

  private mutating func threshold(
    _ need: Int, _ members: Int, _ copies: [Gate.Input: Int]
  ) -> Int {
    // The last copy of a scope stays one: bare, its components would look independent of the scope's
    // copies in another gate, and the two gates could not be compared.
    if members == 1, let only = copies.keys.first, only.scope == nil { return only.gate }
    var inputs = copies.map { key, count in
      var input = key
      input.copies = count
      return input
    }
    inputs.sort { ($0.gate, $0.scope ?? -1) < ($1.gate, $1.scope ?? -1) }
    guard inputs.allSatisfy({ $0.scope == nil }) else {
      return intern(Gate(operation: .atLeast(need), inputs: inputs))
    }
    return thresholdOfParts(need, members, inputs)
  }

  /// Without copies an input that occurs twice is one thing of double weight.
  private mutating func thresholdOfParts(
    _ need: Int, _ members: Int, _ inputs: [Gate.Input]
  ) -> Int {
    if inputs.contains(where: { $0.copies > 1 }) {
      let weighed = inputs.map { Gate.Input(gate: $0.gate, weight: Double($0.copies)) }
      return weighted(Double(need), weighed)
    }
    if need == members { return all(inputs.map(\.gate)) }
    if need == 1 { return any(inputs.map(\.gate)) }
    return intern(Gate(operation: .atLeast(need), inputs: inputs))
  }

  /// Inputs that are up weigh at least `threshold`, within ``StructureFunction/levelTolerance``.
  mutating func weighted(_ threshold: Double, _ inputs: [Gate.Input]) -> Int {
    var threshold = threshold
    var weights: [Int: Double] = [:]
    for input in inputs where input.gate != Gate.down {
      if input.gate == Gate.up {
        threshold -= input.weight
      } else {
        weights[input.gate, default: 0] += input.weight
      }
    }
    if threshold <= StructureFunction.levelTolerance { return Gate.up }
    let total = weights.values.reduce(0, +)
    if total < threshold - StructureFunction.levelTolerance { return Gate.down }
    if weights.values.allSatisfy({ total - $0 < threshold - StructureFunction.levelTolerance }) {
      return all(Array(weights.keys))
    }
    if weights.values.allSatisfy({ $0 >= threshold - StructureFunction.levelTolerance }) {
      return any(Array(weights.keys))
    }
    let ordered = weights.sorted { $0.key < $1.key }.map {
      Gate.Input(gate: $0.key, weight: $0.value)
    }
    return intern(Gate(operation: .weighted(threshold), inputs: ordered))
  }

  // MARK: Cofactors

  /// The gate with the pivot fixed to up or down. Cost: the gates that depend on the pivot, once.
  mutating func cofactor(_ gate: Int, _ pivot: Int, _ value: Bool) -> Int {
    guard supports[gate].contains(pivot) else { return gate }
    let key = CofactorKey(gate: gate, pivot: pivot, value: value)
    if let known = cofactors[key] { return known }
    let result = buildCofactor(gate, pivot, value)
    cofactors[key] = result
    return result
  }

  private mutating func buildCofactor(_ gate: Int, _ pivot: Int, _ value: Bool) -> Int {
    let old = gates[gate]
    switch old.operation {
    case .constant: return gate
    case .atom: return value ? Gate.up : Gate.down
    case .named(let own) where own == pivot: return value ? Gate.up : Gate.down
    default: break
    }
    return rebuild(old) { arena, input in
      arena.support(input).contains(pivot) ? arena.cofactor(input.gate, pivot, value) : input.gate
    }
  }

  /// The gate with each input replaced.
  mutating func rebuild(
    _ gate: Gate, replacing replacement: (inout GateArena, Gate.Input) -> Int
  ) -> Int {
    var inputs = gate.inputs
    for place in inputs.indices { inputs[place].gate = replacement(&self, inputs[place]) }
    return make(gate.operation, inputs)
  }

  /// The gate of an operation over inputs, simplified.
  mutating func make(_ operation: Gate.Operation, _ inputs: [Gate.Input]) -> Int {
    switch operation {
    case .constant(let value): value ? Gate.up : Gate.down
    case .atom(let number): atom(number)
    case .all: all(inputs.map(\.gate))
    case .any: any(inputs.map(\.gate))
    case .atLeast(let need): atLeast(need, inputs)
    case .weighted(let threshold): weighted(threshold, inputs)
    case .named(let pivot): named(pivot, inputs[0].gate)
    }
  }
}
