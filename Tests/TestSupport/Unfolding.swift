import Quantities
import Topology

/// A topology written out: every copy, member and domain that a definition depends on is a part of
/// its own, listed after the parts that it depends on.
///
/// Follows the meaning of the model word by word and shares nothing with the engines, so that they
/// can be judged by it.
public struct Unfolding: Sendable {
  /// How the level of a part follows from those of earlier parts, by their places.
  enum Part: Sendable {
    case elementary(Int)
    case constant(Double)
    case smallest([Int])
    case largest([Int])
    case ranked(Int, [Int])
    case weighted([(weight: Double, part: Int)])
    /// Flows side by side.
    case sum([Int])
    case scaled(Int, by: Double)
    /// A level as a flow: any flow at level 1, else its share of the demand.
    case flow(Int, demand: Double)
    /// A flow as a level: the share of the demand, at most 1.
    case share(Int, of: Double)
  }

  /// One copy made by `k of n`: the names that are new in it.
  private struct Copy {
    let identity: Int
    let names: Set<String>
  }

  private struct Instance: Hashable {
    let name: String
    let copy: Int?
    let demand: Double?
  }

  /// A place in a definition, the same under every demand.
  private struct Place: Hashable {
    var name = ""
    var copy: Int?
    var number = 0
  }

  /// The elementary components, each independent of the others.
  public private(set) var components: [ExactLife] = []
  private(set) var parts: [Part] = []
  private let topology: Topology
  private var copies = 0
  private var definitions: [Instance: Int] = [:]
  private var domains: [Int: Int] = [:]
  private var place = Place()
  private var elementaries: [Place: Int] = [:]
  private var identities: [Place: Int] = [:]

  /// Writes out what `name` depends on; its own level is that of the last part.
  public init(_ topology: Topology, of name: String) throws(QuantityError) {
    self.topology = topology
    let root = try part(named: name, within: [], nil)
    parts.append(.smallest([root]))
  }

  private mutating func add(_ part: Part) -> Int {
    parts.append(part)
    return parts.count - 1
  }

  private mutating func add(_ life: ExactLife) -> Int {
    components.append(life)
    return add(.elementary(components.count - 1))
  }

  /// The component at the next place of the definition.
  private mutating func elementary(_ life: ExactLife) -> Int {
    defer { place.number += 1 }
    if let known = elementaries[place] { return known }
    let part = add(life)
    elementaries[place] = part
    return part
  }

  /// A constant level, or the flow that it stands for.
  private mutating func constant(_ level: Double, _ demand: Double?) -> Int {
    flow(add(.constant(level)), demand)
  }

  /// A level, or the flow that it stands for.
  private mutating func flow(_ part: Int, _ demand: Double?) -> Int {
    demand.map { add(.flow(part, demand: $0)) } ?? part
  }

  /// What a component carries; `part` is its level.
  private mutating func carried(_ part: Int, _ capacity: Rate?, _ demand: Double?) -> Int {
    guard demand != nil, let capacity else { return flow(part, demand) }
    return add(.scaled(part, by: capacity.perSecond))
  }

  /// A name means the innermost copy in which it is new, or else the only one that there is.
  private mutating func part(
    named name: String, within copies: [Copy], _ demand: Double?
  ) throws(QuantityError) -> Int {
    guard let index = topology.index(ofDefinition: name) else {
      let domain = try topology.index(ofDomain: name).map { index throws(QuantityError) in
        try domainChain([index])
      }
      return flow(domain ?? add(.constant(0)), demand)
    }
    if demand != nil, !topology.carriesCapacity[index] {
      return flow(try part(named: name, within: copies, nil), demand)
    }
    let home = copies.lastIndex { $0.names.contains(name) }
    let copy = home.map { copies[$0].identity }
    let instance = Instance(name: name, copy: copy, demand: demand)
    if let known = definitions[instance] { return known }
    let outer = place
    place = Place(name: name, copy: copy)
    defer { place = outer }
    let around = Array(copies.prefix((home ?? -1) + 1))
    let part = try part(topology.definitions[index], within: around, demand)
    definitions[instance] = part
    return part
  }

  private mutating func part(
    _ definition: Definition, within copies: [Copy], _ outer: Double?
  ) throws(QuantityError) -> Int {
    let demand = definition.demand?.perSecond ?? outer
    var limits: [Int] = []
    switch definition.body {
    case .expression(let expression): limits.append(try part(expression, within: copies, demand))
    case .group(let group): limits.append(try part(group, demand))
    case .changes, .maintenance: preconditionFailure("an instant has no history")
    }
    for need in definition.needs { limits.append(try part(named: need, within: copies, demand)) }
    for want in definition.wants {
      let wanted = try part(named: want.name, within: copies, demand)
      limits.append(add(.largest([wanted, constant(want.degraded.fraction, demand)])))
    }
    let least = add(.smallest(limits))
    return definition.demand.map { add(.share(least, of: $0.perSecond)) } ?? least
  }

