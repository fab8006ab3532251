import Topology

/// Which components depend on each other in time.
extension StructureCompiler {
  /// Notes that an expression's components share crews.
  mutating func noteCrews(_ index: Int, _ place: Place) {
    guard topology.definitions[index].crews != nil else { return }
    note(CouplingSite(owner: index, scope: place.scope))
  }

  /// Notes the members of a group that depend on each other.
  mutating func noteCoupling(_ group: Group, _ index: Int, _ place: Place) {
    guard group.isCoupled(members: topology.memberCount(of: group)) else { return }
    note(CouplingSite(owner: index, scope: place.scope))
  }

  /// All couplings that make a difference. A group that is named where crews are shared keeps its
  /// standby and its load sharing there.
  var effectiveCouplings: [Coupling] {
    var atomsOfOwner: [Int: [Int]] = [:]
    for (atom, key) in atoms.enumerated() where key.isComponent {
      atomsOfOwner[key.owner, default: []].append(atom)
    }
    var result: [Coupling] = []
    var taken: Set<CouplingSite> = []
    for site in couplings {
      guard let crews = topology.definitions[site.owner].crews,
        case .expression(let expression) = topology.definitions[site.owner].body
      else { continue }
      let members = crewMembers(site, expression, atomsOfOwner)
      guard crews < members.reduce(0, { $0 + count($1.members, within: site) }) else { continue }
      for (owner, members) in members { taken.insert(.init(owner: owner, scope: members.scope)) }
      result.append(coupling(site, crews: crews, members.map(\.members)))
    }
    for site in couplings where !taken.contains(site) {
      guard case .group(let group) = topology.definitions[site.owner].body else { continue }
      let crews = group.effectiveCrews(members: topology.memberCount(of: group))
      let atoms = (atomsOfOwner[site.owner] ?? []).filter { placeScope($0) == site.scope }
      result.append(coupling(site, crews: crews, [members(site.owner, site.scope, atoms)]))
    }
    return result
  }

  private func coupling(
    _ site: CouplingSite, crews: Int?, _ members: [Coupling.Members]
  ) -> Coupling {
    Coupling(
      site: site, name: topology.definitions[site.owner].name, crews: crews, members: members)
  }

  /// The components written in an expression and the members of the groups named there, as far as
  /// they are new where the expression is.
  private func crewMembers(
    _ site: CouplingSite, _ expression: Expression, _ atomsOfOwner: [Int: [Int]]
  ) -> [(owner: Int, members: Coupling.Members)] {
    let groups = expression.names.compactMap { name -> Int? in
      guard let index = topology.index(ofDefinition: name),
        case .group = topology.definitions[index].body
      else { return nil }
      return index
    }
    var result: [(owner: Int, members: Coupling.Members)] = []
    for owner in [site.owner] + Set(groups).sorted() {
      var places: [Int?] = []
      var atoms: [Int?: [Int]] = [:]
      for atom in atomsOfOwner[owner] ?? [] where isWithin(site.scope, atom) {
        let place = placeScope(atom)
        if atoms[place] == nil { places.append(place) }
        atoms[place, default: []].append(atom)
      }
      for place in places { result.append((owner, members(owner, place, atoms[place] ?? []))) }
    }
    return result
  }

  private func members(_ owner: Int, _ scope: Int?, _ atoms: [Int]) -> Coupling.Members {
    var members = Coupling.Members(scope: scope, atoms: atoms)
    guard case .group(let group) = topology.definitions[owner].body else { return members }
    let count = topology.memberCount(of: group)
    members.spares = group.effectiveSpares(members: count)
    members.need = members.spares == nil ? nil : group.need
    members.sharing = group.effectiveSharing(members: count)
    return members
  }

  /// How many components there are in one copy of the site.
  private func count(_ members: Coupling.Members, within site: CouplingSite) -> Int {
    let copies = scopes.multiplicity(members.scope) / scopes.multiplicity(site.scope)
    guard let first = members.atoms.first,
      case .group(let group) = topology.definitions[atoms[first].owner].body
    else { return members.atoms.count * copies }
    return topology.memberCount(of: group) * copies
  }

  private func isWithin(_ scope: Int?, _ atom: Int) -> Bool {
    scope.map(scopes.chain(atoms[atom].scope).contains) ?? true
  }

  /// The scope in which a component, or the group that it is a member of, is new.
  private func placeScope(_ atom: Int) -> Int? {
    let key = atoms[atom]
    guard case .member = key.part, case .group(let group) = topology.definitions[key.owner].body,
      writesOut(key.owner) || topology.memberCount(of: group) > 1
    else { return key.scope }
    return scopes.outer(key.scope)
  }
}

extension AtomKey {
  /// True for what is written in an expression and for members of groups.
  fileprivate var isComponent: Bool {
    switch part {
    case .literal, .member: true
    case .commonCause, .domain, .timed: false
    }
  }
}
