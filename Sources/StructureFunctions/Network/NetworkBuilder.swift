/// Writes the copies of gates out. A gate is built once for each choice of the copies that it
/// depends on; with a stack of its own, since structures may be deep.
struct NetworkBuilder {
  /// A gate in some copies.
  private struct Instance: Hashable {
    let gate: Int
    let copies: Int
  }

  /// Weights of sums are whole multiples of 2^-40.
  private static let weightScale = 0x1p40

  private(set) var gates: [NetworkGate] = []
  private let name: String
  private let arena: GateArena
  private let scopesOfGates: [Set<Int>]
  private let numbering: ComponentNumbering
  private var copyNumbers = CopyNumbers()
  private var known: [Instance: ComponentNetwork.Root] = [:]
  private var uses = 0

  init(_ compiler: StructureCompiler, _ numbering: ComponentNumbering, name: String) {
    self.name = name
    self.numbering = numbering
    arena = compiler.arena
    scopesOfGates = compiler.scopesOfGates
  }

  /// What a gate is in the network, in some copies of scopes, outer ones first.
  mutating func node(
    _ gate: Int, in copies: [ScopeCopy] = []
  ) throws(StructureFunctionError) -> ComponentNetwork.Root {
    var list = CopyNumbers.none
    for copy in copies where scopesOfGates[gate].contains(copy.scope) {
      list = copyNumbers.list(list, entering: copy.scope, copy: copy.copy)
    }
    let root = Instance(gate: gate, copies: list)
    var open = node(root) == nil ? [root] : []
    while let next = open.last {
      let inputs = try node(next) == nil ? self.inputs(of: next) : []
      let missing = inputs.map(\.instance).filter { node($0) == nil }
      guard missing.isEmpty else {
        open += missing
        continue
      }
      if node(next) == nil { known[next] = build(next, inputs) }
      open.removeLast()
    }
    return node(root) ?? .always
  }

  private func node(_ instance: Instance) -> ComponentNetwork.Root? {
    switch arena[instance.gate].operation {
    case .constant(let isUp): return isUp ? .always : .never
    case .atom(let atom): return .component(component(atom, instance.copies))
    default: return known[instance]
    }
  }

  private func component(_ atom: Int, _ copies: Int) -> Int {
    numbering.component(atom) { copyNumbers.copy(of: $0, in: copies) } ?? 0
  }

  // MARK: Inputs

  private mutating func inputs(
    of instance: Instance
  ) throws(StructureFunctionError) -> [(instance: Instance, weight: Double)] {
    let gate = arena[instance.gate]
    uses += gate.inputs.reduce(0) { $0 + $1.copies }
    // Twice as often as there are uses: once to find what is missing, once to build.
    guard uses <= 2 * ComponentNetwork.sizeLimit else {
      throw .tooManyComponents(name, limit: ComponentNetwork.sizeLimit)
    }
    var result: [(instance: Instance, weight: Double)] = []
    for input in gate.inputs {
      for copy in 0..<input.copies {
        let copies = copyNumbers(of: input, copy, within: instance)
        result.append((Instance(gate: input.gate, copies: copies), input.weight))
      }
    }
    return result
  }

  private mutating func copyNumbers(
    of input: Gate.Input, _ copy: Int, within outer: Instance
  ) -> Int {
    let scopes = scopesOfGates[input.gate]
    let shared = copyNumbers.list(outer.copies, within: scopes)
    guard let scope = input.scope, scopes.contains(scope) else { return shared }
    return copyNumbers.list(shared, entering: scope, copy: copy)
  }

  // MARK: Gates

  private mutating func build(
    _ instance: Instance, _ inputs: [(instance: Instance, weight: Double)]
  ) -> ComponentNetwork.Root {
    let operation = arena[instance.gate].operation
    let gate = NetworkGate(
      limit: Self.limit(operation, inputs.map(\.weight)),
      inputs.map { input in
        let weight = Self.weight(input.weight, in: operation)
        return .init(node: node(input.instance) ?? .always, weight: weight)
      })
    if let substitute = gate.substitute { return substitute }
    gates.append(gate)
    return .gate(gates.count - 1)
  }

  private static func weight(_ weight: Double, in operation: Gate.Operation) -> Int64 {
    guard case .weighted = operation else { return 1 }
    return Int64((weight * weightScale).rounded())
  }

  /// The weight of inputs down that takes the gate down.
  private static func limit(_ operation: Gate.Operation, _ weights: [Double]) -> Int64 {
    switch operation {
    case .constant, .atom, .named, .all: return 1
    case .any: return Int64(weights.count)
    case .atLeast(let need): return Int64(weights.count - need + 1)
    case .weighted(let threshold):
      let spare = weights.reduce(0, +) - threshold + StructureFunction.levelTolerance
      return Int64((spare * weightScale).rounded(.up))
    }
  }
}
