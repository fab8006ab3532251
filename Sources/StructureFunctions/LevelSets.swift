import Quantities
import Topology

/// The levels that each definition can have: all that occur, and possibly some that don't.
///
/// Under a demand the level of anything is the share of that demand that it carries, at most 1: cutting
/// flows at the demand changes no smallest, largest or k-th largest that is below it, and no sum.
struct LevelSets {
  private let topology: Topology
  private let maintained: Set<String>
  private var known: [Key: [Double]] = [:]

  private struct Key: Hashable {
    let name: String
    let demand: Rate?
  }

  /// More levels than this are refused.
  static let limit = 4_096

  init(_ topology: Topology) throws(StructureFunctionError) {
    self.topology = topology
    maintained = Set(topology.definitions.flatMap(\.maintenanceScope))
    for index in topology.evaluationOrder {
      let definition = topology.definitions[index]
      if let demand = definition.demand { try note(topology.flowing(into: index), under: demand) }
      try note([index], under: nil)
    }
  }

  private mutating func note(
    _ definitions: [Int], under demand: Rate?
  ) throws(StructureFunctionError) {
    for index in definitions {
      let definition = topology.definitions[index]
      let key = Key(name: definition.name, demand: demand)
      if known[key] == nil { known[key] = try levels(of: definition, definition.demand ?? demand) }
    }
  }

  /// Whether planned windows of another definition take this one down.
  func isMaintained(_ name: String) -> Bool { maintained.contains(name) }

  /// Ascending, distinct by more than the tolerance; a domain's are 0 and 1. The demand above makes a
  /// difference for what a capacity limits.
  func levels(of name: String, under demand: Rate? = nil) -> [Double] {
    known[Key(name: name, demand: demand)] ?? known[Key(name: name, demand: nil)] ?? [0, 1]
  }

  /// The positive levels of a definition or domain, ascending.
  func positiveLevels(of name: String, under demand: Rate?) -> [Double] {
    levels(of: name, under: demand).filter { $0 > StructureFunction.levelTolerance }
  }

  /// The positive levels of an expression, ascending.
  func positiveLevels(
    of expression: Expression, under demand: Rate?
  ) throws(StructureFunctionError) -> [Double] {
    try levels(expression, demand).filter { $0 > StructureFunction.levelTolerance }
  }

  private func levels(
    of definition: Definition, _ demand: Rate?
  ) throws(StructureFunctionError) -> [Double] {
    var all: [Double]
    switch definition.body {
    case .group(let group): all = try levels(of: group, demand, definition.name)
    case .expression(let expression): all = try levels(expression, demand)
    case .changes(let changes): all = levels(of: changes)
    case .maintenance: all = [0, 1]
    }
    for need in definition.needs { all += levels(of: need, under: demand) }
    for want in definition.wants {
      all += levels(of: want.name, under: demand).map { max($0, want.degraded.fraction) }
    }
    return try distinct(all + levelsOfCalls(definition, demand), definition.name)
  }

  /// One level for each number of members up, from the need to what carries the whole demand.
  private func levels(
    of group: Group, _ demand: Rate?, _ name: String
  ) throws(StructureFunctionError) -> [Double] {
    let share = group.member.share(of: demand)
    let members = topology.memberCount(of: group)
    let most = group.membersNeeded(toReach: 1, under: demand)
    if group.effectiveDetection(members: members) != nil {
      return try levelsOfRouting(name, need: group.need, members: members) { up in
        up >= most ? 1 : Double(up) * share
      }
    }
    guard min(members, most) - group.need < Self.limit else {
      throw .tooManyLevels(name, limit: Self.limit)
    }
    guard most > group.need, members > group.need else {
      return [0, group.need >= most ? 1 : Double(group.need) * share]
    }
    let counts = group.need...min(members, most)
    return [0] + counts.map { $0 >= most ? 1 : Double($0) * share }
  }

  private func levels(
    _ expression: Expression, _ demand: Rate?
  ) throws(StructureFunctionError) -> [Double] {
    switch expression {
    case .component(let component): return [0, component.share(of: demand)]
    case .level(let level): return [level.fraction]
    case .name(let name): return levels(of: name, under: demand)
    case .fallback(let operand, let level):
      return try distinct(levels(operand, demand).map { max($0, level.fraction) }, "a fallback")
    case .weighted(let terms): return try sums(terms, demand)
    case .sum(let terms) where demand != nil:
      return try sums(terms.map { WeightedTerm(weight: 1, $0) }, demand)
    case .failover(let primary, let standby, let failover):
      return try distinct(
        levels(
          primary: levels(primary, demand), standby: levels(standby, demand), failover),
        "a failover")
    case .behaving(let operand, _):
      return try distinct(levels(operand, demand) + [0], "an expression")
    case .all, .any, .atLeast, .copies, .standby, .sum:
      var all: [Double] = []
      for operand in expression.operands { all += try levels(operand, demand) }
      return try distinct(all, "an expression")
    }
  }

  private func sums(
    _ terms: [WeightedTerm], _ demand: Rate?
  ) throws(StructureFunctionError) -> [Double] {
    var sums = [0.0]
    for term in terms {
      let own = try levels(term.expression, demand)
      sums = try distinct(
        sums.flatMap { sum in own.map { min(1, sum + term.weight * $0) } }, "a sum")
    }
    return sums.map { abs($0 - 1) <= StructureFunction.levelTolerance ? 1 : $0 }
  }

  private func distinct(
    _ levels: [Double], _ name: String
  ) throws(StructureFunctionError) -> [Double] {
    var result: [Double] = []
    for level in levels.sorted()
    where level - (result.last ?? -1) > StructureFunction.levelTolerance {
      result.append(level)
    }
    guard result.count <= Self.limit else { throw .tooManyLevels(name, limit: Self.limit) }
    return result
  }
}
