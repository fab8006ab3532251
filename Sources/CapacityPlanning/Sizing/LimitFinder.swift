import Assessment
import Quantities
import ResourceAdequacy
import Topology

/// Finds what keeps all designs from meeting a condition.
struct LimitFinder {
  /// The design that comes nearest.
  let topology: Topology
  /// All designs.
  let others: [Topology]
  let demands: [String: DemandProfile]
  let request: SizingRequest
  /// How often all its decisions together may be wrong.
  let error: Double

  /// A thing that is the same in all designs, without which the subject is down, and that does not keep
  /// the condition by itself; else what most downtime goes with.
  func limit(_ outcome: ConditionOutcome) async throws(SizingError) -> SizingLimit? {
    let condition = outcome.condition
    guard !condition.isOfTheDesign else { return nil }
    if let fixed = try await fixedLimit(condition) { return fixed }
    // Of outages downtime is no cause.
    guard condition.isOfDowntime else { return nil }
    return topology.mainCause(of: condition.subject).map { SizingLimit(name: $0, alone: nil) }
  }

  /// The worst of the things that are the same in all designs and don't keep the condition by themselves;
  /// nil where all do. `isExact` leaves out those that would have to be simulated.
  func fixedLimit(
    _ condition: SizingCondition, isExact: Bool = false
  ) async throws(SizingError) -> SizingLimit? {
    guard condition.favoursMore, !condition.isOfTheDesign else { return nil }
    let names = hardDependencies(of: condition.subject).filter(isTheSame)
    let judge = ConditionJudge(
      topology: topology, demands: demands, request: request,
      error: error / Double(max(1, names.count)))
    var worst: (name: String, outcome: ConditionOutcome)?
    for name in names where !isExact || judge.knowsExactly(name) {
      let alone = try await judge.outcome(of: condition.about(name))
      guard alone.isMet == false, alone.merit < worst?.outcome.merit ?? .infinity else { continue }
      worst = (name, alone)
    }
    return worst.map { SizingLimit(name: $0.name, alone: $0.outcome) }
  }

  /// All that must be up for `name` to be up at the same instant, itself left out: nothing behind what
  /// hides outages, or has a demand of its own.
  private func hardDependencies(of name: String) -> [String] {
    var found: [String] = []
    var open = [name]
    while let next = open.popLast() {
      guard let definition = topology.definition(named: next) else { continue }
      guard definition.afterEffects.isEmpty else { continue }
      for other in definition.hardDependencies where !found.contains(other) {
        found.append(other)
        open.append(other)
      }
    }
    return found.filter { name in
      topology.definition(named: name).map { !$0.isSchedule && $0.demand == nil } ?? false
    }
  }

  /// True where all designs have the same under this name.
  private func isTheSame(_ name: String) -> Bool {
    let beneath = topology.definitions(beneath: name)
    return others.allSatisfy { other in
      other.families == topology.families
        && beneath.allSatisfy { other.definition(named: $0) == topology.definition(named: $0) }
    }
  }
}

extension Topology {
  /// The definition or family of domains with which most of the downtime of `name` goes; nil where that
  /// isn't known exactly, or where it is never down.
  func mainCause(of name: String) -> String? {
    let rows = (try? Assessor(self).importance(of: name)) ?? []
    var downtimes: [String: Double] = [:]
    var names: [String] = []
    for row in rows {
      let owner = index(ofDomain: row.row.name).map { families[domains[$0].family].name }
      let name = owner ?? row.row.name
      if downtimes[name] == nil { names.append(name) }
      downtimes[name, default: 0] += row.downtimePerYear.seconds * Double(row.row.members)
    }
    let largest = names.max { downtimes[$0, default: 0] < downtimes[$1, default: 0] }
    return largest.flatMap { downtimes[$0, default: 0] > 0 ? $0 : nil }
  }
}

extension Definition {
  /// The names without which its level is 0, or less than the demand.
  fileprivate var hardDependencies: [String] {
    guard case .expression(let expression) = body else { return needs }
    return needs + expression.hardDependencies
  }
}

extension Expression {
  fileprivate var hardDependencies: [String] {
    switch self {
    case .name(let name): [name]
    case .all(let operands): operands.flatMap(\.hardDependencies)
    default: []
    }
  }
}
