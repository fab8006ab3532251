import Quantities

/// What a part of a topology is made of: how many there are of each kind, and what they cost.
public struct Inventory: Sendable, Hashable {
  /// Things of one kind.
  public struct Item: Sendable, Hashable {
    /// The definition or the family of domains that they belong to.
    public let name: String
    /// How many there are, 1 or more.
    public internal(set) var count: Int
    /// One of them.
    public let component: Component
    /// True for failure domains.
    public let isDomain: Bool

    /// What all of them cost; nil where that isn't said.
    public var cost: Cost? { component.cost.map { count * $0 } }
  }

  /// The kinds, in the order in which they are met.
  public let items: [Item]

  /// How many things there are that aren't domains.
  public var size: Int {
    items.reduce(0) { $1.isDomain ? $0 : $0.addingClamped($1.count) }
  }

  /// What all of it costs, of what has a cost; nil where nothing has one.
  public var cost: Cost? {
    let costs = items.compactMap(\.cost)
    return costs.isEmpty ? nil : costs.reduce(.none, +)
  }

  /// The names of what has no cost, each once; what never fails is left out, and so are domains, which
  /// often cost nothing by themselves.
  public var unpriced: [String] {
    var names: [String] = []
    for item in items
    where item.component.cost == nil && !item.isDomain && item.component != .perfect {
      if !names.contains(item.name) { names.append(item.name) }
    }
    return names
  }

  init(_ items: [Item] = []) { self.items = items }
}

extension Topology {
  /// All that `name`, a definition or a domain, is made of and depends on, each thing once: what is
  /// shared is counted once, and of `k of n x` n copies. Empty for an unknown name. Cost: linear in the
  /// topology.
  public func inventory(of name: String) -> Inventory { inventory(of: [name]) }

  /// The same for several names, what they have in common counted once.
  public func inventory(of names: [String]) -> Inventory {
    var walk = InventoryWalk(topology: self)
    for name in names { walk.visit(name, in: []) }
    return Inventory(walk.items)
  }
}

/// Goes through what a definition depends on, as copies make it new.
private struct InventoryWalk {
  /// `count` copies of something, in which these names are new.
  struct Copies: Hashable {
    let place: Int
    let names: Set<String>
    let count: Int
  }

  private struct Visit: Hashable {
    let name: String
    /// The copies that it stands in, the outermost first.
    let copies: [Int]
  }

  private struct Kind: Hashable {
    let name: String
    let component: Component
    let isDomain: Bool
  }

  let topology: Topology
  private(set) var items: [Inventory.Item] = []
  private var itemIndex: [Kind: Int] = [:]
  private var visits: Set<Visit> = []
  private var domains: Set<Int> = []
  private var places = 0

  init(topology: Topology) { self.topology = topology }

  /// Visits a name from within copies, of which those count in which it is new.
  mutating func visit(_ name: String, in outer: [Copies]) {
    guard let index = topology.index(ofDefinition: name) else {
      if let domain = topology.index(ofDomain: name) { visit(domain: domain) }
      return
    }
    let innermost = outer.lastIndex { $0.names.contains(name) }
    let copies = innermost.map { Array(outer[...$0]) } ?? []
    guard visits.insert(Visit(name: name, copies: copies.map(\.place))).inserted else { return }
    let definition = topology.definitions[index]
    switch definition.body {
    case .group(let group): visit(group, definition, copies)
    case .expression(let expression): visit(expression, definition, copies)
    case .changes, .maintenance: break
    }
    for name in definition.partsBeside { visit(name, in: copies) }
  }

  private mutating func visit(_ group: Group, _ definition: Definition, _ copies: [Copies]) {
    let members = topology.memberCount(of: group)
    add(multiply(members, copies), group.member, of: definition.name)
    for family in group.families {
      for domain in topology.domains(ofFamily: family) { visit(domain: domain) }
    }
    for name in group.inside { visit(name, in: []) }
  }

  private mutating func visit(
    _ expression: Expression, _ definition: Definition, _ copies: [Copies]
  ) {
    switch expression {
    case .component(let component):
      add(multiply(1, copies), component, of: definition.name)
    case .name(let name): visit(name, in: copies)
    case .copies(_, let count, let operand):
      places += 1
      let inner = Copies(
        place: places, names: topology.copiedNames(operand), count: count)
      visit(operand, definition, copies + [inner])
    default: for operand in expression.operands { visit(operand, definition, copies) }
    }
  }

  private mutating func visit(domain: Int) {
    for index in topology.chain(ofDomain: domain) where domains.insert(index).inserted {
      let family = topology.families[topology.domains[index].family]
      add(1, family.component, of: family.name, isDomain: true)
    }
  }

  private mutating func add(
    _ count: Int, _ component: Component, of name: String, isDomain: Bool = false
  ) {
    let kind = Kind(name: name, component: component, isDomain: isDomain)
    if let known = itemIndex[kind] {
      items[known].count = items[known].count.addingClamped(count)
    } else {
      itemIndex[kind] = items.count
      items.append(
        Inventory.Item(name: name, count: count, component: component, isDomain: isDomain))
    }
  }

  private func multiply(_ count: Int, _ copies: [Copies]) -> Int {
    copies.reduce(count) { product, copies in
      let (result, overflow) = product.multipliedReportingOverflow(by: copies.count)
      return overflow ? .max : result
    }
  }
}

extension Definition {
  /// What it depends on besides what it is made of.
  fileprivate var partsBeside: [String] {
    needs + wants.map(\.name) + sends.flatMap { [$0.consumer, $0.queue] } + breakers.map(\.callee)
  }
}

extension Int {
  fileprivate func addingClamped(_ other: Int) -> Int {
    let (result, overflow) = addingReportingOverflow(other)
    return overflow ? .max : result
  }
}
