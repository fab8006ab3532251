import Topology

/// Groups of members, and the domains that they stand in.
extension StructureCompiler {
  /// Up while all of the domains are, and all that they stand in.
  mutating func effective(_ domains: [Int]) throws(StructureFunctionError) -> Int {
    var gates: [Int] = []
    for domain in domains.flatMap({ topology.chain(ofDomain: $0) }) {
      gates.append(atom(domain, .domain, Place()))
      gates.append(try windows(ofDomain: domain))
    }
    return arena.all(gates)
  }

  /// The gate that is up while a group carries at least `threshold`.
  mutating func members(
    _ group: Group, _ index: Int, _ threshold: Double, _ place: Place
  ) throws(StructureFunctionError) -> Int {
    let need = group.membersNeeded(toReach: threshold, under: place.demand)
    guard writesOut(index) else { return try counted(group, index, need, place) }
    let members = try membersOneByOne(group, index, place)
    let plain = arena.atLeast(need, members.map { .init(gate: $0) })
    if let failover = group.effectiveFailover(members: members.count) {
      let leader = try leader(failover, group, members, index, place)
      // While one leads, as many as the group needs are up.
      return need == group.need ? leader : arena.all([plain, leader])
    }
    guard let detection = group.effectiveDetection(members: members.count) else { return plain }
    let share = group.member.share(of: place.demand)
    let kind = TimedPart.Kind.routing(
      detection: detection, need: group.need, share: share < 1 ? share : nil)
    let name = topology.definitions[index].name
    let levels = levels.positiveLevels(of: name, under: place.demand)
    return try output(
      of: site(.body, index, place), kind, members.map { .gate($0) }, levels: { levels },
      atLeast: threshold, from: place)
  }

  /// Up while enough members are up and one of them leads. Whatever flows through the group, there is
  /// one leader.
  private mutating func leader(
    _ failover: Failover, _ group: Group, _ members: [Int], _ index: Int, _ place: Place
  ) throws(StructureFunctionError) -> Int {
    var place = place
    place.demand = nil
    return try output(
      of: site(.body, index, place), .leader(failover, need: group.need),
      members.map { .gate($0) }, levels: { [1] }, atLeast: 1, from: place)
  }

  /// Whether members of a group are gates of their own.
  func writesOut(_ index: Int) -> Bool {
    guard case .group(let group) = topology.definitions[index].body else { return false }
    return (writesMembersOut && group.member.capacity != nil)
      || group.tellsMembersApart(members: topology.memberCount(of: group))
      || maintenanceScopes.roll(over: index)
  }

  /// Members by number, cell by cell.
  private mutating func counted(
    _ group: Group, _ index: Int, _ need: Int, _ place: Place
  ) throws(StructureFunctionError) -> Int {
    let cells = topology.cells(of: group)
    let count = topology.memberCount(of: group)
    let common = try common(group, index, place)
    let site = CopyScopes.Site(definition: index, path: [-1], outer: place.scope)
    let ownScope = count == 1 ? nil : scopes.scope(at: site, names: [], copies: 1)
    let scope = ownScope ?? place.scope
    var inputs: [Gate.Input] = []
    for (number, cell) in cells.enumerated() {
      let part = AtomKey.Part.member(cell: distinguishesCells ? number : 0)
      let key = AtomKey(owner: index, part: part, scope: scope)
      let around = arena.all([common, try effective(cell.domains), try windows(of: index)])
      let perfectOnes = key == perfect && isSpecial(place) ? 1 : 0
      let member = arena.all([atom(key), around])
      inputs.append(.init(gate: member, copies: cell.members - perfectOnes, scope: ownScope))
      if perfectOnes > 0 { inputs.append(.init(gate: around, scope: ownScope)) }
    }
    inputs.removeAll { $0.copies == 0 }
    return arena.atLeast(need, inputs)
  }

  /// For each member, in order of declaration, the gate that is up while it is effective; each stands
  /// in a scope of its own, the same one for every threshold.
  private mutating func membersOneByOne(
    _ group: Group, _ index: Int, _ place: Place
  ) throws(StructureFunctionError) -> [Int] {
    let common = try common(group, index, place)
    var around: [Int] = []
    let cells = topology.cells(of: group)
    for cell in cells { around.append(arena.all([common, try effective(cell.domains)])) }
    var gates: [Int] = []
    for member in 0..<topology.memberCount(of: group) {
      let cell = member % cells.count
      let site = CopyScopes.Site(definition: index, path: [-1, member], outer: place.scope)
      let scope = scopes.scope(at: site, names: [], copies: 1)
      let part = AtomKey.Part.member(cell: distinguishesCells ? cell : 0)
      let key = AtomKey(owner: index, part: part, scope: scope)
      let outside = arena.all([around[cell], try windows(of: index, member: member)])
      let isPerfect = key == perfect && isSpecial(place)
      gates.append(isPerfect ? outside : arena.all([atom(key), outside]))
    }
    noteCoupling(group, index, place)
    return gates
  }

  /// Up while the cause that members have in common does not act.
  private mutating func common(
    _ group: Group, _ index: Int, _ place: Place
  ) throws(StructureFunctionError) -> Int {
    group.commonCause == nil ? Gate.up : atom(index, .commonCause, place)
  }
}
