import Quantities
import Topology

/// One change that could make a system more available.
public enum Change: Sendable, Hashable {
  /// One more member of a group, or one more in each domain of a family.
  case oneMore(of: String, per: String?)
  /// A second one of a component that stands alone, at once and without fail.
  case second(of: String)
  /// The same restoration in half the time.
  case restorationHalved(of: String)

  /// What it is done to.
  public var part: String {
    switch self {
    case .oneMore(let name, _), .second(let name), .restorationHalved(let name): name
    }
  }

  /// In words.
  public var text: String {
    switch self {
    case .oneMore(let name, let family): "one more \(name)\(family.map { " per \($0)" } ?? "")"
    case .second(let name): "a second \(name)"
    case .restorationHalved(let name): "\(name) restored in half the time"
    }
  }
}

/// A change, and what the topology is with it.
struct PossibleChange {
  let change: Change
  let topology: Topology
  /// True where what is added has a cost.
  let isPriced: Bool
}

extension Topology {
  /// The single changes that could help `name`, each with the topology that results: more of each group and
  /// of each component that it depends on, and faster restorations. What makes no sense is left out. Cost:
  /// that of checking a topology for each.
  func changes(helping name: String) -> [PossibleChange] {
    let items = inventory(of: name).items.filter { $0.component.availability.complement > 0 }
    var changes: [PossibleChange] = []
    var names: Set<String> = []
    for item in items where names.insert(item.name).inserted {
      if !item.isDomain, let (change, more) = withOneMore(of: item.name) {
        changes.append(
          PossibleChange(change: change, topology: more, isPriced: item.component.cost != nil))
      }
      if let faster = withFasterRestoration(of: item.name) {
        changes.append(
          PossibleChange(
            change: .restorationHalved(of: item.name), topology: faster, isPriced: false))
      }
    }
    return changes
  }

  /// The definitions that have components without a name of their own, of which none is added.
  func partsWithoutName(beneath name: String) -> [String] {
    let names = Set(inventory(of: name).items.filter { !$0.isDomain }.map(\.name))
    return definitions.filter { definition in
      guard names.contains(definition.name), case .expression(let expression) = definition.body
      else { return false }
      if case .component = expression { return false }
      return true
    }.map(\.name)
  }

  private func withOneMore(of name: String) -> (Change, Topology)? {
    guard let index = index(ofDefinition: name) else { return nil }
    var change: Change?
    let result = replacingBody(of: index) { body in
      switch body {
      case .group(let group):
        change = .oneMore(of: name, per: group.countedFamily)
        return .group(group.withOneMore)
      case .expression(.component(let component)):
        change = .second(of: name)
        return .expression(.copies(need: 1, count: 2, of: .component(component)))
      case .expression, .changes, .maintenance: return body
      }
    }
    guard let change, let result else { return nil }
    return (change, result)
  }

  private func replacingBody(
    of index: Int, _ replacement: (Definition.Body) -> Definition.Body
  ) -> Topology? {
    var definitions = definitions
    definitions[index] = definitions[index].withBody(replacement(definitions[index].body))
    return try? Topology(definitions: definitions, families: families)
  }

  /// All components that belong to a definition or family of that name.
  private func withFasterRestoration(of name: String) -> Topology? {
    var isChanged = false
    func faster(_ component: Component) -> Component {
      guard let halved = component.withHalvedRestoration else { return component }
      isChanged = true
      return halved
    }
    let definitions = definitions.map { definition in
      definition.name == name ? definition.replacingComponents(faster) : definition
    }
    let families = families.map { family in
      guard family.name == name else { return family }
      return DomainFamily(
        family.name, count: family.count, per: family.parent, inside: family.inside,
        faster(family.component))
    }
    guard isChanged else { return nil }
    return try? Topology(definitions: definitions, families: families)
  }
}

extension Group {
  /// The family in each of whose domains so many members stand; nil where they are counted in all.
  fileprivate var countedFamily: String? {
    if case .perDomain(_, let family) = size { family } else { nil }
  }

  fileprivate var withOneMore: Group {
    let size: Size =
      switch self.size {
      case .members(let count): .members(count + 1)
      case .perDomain(let count, let family): .perDomain(count + 1, family: family)
      }
    return Group(
      size, need: need, of: member, commonCause: commonCause, across: across, inside: inside,
      behaviour: behaviour)
  }
}

extension Component {
  /// The same up times with restorations of half the length; nil where they aren't known.
  fileprivate var withHalvedRestoration: Component? {
    guard let uptime, let restoration else { return nil }
    let halved = restoration.scaled(by: 0.5)
    return (try? Component(mtbf: uptime, mttr: halved))?.carrying(capacity).costing(cost)
  }
}
