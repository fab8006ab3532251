import Topology

/// What goes with each failure domain of a topology, and what is left of something without one.
///
/// Most domains of a family hold as much as each other: what is left without one is worked out once
/// for all that are alike. Cost of making it: the number of cells of all groups.
public struct DomainLosses: Sendable {
  /// What a domain's loss takes: members of groups, and what stands for it by its own name.
  private struct Load: Hashable {
    var members: [String: Int] = [:]
    var named: Set<Int> = []
  }

  /// The topology that is looked at.
  public let topology: Topology
  private var loads: [Load]
  /// What there is while nothing is lost.
  private let whole: RemainingService

  /// The losses of `topology`.
  public init(_ topology: Topology) {
    self.topology = topology
    whole = RemainingService(topology)
    loads = Array(repeating: Load(), count: topology.domains.count)
    for definition in topology.definitions {
      if case .group(let group) = definition.body { addMembers(of: group, definition.name) }
      for name in definition.dependencies { addDomain(named: name) }
    }
  }

  private mutating func addMembers(of group: Group, _ name: String) {
    for cell in topology.cells(of: group) where cell.members > 0 {
      for domain in cell.domains { loads[domain].members[name, default: 0] += cell.members }
    }
  }

  /// What names a domain falls with it, and with those that it stands in.
  private mutating func addDomain(named name: String) {
    guard let index = topology.index(ofDomain: name) else { return }
    for domain in topology.chain(ofDomain: index) { loads[domain].named.insert(index) }
  }

  /// The members of each group that stand in a domain, by the group's name.
  public func members(in domain: Int) -> [String: Int] { loads[domain].members }

  /// Those domains of a family with anything in them whose loss differs, the first of each sort, in
  /// their order.
  public func distinctDomains(ofFamily family: String) -> [Int] {
    var seen: Set<Load> = [Load()]
    return topology.domains(ofFamily: family).filter { seen.insert(loads[$0]).inserted }
  }

  /// What is left of `name` without a domain, or with all there, everything else being up. Exact.
  /// Cost: that of going once through all that `name` depends on.
  public func answer(about name: String, without domain: Int?) -> SurvivalAnswer {
    var remaining = service(without: domain)
    let flow = remaining.flow(through: name)
    let lost = domain.map { topology.domains[$0] }
    return SurvivalAnswer(
      name: name, rule: .domains(1, of: lost.map { topology.families[$0.family].name } ?? ""),
      lost: lost?.name ?? "nothing", left: remaining.rate(flow.amount), level: flow.level,
      isDown: flow.isDown, demand: topology.definition(named: name)?.demand)
  }

  /// Those of `names`, of definitions or domains, that are down without a domain, everything else
  /// being up and the groups called `spared` too. Exact. Cost: that of going once through all that
  /// they depend on.
  public func down(
    among names: Set<String>, without domain: Int, sparing spared: Set<String> = []
  ) -> Set<String> {
    var remaining = service(without: domain)
    remaining.spared = spared
    return names.filter { remaining.flow(through: $0).isDown }
  }

  private func service(without domain: Int?) -> RemainingService {
    var remaining = whole
    if let domain, loads[domain].named.isEmpty {
      remaining.members = loads[domain].members
    } else if let domain {
      remaining.domains = [domain]
    }
    return remaining
  }

  /// True where `name` is down while so many members of one group are out, everything else being up.
  /// Exact, and at the cost of ``answer(about:without:)``.
  public func isDown(_ name: String, without members: Int, of group: String) -> Bool {
    var remaining = whole
    remaining.members = [group: members]
    return remaining.flow(through: name).isDown
  }
}
