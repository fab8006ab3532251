/// Thresholds: k of n.
extension ProgramCompiler {
  mutating func threshold(
    _ gate: Int, _ node: Gate, _ need: Int
  ) throws(ProgramOutgrown) -> Int {
    let parts = IndependentParts(of: node.inputs, in: evaluator.arena)
    if parts.areAllSingle {
      var kinds: [MemberCount.Kind] = []
      for input in node.inputs {
        kinds.append(.init(gate: try slots(input.gate), copies: input.copies))
      }
      return try assembler.count(Self.gathered(kinds), need: need)
    }
    let areAlike = node.inputs.allSatisfy { $0.scope != nil }
    if areAlike || parts.groups.count == 1 { return try expandOnPivot(gate, parts) }
    return try partwise(parts.groups, need)
  }

  /// Members with the same slots are alike, whatever they are called.
  private static func gathered(_ kinds: [MemberCount.Kind]) -> [MemberCount.Kind] {
    var places: [Int: Int] = [:]
    var result: [MemberCount.Kind] = []
    for kind in kinds {
      if let place = places[kind.gate] {
        let copies = result[place].copies + kind.copies
        result[place] = .init(gate: kind.gate, copies: copies)
      } else {
        places[kind.gate] = result.count
        result.append(kind)
      }
    }
    return result
  }

  /// A threshold over independent parts, each with a law of its own count.
  private mutating func partwise(
    _ parts: [[Gate.Input]], _ need: Int
  ) throws(ProgramOutgrown) -> Int {
    var laws: [[Int]] = []
    for part in parts { laws.append(try countLaw(part)) }
    let law = try convolution(of: laws)
    var frequency: [(Int, Int)] = []
    for (place, part) in parts.enumerated() {
      let others = laws.enumerated().filter { $0.offset != place }.map(\.element)
      let rest = try convolution(of: others)
      for count in 1...part.count where rest.indices.contains(need - count) {
        let crossing = try slots(evaluator.arena.atLeast(count, part))
        frequency.append((rest[need - count], crossing + 2))
      }
    }
    return try assembler.gate(
      up: law[need...].reversed().map { (StructureProgram.one, $0) },
      down: law[..<need].map { (StructureProgram.one, $0) }, frequency: frequency)
  }

  /// P(0), P(1), … of the inputs being up, a slot each.
  private mutating func countLaw(_ inputs: [Gate.Input]) throws(ProgramOutgrown) -> [Int] {
    let certain = inputs.count { $0.gate == Gate.up }
    let open = inputs.filter { $0.gate > Gate.up }
    let parts = IndependentParts(of: open, in: evaluator.arena)
    var law = [Int](repeating: StructureProgram.zero, count: certain) + [StructureProgram.one]
    for part in parts.groups {
      let own = try part.count == 1 ? single(part[0]) : mixture(part)
      law = try convolution(law, own)
    }
    return law
  }

  private mutating func single(_ input: Gate.Input) throws(ProgramOutgrown) -> [Int] {
    let slot = try slots(input.gate)
    return [slot + 1, slot]
  }

  private mutating func mixture(_ inputs: [Gate.Input]) throws(ProgramOutgrown) -> [Int] {
    let parts = IndependentParts(of: inputs, in: evaluator.arena)
    let gates = inputs.map(\.gate)
    let pivot = evaluator.choosePivot(parts, in: gates)
    let event = try slots(evaluator.arena.content(ofPivot: pivot, in: gates) ?? Gate.up)
    var terms = [[(Int, Int)]](repeating: [], count: inputs.count + 1)
    for (value, weight) in [(true, event), (false, event + 1)] {
      let fixed = inputs.map { Gate.Input(gate: evaluator.arena.cofactor($0.gate, pivot, value)) }
      for (count, mass) in try countLaw(fixed).enumerated() { terms[count].append((weight, mass)) }
    }
    var law: [Int] = []
    for sum in terms { law.append(try assembler.sum(sum)) }
    return law
  }

  private mutating func convolution(of laws: [[Int]]) throws(ProgramOutgrown) -> [Int] {
    var result = [StructureProgram.one]
    for law in laws { result = try convolution(result, law) }
    return result
  }

  private mutating func convolution(_ left: [Int], _ right: [Int]) throws(ProgramOutgrown) -> [Int]
  {
    var terms = [[(Int, Int)]](repeating: [], count: left.count + right.count - 1)
    for (i, a) in left.enumerated() {
      for (j, b) in right.enumerated() { terms[i + j].append((a, b)) }
    }
    var result: [Int] = []
    for sum in terms { result.append(try assembler.sum(sum)) }
    return result
  }
}
