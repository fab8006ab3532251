import Quantities
import StructureFunctions
import Topology

/// What an answer rests on: defaults that change a number, and what is missing.
struct Assumptions {
  private(set) var lines: [String] = []

  /// Those of an exact answer; none when the level is constantly 0.
  init(
    _ topology: Topology, _ name: String, _ figures: StructureFunction.Figures?,
    levels: [Double]
  ) {
    guard let figures else { return }
    if figures.work.kinds > 1 || figures.work.gates > 1 { lines.append(topology.independence) }
    addDefaults(topology, name, levels)
    if !figures.untimed.isEmpty { lines.append(Self.missing(figures.untimed)) }
    if figures.frequencyError > 1e-12 {
      lines.append("outages a year are good to \(figures.frequencyError) of their value")
    }
    if figures.probability.complement < .leastNormalMagnitude, figures.work.gates > 0 {
      lines.append("an unavailability below 2e-308 is shown as 0")
    }
  }

  /// Those of a simulated answer.
  init(_ topology: Topology, _ name: String, levels: [Double], untimed: [String]) {
    lines.append(topology.independence)
    addDefaults(topology, name, levels)
    if !untimed.isEmpty { lines.append(Self.missing(untimed)) }
  }

  private mutating func addDefaults(_ topology: Topology, _ name: String, _ levels: [Double]) {
    let parts = topology.definitions(beneath: name).compactMap { topology.definition(named: $0) }
    if topology.hasInstantFailover(among: parts) {
      lines.append("failover is instant and always works")
    }
    if topology.hasInstantRouting(among: parts) {
      lines.append("failures of members are detected at once and cost no requests")
    }
    if let demand = topology.definition(named: name)?.demand {
      lines += Self.demand(demand, levels)
    } else if levels.count > 1 {
      lines.append("down means level 0; a degraded service is not down")
    }
    if topology.ignoresCapacities(of: name) {
      lines.append("capacities count under a demand, and none is put on this")
    }
    lines.append("a month is 30 d, a year 365 d; long-run figures, not those of one month")
  }

  private static func demand(_ demand: Rate, _ levels: [Double]) -> [String] {
    let most = levels.last ?? 0
    let below = "down means less than the demand of \(demand.label)"
    guard most < 1 - StructureFunction.levelTolerance else {
      return [levels.count > 1 ? below + "; a level is the share of it that is carried" : below]
    }
    let share = (most * 1e4).rounded(.down) / 100
    return [below, "with everything up \(share)% of the demand is carried, so it is always down"]
  }

  private static func missing(_ names: [String]) -> String {
    let shown = names.prefix(3).joined(separator: ", ")
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    let verb = names.count > 1 ? "have" : "has"
    return "outages are unknown: \(shown)\(more) \(verb) no mttr; add one such as `mttr 5min`"
  }
}

extension Topology {
  /// True when capacities limit a definition and no demand says how much must flow.
  func ignoresCapacities(of name: String) -> Bool {
    index(ofDefinition: name).map { carriesCapacity[$0] } ?? false
  }

  /// How far components fail independently.
  var independence: String { Self.independence(isCoupled: couplesMembers) }

  /// True when members depend on each other in time.
  private var couplesMembers: Bool {
    definitions.contains { definition in
      guard case .group(let group) = definition.body else { return definition.crews != nil }
      let behaviour = group.behaviour
      return behaviour.crews != nil || behaviour.spares != nil || behaviour.sharing != nil
    }
  }

  /// True when something takes over from something else, and nothing says how.
  func hasInstantFailover(among definitions: [Definition]) -> Bool {
    definitions.contains { definition in
      switch definition.body {
      case .group(let group):
        definition.role == .store && hasSpareMembers(group) && group.behaviour.failover == nil
      case .expression(let expression): expression.holdsStandby
      case .changes, .maintenance: false
      }
    }
  }

  /// True when a group goes on without some of its members, and nothing says how that is noticed.
  func hasInstantRouting(among definitions: [Definition]) -> Bool {
    definitions.contains { definition in
      guard case .group(let group) = definition.body, definition.role != .store else {
        return false
      }
      let behaviour = group.behaviour
      return hasSpareMembers(group) && behaviour.detection == nil && behaviour.failover == nil
    }
  }

  private func hasSpareMembers(_ group: Group) -> Bool { memberCount(of: group) > group.need }
}

extension Expression {
  /// True when a standby takes over at once.
  var holdsStandby: Bool {
    if case .standby = self { return true }
    return operands.contains(where: \.holdsStandby)
  }
}