  private mutating func part(_ group: Group, _ demand: Double?) throws(QuantityError) -> Int {
    var life = try ExactLife(group.member)
    var common: [Int] = []
    if let beta = group.commonCause {
      let split = try ExactLife.split(group.member, commonCause: beta)
      life = split.own
      common = [flow(elementary(split.common), demand)]
    }
    var members: [Int] = []
    for cell in topology.cells(of: group) {
      let domains = try cell.domains.map { domain throws(QuantityError) in try self.domain(domain) }
      for _ in 0..<cell.members {
        members.append(add(.smallest([elementary(life)] + domains)))
      }
    }
    let enough = flow(add(.ranked(group.need, members)), demand)
    guard demand != nil, group.member.capacity != nil else {
      return add(.smallest(common + [enough]))
    }
    let flows = members.map { carried($0, group.member.capacity, demand) }
    return add(.smallest(common + [enough, add(.sum(flows))]))
  }

  /// A domain is effective only while all that it stands in is up.
  private mutating func domainChain(_ start: [Int]) throws(QuantityError) -> Int {
    var chain: [Int] = []
    var current = start.first
    while let domain = current {
      chain.append(try self.domain(domain))
      current = topology.domains[domain].parent
    }
    return add(.smallest(chain))
  }

  private mutating func domain(_ index: Int) throws(QuantityError) -> Int {
    if let known = domains[index] { return known }
    let family = topology.families[topology.domains[index].family]
    let part = add(try ExactLife(family.component))
    domains[index] = part
    return part
  }

  private mutating func parts(
    _ expressions: [Expression], within copies: [Copy], _ demand: Double?
  ) throws(QuantityError) -> [Int] {
    try expressions.map { expression throws(QuantityError) in
      try part(expression, within: copies, demand)
    }
  }

  private mutating func part(
    _ expression: Expression, within copies: [Copy], _ demand: Double?
  ) throws(QuantityError) -> Int {
    switch expression {
    case .component(let component):
      return carried(elementary(try ExactLife(component)), component.capacity, demand)
    case .level(let level): return constant(level.fraction, demand)
    case .name(let name): return try part(named: name, within: copies, demand)
    case .all(let operands): return add(.smallest(try parts(operands, within: copies, demand)))
    case .any(let operands): return add(.largest(try parts(operands, within: copies, demand)))
    case .sum(let operands):
      let parts = try parts(operands, within: copies, demand)
      return add(demand == nil ? .largest(parts) : .sum(parts))
    case .atLeast(let need, let operands):
      return add(.ranked(need, try parts(operands, within: copies, demand)))
    case .copies(let need, let count, let operand):
      return add(.ranked(need, try written(operand, times: count, within: copies, demand)))
    case .standby(let primary, let standby):
      return add(.largest(try parts([primary, standby], within: copies, demand)))
    case .fallback(let operand, let level):
      let fallback = constant(level.fraction, demand)
      return add(.largest([try part(operand, within: copies, demand), fallback]))
    case .weighted(let terms):
      let parts = try parts(terms.map(\.expression), within: copies, nil)
      return flow(add(.weighted(zip(terms.map(\.weight), parts).map { ($0, $1) })), demand)
    case .failover, .behaving: preconditionFailure("an instant has no history")
    }
  }

  private mutating func written(
    _ operand: Expression, times count: Int, within outer: [Copy], _ demand: Double?
  ) throws(QuantityError) -> [Int] {
    var names: Set<String> = []
    collect(operand, into: &names)
    var result: [Int] = []
    for _ in 0..<count {
      let copy = Copy(identity: nextIdentity(), names: names)
      result.append(try part(operand, within: outer + [copy], demand))
    }
    return result
  }

  /// The same copy whenever its place is met again.
  private mutating func nextIdentity() -> Int {
    defer { place.number += 1 }
    if let known = identities[place] { return known }
    copies += 1
    identities[place] = copies
    return copies
  }

  /// The names in a copied expression and, through those that are expressions, in theirs; what a
  /// definition needs or wants stays shared.
  private func collect(_ expression: Expression, into names: inout Set<String>) {
    if case .name(let name) = expression, let definition = topology.definition(named: name),
      names.insert(name).inserted, case .expression(let body) = definition.body
    {
      collect(body, into: &names)
    }
    for operand in expression.operands { collect(operand, into: &names) }
  }
}

extension Rate {
  /// Per second, for the two units that random topologies use.
  fileprivate var perSecond: Double { unit == "rpm" ? amount / 60 : amount }
}
