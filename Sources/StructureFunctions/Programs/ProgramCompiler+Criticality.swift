/// Two gates, and the slot of the rate by which their criticality will be multiplied.
struct CriticalPair: Hashable {
  let pair: GatePair
  let rate: Int
}

/// The probability that one gate is up and a lesser one down, as a sum of positive terms.
extension ProgramCompiler {
  /// More pairs than this and the rest is formed by subtraction, with its error on record.
  static let pairLimit = 2_000

  /// The slot of P(`high` is up and `low` is down), for gates of which the first is up whenever the
  /// second is; for what is multiplied by the slot `rate`.
  mutating func criticality(_ pair: GatePair, rate: Int) throws(ProgramOutgrown) -> Int {
    if pair.high == pair.low { return StructureProgram.zero }
    if pair.low == Gate.down { return try slots(pair.high) }
    if pair.high == Gate.up { return try slots(pair.low) + 1 }
    let key = CriticalPair(pair: pair, rate: rate)
    if let known = criticalities[key] { return known }
    let result = try positive(pair, rate)
    let slot = if let result { result } else { try subtracted(pair, rate) }
    criticalities[key] = slot
    return slot
  }

  private mutating func positive(_ pair: GatePair, _ rate: Int) throws(ProgramOutgrown) -> Int? {
    if let simple = try simplified(pair, rate) { return simple }
    return try expanded(pair, rate)
  }

  private mutating func subtracted(_ pair: GatePair, _ rate: Int) throws(ProgramOutgrown) -> Int {
    let high = try slots(pair.high)
    let low = try slots(pair.low)
    return try assembler.difference(high: high, low: low, rate: rate)
  }

  /// Expands both gates on an event that they have in common.
  private mutating func expanded(_ pair: GatePair, _ rate: Int) throws(ProgramOutgrown) -> Int? {
    guard criticalities.count < Self.pairLimit, let event = evaluator.commonEvent(of: pair),
      evaluator.arena.copies(of: event, in: pair.high) <= MemberCount.few
    else { return nil }
    let slot = try slots(gate(of: event, in: pair))
    var terms: [(Int, Int)] = []
    for (value, weight) in [(true, slot), (false, slot + 1)] {
      let high = evaluator.arena.fix(event, value, in: pair.high)
      let low = evaluator.arena.fix(event, value, in: pair.low)
      terms.append((weight, try criticality(GatePair(high: high, low: low), rate: rate)))
    }
    return try assembler.sum(terms)
  }

  private func gate(of event: CommonEvent, in pair: GatePair) -> Int {
    switch event {
    case .pivot(let pivot):
      evaluator.arena.content(ofPivot: pivot, in: [pair.high, pair.low]) ?? Gate.up
    case .atom(let gate), .copy(_, let gate): gate
    }
  }
}

extension GateArena {
  /// How many copies like that of an event a gate counts; 1 for what is no copy.
  fileprivate func copies(of event: CommonEvent, in gate: Int) -> Int {
    guard case .copy(let scope, let member) = event else { return 1 }
    var open = [gate]
    var seen: Set<Int> = []
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      for input in gates[next].inputs {
        if input.scope == scope, input.gate == member { return input.copies }
        open.append(input.gate)
      }
    }
    return 1
  }
}

/// Pairs that are simple by their form.
extension ProgramCompiler {
  private mutating func simplified(_ pair: GatePair, _ rate: Int) throws(ProgramOutgrown) -> Int? {
    let high = evaluator.arena[pair.high]
    let low = evaluator.arena[pair.low]
    if high.operation == low.operation {
      switch high.operation {
      case .all, .any: return try withoutCommonInputs(high, low, rate)
      case .named:
        return try criticality(
          GatePair(high: high.inputs[0].gate, low: low.inputs[0].gate), rate: rate)
      default: break
      }
    }
    if high.operation == .any, let slot = try inside(pair.low, high) { return slot }
    if low.operation == .all, let slot = try inside(pair.high, low) { return slot }
    return try copies(high, low)
  }

  /// Inputs that both gates have decide for both at once: what they leave open must differ.
  private mutating func withoutCommonInputs(
    _ high: Gate, _ low: Gate, _ rate: Int
  ) throws(ProgramOutgrown) -> Int? {
    let operation = high.operation
    let common = Set(high.inputs.map(\.gate)).intersection(low.inputs.map(\.gate))
    let shared = evaluator.arena.make(operation, common.sorted().map { .init(gate: $0) })
    let highRest = evaluator.arena.make(
      operation, high.inputs.filter { !common.contains($0.gate) })
    let lowRest = evaluator.arena.make(operation, low.inputs.filter { !common.contains($0.gate) })
    let own = evaluator.arena.support(shared)
    guard !common.isEmpty, own.isDisjoint(with: evaluator.arena.support(highRest)),
      own.isDisjoint(with: evaluator.arena.support(lowRest))
    else { return nil }
    let open = try slots(shared) + (operation == .all ? 0 : 1)
    let rest = try criticality(GatePair(high: highRest, low: lowRest), rate: rate)
    return try assembler.sum([(open, rest)])
  }

  /// One gate is an input of the other: of a disjunction the lesser one, of a conjunction the greater.
  private mutating func inside(_ gate: Int, _ outer: Gate) throws(ProgramOutgrown) -> Int? {
    guard outer.inputs.contains(where: { $0.gate == gate }) else { return nil }
    let rest = evaluator.arena.make(
      outer.operation, outer.inputs.filter { $0.gate != gate })
    guard evaluator.arena.support(gate).isDisjoint(with: evaluator.arena.support(rest)) else {
      return nil
    }
    let isAny = outer.operation == .any
    let own = try slots(gate) + (isAny ? 1 : 0)
    return try assembler.sum([(own, try slots(rest) + (isAny ? 0 : 1))])
  }

  /// Thresholds over copies of one thing: with `n` copies above and `m` of them below, at least k and
  /// fewer than l up, the sum over j < l of P(j of m) P(at least k - j of n - m).
  private mutating func copies(_ high: Gate, _ low: Gate) throws(ProgramOutgrown) -> Int? {
    guard case .atLeast(let need) = high.operation, case .atLeast(let lowNeed) = low.operation,
      high.inputs.count == 1, low.inputs.count == 1, let scope = high.inputs[0].scope,
      low.inputs[0].scope == scope, low.inputs[0].gate == high.inputs[0].gate,
      evaluator.arena.support(high.inputs[0]).isEmpty
    else { return nil }
    let more = high.inputs[0].copies - low.inputs[0].copies
    guard more >= 0, high.inputs[0].copies <= MemberCount.few else { return nil }
    let member = try slots(high.inputs[0].gate)
    let law = try assembler.countLaw(member, copies: low.inputs[0].copies)
    let others = try assembler.countLaw(member, copies: more)
    var terms: [(Int, Int)] = []
    for count in 0..<lowNeed {
      for extra in max(0, need - count)...max(more, need - count) where extra <= more {
        terms.append((law[count], others[extra]))
      }
    }
    return try assembler.sum(terms)
  }
}
