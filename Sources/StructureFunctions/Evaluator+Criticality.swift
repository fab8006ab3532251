import Quantities

/// Two gates of which the first is up whenever the second is.
struct GatePair: Hashable {
  let high: Int
  let low: Int
}

/// The probability that one gate is up and a lesser one down, without cancellation.
extension Evaluator {
  /// More pairs than this and the rest is formed by subtraction, with its error on record.
  static let pairLimit = 100_000

  /// P(`up` is up and `down` is down), for gates of which the first is up whenever the second is.
  ///
  /// A difference of tails where at most ten bits cancel; otherwise both gates are expanded on a
  /// common event until it is.
  mutating func criticality(up: Int, down: Int) throws(StructureFunctionError) -> Double {
    if up == down { return 0 }
    let high = try probability(up)
    let low = try probability(down)
    if let difference = Self.difference(high, low) { return difference }
    let pair = GatePair(high: up, low: down)
    if let known = criticalities[pair] { return known }
    let result = try expandedCriticality(pair) ?? subtracted(high, low)
    criticalities[pair] = result
    return result
  }

  private static func difference(_ high: Probability, _ low: Probability) -> Double? {
    if low.complement < low.value {
      return SubtractionGuard.difference(low.complement, high.complement)
        ?? SubtractionGuard.difference(high.value, low.value)
    }
    return SubtractionGuard.difference(high.value, low.value)
      ?? SubtractionGuard.difference(low.complement, high.complement)
  }

  private mutating func subtracted(_ high: Probability, _ low: Probability) -> Double {
    let isSmallDown = low.complement < high.value
    let larger = isSmallDown ? low.complement : high.value
    let smaller = isSmallDown ? high.complement : low.value
    let difference = max(0, larger - smaller)
    subtractionError = max(subtractionError, larger * 0x1p-52)
    return difference
  }

  private mutating func expandedCriticality(
    _ pair: GatePair
  ) throws(StructureFunctionError) -> Double? {
    guard criticalities.count < Self.pairLimit, let event = commonEvent(of: pair) else {
      return nil
    }
    let probability = try probability(of: event, in: pair)
    var sum = 0.0
    for (value, weight) in [(true, probability.value), (false, probability.complement)] {
      let high = arena.fix(event, value, in: pair.high)
      let low = arena.fix(event, value, in: pair.low)
      sum += weight * (try criticality(up: high, down: low))
    }
    return sum
  }

  private mutating func probability(
    of event: CommonEvent, in pair: GatePair
  ) throws(StructureFunctionError) -> Probability {
    switch event {
    case .pivot(let pivot):
      let content = arena.content(ofPivot: pivot, in: [pair.high, pair.low])
      return try probability(content ?? Gate.up)
    case .atom(let gate), .copy(_, let gate): return try probability(gate)
    }
  }

  mutating func commonEvent(of pair: GatePair) -> CommonEvent? {
    let pivots = arena.support(pair.high).union(arena.support(pair.low)).pivots
    if let atom = pivots.first(where: { isAtomPivot[$0] }) { return .pivot(atom) }
    for pivot in pivots {
      let gates = [pair.high, pair.low]
      let contents = gates.compactMap { arena.content(ofPivot: pivot, in: $0) }
      if let content = contents.first, contents.allSatisfy({ $0 == content }),
        arena.isSeparable(pivot, content, in: gates)
      {
        return .pivot(pivot)
      }
    }
    return pivots.isEmpty ? arena.unsharedEvent(of: pair) : nil
  }
}

/// An independent event on which two gates can be expanded together.
enum CommonEvent: Hashable {
  /// A shared part.
  case pivot(Int)
  /// A component that is used once.
  case atom(Int)
  /// One copy of a member of a scope.
  case copy(scope: Int, gate: Int)
}

extension GateArena {
  /// A component or copy in the upper gate of a pair without pivots; nil when the copies of the two
  /// gates differ in more than number.
  func unsharedEvent(of pair: GatePair) -> CommonEvent? {
    var gate = pair.high
    while gate > Gate.up {
      guard let input = gates[gate].inputs.first else { return .atom(gate) }
      guard let scope = input.scope else {
        gate = input.gate
        continue
      }
      let own = members(ofScope: scope, in: pair.high)
      let others = members(ofScope: scope, in: pair.low)
      return others.isSubset(of: own) ? .copy(scope: scope, gate: input.gate) : nil
    }
    return nil
  }

  private func members(ofScope scope: Int, in gate: Int) -> Set<Int> {
    var found: Set<Int> = []
    var open = [gate]
    var seen: Set<Int> = []
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      for input in gates[next].inputs {
        if input.scope == scope { found.insert(input.gate) } else { open.append(input.gate) }
      }
    }
    return found
  }

  /// The gate with an event fixed to up or down.
  mutating func fix(_ event: CommonEvent, _ value: Bool, in gate: Int) -> Int {
    if case .pivot(let pivot) = event { return cofactor(gate, pivot, value) }
    var known: [Int: Int] = [:]
    return fix(event, value, gate, &known)
  }

  private mutating func fix(
    _ event: CommonEvent, _ value: Bool, _ gate: Int, _ known: inout [Int: Int]
  ) -> Int {
    if event == .atom(gate) { return value ? Gate.up : Gate.down }
    if let result = known[gate] { return result }
    var node = gates[gate]
    if node.inputs.isEmpty { return gate }
    for place in node.inputs.indices {
      let input = node.inputs[place]
      if let scope = input.scope, event == .copy(scope: scope, gate: input.gate) {
        node.inputs[place].copies -= 1
        node.inputs.append(.init(gate: value ? Gate.up : Gate.down, scope: scope))
      } else {
        node.inputs[place].gate = fix(event, value, input.gate, &known)
      }
    }
    node.inputs.removeAll { $0.copies == 0 }
    let result = make(node.operation, node.inputs)
    known[gate] = result
    return result
  }
}
