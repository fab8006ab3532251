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
  }

  /// One copy made by `k of n`: the names that are new in it.
  private struct Copy {
    let identity: Int
    let names: Set<String>
  }

  private struct Instance: Hashable {
    let name: String
    let copy: Int?
  }

  /// The elementary components, each independent of the others.
  public private(set) var components: [ExactLife] = []
  private(set) var parts: [Part] = []
  private let topology: Topology
  private var copies = 0
  private var definitions: [Instance: Int] = [:]
  private var domains: [Int: Int] = [:]

  /// Writes out what `name` depends on; its own level is that of the last part.
  public init(_ topology: Topology, of name: String) throws(QuantityError) {
    self.topology = topology
    let root = try part(named: name, within: [])
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

  /// A name means the innermost copy in which it is new, or else the only one that there is.
  private mutating func part(
    named name: String, within copies: [Copy]
  ) throws(QuantityError) -> Int {
    guard let definition = topology.definition(named: name) else {
      return try topology.index(ofDomain: name).map { index throws(QuantityError) in
        try domainChain([index])
      } ?? add(.constant(0))
    }
    let home = copies.lastIndex { $0.names.contains(name) }
    let instance = Instance(name: name, copy: home.map { copies[$0].identity })
    if let known = definitions[instance] { return known }
    let part = try part(definition, within: Array(copies.prefix((home ?? -1) + 1)))
    definitions[instance] = part
    return part
  }

  private mutating func part(
    _ definition: Definition, within copies: [Copy]
  ) throws(QuantityError) -> Int {
    var limits: [Int] = []
    switch definition.body {
    case .expression(let expression): limits.append(try part(expression, within: copies))
    case .group(let group): limits.append(try part(group))
    }
    for need in definition.needs { limits.append(try part(named: need, within: copies)) }
    for want in definition.wants {
      let wanted = try part(named: want.name, within: copies)
      limits.append(add(.largest([wanted, add(.constant(want.degraded.fraction))])))
    }
    return add(.smallest(limits))
  }

  private mutating func part(_ group: Group) throws(QuantityError) -> Int {
    var life = try ExactLife(group.member)
    var common: [Int] = []
    if let beta = group.commonCause {
      let split = try ExactLife.split(group.member, commonCause: beta)
      life = split.own
      common = [add(split.common)]
    }
    var members: [Int] = []
    for cell in topology.cells(of: group) {
      let domains = try cell.domains.map { domain throws(QuantityError) in try self.domain(domain) }
      for _ in 0..<cell.members { members.append(add(.smallest([add(life)] + domains))) }
    }
    return add(.smallest(common + [add(.ranked(group.need, members))]))
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
    _ expressions: [Expression], within copies: [Copy]
  ) throws(QuantityError) -> [Int] {
    try expressions.map { expression throws(QuantityError) in
      try part(expression, within: copies)
    }
  }

  private mutating func part(
    _ expression: Expression, within copies: [Copy]
  ) throws(QuantityError) -> Int {
    switch expression {
    case .component(let component): return add(try ExactLife(component))
    case .level(let level): return add(.constant(level.fraction))
    case .name(let name): return try part(named: name, within: copies)
    case .all(let operands): return add(.smallest(try parts(operands, within: copies)))
    case .any(let operands): return add(.largest(try parts(operands, within: copies)))
    case .atLeast(let need, let operands):
      return add(.ranked(need, try parts(operands, within: copies)))
    case .copies(let need, let count, let operand):
      return add(.ranked(need, try written(operand, times: count, within: copies)))
    case .standby(let primary, let standby):
      return add(.largest(try parts([primary, standby], within: copies)))
    case .fallback(let operand, let level):
      return add(.largest([try part(operand, within: copies), add(.constant(level.fraction))]))
    case .weighted(let terms):
      let parts = try parts(terms.map(\.expression), within: copies)
      return add(.weighted(zip(terms.map(\.weight), parts).map { ($0, $1) }))
    }
  }

  private mutating func written(
    _ operand: Expression, times count: Int, within outer: [Copy]
  ) throws(QuantityError) -> [Int] {
    var names: Set<String> = []
    collect(operand, into: &names)
    var result: [Int] = []
    for _ in 0..<count {
      copies += 1
      result.append(try part(operand, within: outer + [Copy(identity: copies, names: names)]))
    }
    return result
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
