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
    }
  }

  func row(_ key: AtomKey) -> ComponentRow {
    let count = scopes.multiplicity(key.scope)
    let component = component(of: key)
    switch key.part {
    case .domain:
      let name = topology.domains[key.owner].name
      return ComponentRow(name: name, part: nil, domains: [], members: 1, component: component)
    case .member(let cell):
      return memberRow(key, cell, count, component)
    case .commonCause:
      return ComponentRow(
        name: topology.definitions[key.owner].name, part: "common cause", domains: [],
        members: count, component: component)
    case .literal(let path):
      let label = path.isEmpty ? nil : component.label
      return ComponentRow(
        name: topology.definitions[key.owner].name, part: label, domains: [], members: count,
        component: component)
    }
  }

  private func memberRow(
    _ key: AtomKey, _ cell: Int, _ count: Int, _ component: Component
  ) -> ComponentRow {
    let definition = topology.definitions[key.owner]
    guard case .group(let group) = definition.body else {
      return ComponentRow(
        name: definition.name, part: nil, domains: [], members: count, component: component)
    }
    let place = topology.cells(of: group)[cell]
    return ComponentRow(
      name: definition.name, part: nil, domains: place.domains.map { topology.domains[$0].name },
      members: count * place.members, component: component)
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
