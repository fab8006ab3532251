import Quantities

/// Thresholds: k of n.
extension Evaluator {
  mutating func threshold(
    _ gate: Int, _ node: Gate, _ need: Int
  ) throws(StructureFunctionError) -> Outcome {
    let parts = IndependentParts(of: node.inputs, in: arena)
    if parts.areAllSingle { return try independentThreshold(node.inputs, need) }
    // Members of one scope are alike: once their domains are decided they are counted together,
    // so that expanding costs a few gates a domain. Different members are convolved part by part.
    let areAlike = node.inputs.allSatisfy { $0.scope != nil }
    if areAlike || parts.groups.count == 1 { return try expandOnPivot(gate, parts) }
    return try partwiseThreshold(parts.groups, need)
  }

  private mutating func independentThreshold(
    _ inputs: [Gate.Input], _ need: Int
  ) throws(StructureFunctionError) -> Outcome {
    var outcomes: [Outcome] = []
    for input in inputs { outcomes.append(try outcome(input.gate)) }
    let law = CountLaw(
      zip(inputs, outcomes).map { .init(up: $1.probability, copies: $0.copies) }, need: need)
    guard outcomes.contains(where: { $0.sensitivity.contains { $0 != 0 } }) else {
      return combine(law.probability, [], [])
    }
    let factors = zip(law.criticality, inputs).map { $0 * Double($1.copies) }
    return combine(law.probability, outcomes, factors)
  }

  /// A threshold over independent parts, each with a law of its own count.
  private mutating func partwiseThreshold(
    _ parts: [[Gate.Input]], _ need: Int
  ) throws(StructureFunctionError) -> Outcome {
    var laws: [[Double]] = []
    for part in parts { laws.append(try countLaw(part)) }
    let probability = Self.tails(of: laws.reduce([1], Self.convolve), need)
    var result = combine(probability, [], [])
    for (place, part) in parts.enumerated() {
      let others = laws.enumerated().filter { $0.offset != place }.map(\.element)
      let rest = others.reduce([1], Self.convolve)
      for count in 1...part.count where rest.indices.contains(need - count) {
        let crossing = try outcome(arena.atLeast(count, part)).sensitivity
        for slot in 0..<slots { result.sensitivity[slot] += rest[need - count] * crossing[slot] }
      }
    }
    return result
  }

  /// P(0), P(1), … of the inputs being up.
  private mutating func countLaw(
    _ inputs: [Gate.Input]
  ) throws(StructureFunctionError) -> [Double] {
    let certain = inputs.count { $0.gate == Gate.up }
    let open = inputs.filter { $0.gate > Gate.up }
    let parts = IndependentParts(of: open, in: arena)
    var law = [Double](repeating: 0, count: certain) + [1]
    for part in parts.groups {
      law = Self.convolve(law, try part.count == 1 ? single(part[0]) : mixture(part))
    }
    return law
  }

  private mutating func single(_ input: Gate.Input) throws(StructureFunctionError) -> [Double] {
    let probability = try probability(input.gate)
    return [probability.complement, probability.value]
  }

  private mutating func mixture(
    _ inputs: [Gate.Input]
  ) throws(StructureFunctionError) -> [Double] {
    let parts = IndependentParts(of: inputs, in: arena)
    let gates = inputs.map(\.gate)
    let pivot = choosePivot(parts, in: gates)
    let event = try probability(arena.content(ofPivot: pivot, in: gates) ?? Gate.up)
    var law = [Double](repeating: 0, count: inputs.count + 1)
    for (value, weight) in [(true, event.value), (false, event.complement)] {
      let fixed = inputs.map { Gate.Input(gate: arena.cofactor($0.gate, pivot, value)) }
      for (count, mass) in try countLaw(fixed).enumerated() { law[count] += weight * mass }
    }
    return law
  }

  private static func convolve(_ left: [Double], _ right: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: left.count + right.count - 1)
    for (i, a) in left.enumerated() where a > 0 {
      for (j, b) in right.enumerated() { result[i + j] += a * b }
    }
    return result
  }

  private static func tails(of law: [Double], _ need: Int) -> Probability {
    Probability(
      uncheckedValue: min(1, law[need...].reversed().reduce(0, +)),
      complement: min(1, law[..<need].reduce(0, +)))
  }
}
