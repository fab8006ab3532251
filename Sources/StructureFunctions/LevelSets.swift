import Topology

/// The levels that each definition can have: all that occur, and possibly some that don't.
struct LevelSets {
  private let topology: Topology
  private var known: [String: [Double]] = [:]

  /// More levels than this are refused.
  static let limit = 4_096

  init(_ topology: Topology) throws(StructureFunctionError) {
    self.topology = topology
    for index in topology.evaluationOrder {
      let definition = topology.definitions[index]
      known[definition.name] = try levels(of: definition)
    }
  }

  /// Ascending, distinct by more than the tolerance; a domain's are 0 and 1.
  func levels(of name: String) -> [Double] { known[name] ?? [0, 1] }

  /// The positive levels of an expression, ascending.
  func positiveLevels(of expression: Expression) throws(StructureFunctionError) -> [Double] {
    try levels(expression).filter { $0 > GateArena.levelTolerance }
  }

  private func levels(of definition: Definition) throws(StructureFunctionError) -> [Double] {
    var all: [Double]
    switch definition.body {
    case .group: all = [0, 1]
    case .expression(let expression): all = try levels(expression)
    }
    for need in definition.needs { all += levels(of: need) }
    for want in definition.wants {
      all += levels(of: want.name).map { max($0, want.degraded.fraction) }
    }
    return try distinct(all, definition.name)
  }

  private func levels(_ expression: Expression) throws(StructureFunctionError) -> [Double] {
    switch expression {
    case .component: return [0, 1]
    case .level(let level): return [level.fraction]
    case .name(let name): return levels(of: name)
    case .fallback(let operand, let level):
      return try distinct(levels(operand).map { max($0, level.fraction) }, "a fallback")
    case .weighted(let terms): return try sums(terms)
    case .all, .any, .atLeast, .copies, .standby:
      var all: [Double] = []
      for operand in expression.operands { all += try levels(operand) }
      return try distinct(all, "an expression")
    }
  }

  private func sums(_ terms: [WeightedTerm]) throws(StructureFunctionError) -> [Double] {
    var sums = [0.0]
    for term in terms {
      let own = try levels(term.expression)
      sums = try distinct(
        sums.flatMap { sum in own.map { sum + term.weight * $0 } }, "a weighted sum")
    }
    return sums.map { abs($0 - 1) <= GateArena.levelTolerance ? 1 : $0 }
  }

  private func distinct(
    _ levels: [Double], _ name: String
  ) throws(StructureFunctionError) -> [Double] {
    var result: [Double] = []
    for level in levels.sorted() where level - (result.last ?? -1) > GateArena.levelTolerance {
      result.append(level)
    }
    guard result.count <= Self.limit else { throw .tooManyLevels(name, limit: Self.limit) }
    return result
  }
}
