import Topology

/// What the atoms stand for.
extension StructureCompiler {
  func component(of key: AtomKey) -> Component {
    switch key.part {
    case .domain:
      return topology.families[topology.domains[key.owner].family].component
    case .member, .commonCause:
      guard case .group(let group) = topology.definitions[key.owner].body else { return .perfect }
      guard let beta = group.commonCause else { return group.member }
      let parts = group.member.split(commonCause: beta)
      return key.part == .commonCause ? parts.common : parts.own
    case .literal(let path):
      guard case .expression(let body) = topology.definitions[key.owner].body else {
        return .perfect
      }
      return body.component(at: path[...]) ?? .perfect
    case .timed: return atomIndex[key].flatMap { closedForms[$0] } ?? .perfect
    }
  }

  func row(_ key: AtomKey) -> ComponentRow { row(key, cells: cells(ofOwner: key)) }

  /// The cells of the group that a member belongs to; none for other parts.
  func cells(ofOwner key: AtomKey) -> [Cell] {
    guard case .member = key.part, case .group(let group) = topology.definitions[key.owner].body
    else { return [] }
    return topology.cells(of: group)
  }

  /// The row of a part, given the cells of its owner.
  func row(_ key: AtomKey, cells: [Cell]) -> ComponentRow {
    let count = scopes.multiplicity(key.scope)
    let component = component(of: key)
    switch key.part {
    case .domain:
      let name = topology.domains[key.owner].name
      return ComponentRow(name: name, part: nil, domains: [], members: 1, component: component)
    case .member(let cell):
      return memberRow(key, cells[cell], count, component)
    case .commonCause:
      return ComponentRow(
        name: topology.definitions[key.owner].name, part: "common cause", domains: [],
        members: count, component: component)
    case .literal(let path):
      let label = path.isEmpty ? nil : component.label
      return ComponentRow(
        name: topology.definitions[key.owner].name, part: label, domains: [], members: count,
        component: component)
    case .timed:
      return timedRow(key, count, component)
    }
  }

  private func timedRow(_ key: AtomKey, _ count: Int, _ component: Component) -> ComponentRow {
    let site = atomIndex[key].flatMap { siteOfAtom[$0] }
    return ComponentRow(
      name: topology.definitions[key.owner].name, part: site.flatMap { sites[$0].kind.label },
      domains: [], members: count, component: component)
  }

  private func memberRow(
    _ key: AtomKey, _ cell: Cell, _ count: Int, _ component: Component
  ) -> ComponentRow {
    ComponentRow(
      name: topology.definitions[key.owner].name, part: nil,
      domains: cell.domains.map { topology.domains[$0].name },
      members: count * members(of: key, in: cell), component: component)
  }

  /// How many members of its cell an atom stands for: one where they are written out.
  func members(of key: AtomKey, in cell: Cell) -> Int {
    writesOut(key.owner) ? 1 : cell.members
  }

  /// For each gate the scopes whose copies it belongs to.
  var scopesOfGates: [Set<Int>] {
    var result: [Set<Int>] = []
    result.reserveCapacity(arena.gates.count)
    for gate in arena.gates {
      var own: Set<Int> = []
      if case .atom(let atom) = gate.operation { own = Set(scopes.chain(atoms[atom].scope)) }
      for input in gate.inputs {
        own.formUnion(
          input.scope.map { result[input.gate].subtracting([$0]) } ?? result[input.gate])
      }
      result.append(own)
    }
    return result
  }
}

extension Expression {
  /// The component written at a place; a step of the path is the number of an operand.
  func component(at path: ArraySlice<Int>) -> Component? {
    guard let step = path.first else {
      guard case .component(let component) = self else { return nil }
      return component
    }
    guard operands.indices.contains(step) else { return nil }
    return operands[step].component(at: path.dropFirst())
  }
}
