import Quantities
import StructureFunctions
import TestSupport
import Topology

/// A random topology with rules in random places, whose service is what it was before while every
/// rule passes on what it follows.
struct RuledTopology {
  let plain: RandomTopology
  let topology: Topology

  /// Nil when no rule was drawn.
  init?(_ plain: RandomTopology) throws {
    var writer = RuleWriter(plain.topology, seed: plain.seed &+ 1)
    let definitions = plain.topology.definitions.map { writer.ruled($0) }
    guard writer.rules > 0 else { return nil }
    self.plain = plain
    topology = try Topology(definitions: definitions, families: plain.topology.families)
  }
}

/// Puts rules into definitions.
private struct RuleWriter {
  /// How many rules were put in.
  private(set) var rules = 0
  private var random: SplitMix64

  private let topology: Topology

  init(_ topology: Topology, seed: UInt64) {
    self.topology = topology
    random = SplitMix64(seed: seed)
  }

  private mutating func happens(_ percent: Int) -> Bool {
    let does = random.next() % 100 < percent
    rules += does ? 1 : 0
    return does
  }

  mutating func ruled(_ definition: Definition) -> Definition {
    let body: Definition.Body =
      switch definition.body {
      case .expression(let expression): .expression(ruled(expression))
      case .group(let group): .group(ruled(group))
      case .changes, .maintenance: definition.body
      }
    var effects: [AfterEffect] = []
    while effects.count < 2, happens(20) { effects.append(effect) }
    return Definition(
      definition.name, role: definition.role, body, needs: definition.needs,
      wants: definition.wants, afterEffects: effects, demand: definition.demand)
  }

  private var effect: AfterEffect {
    rules % 2 == 0 ? .absorption(.minutes(1)) : .buffer(Buffer(holds: .minutes(1), drain: 2))
  }

  private mutating func ruled(_ group: Group) -> Group {
    var behaviour = GroupBehaviour()
    if topology.memberCount(of: group) > 1, happens(30) {
      behaviour.failover = Failover(detection: .seconds(30))
    }
    return Group(
      group.size, need: group.need, of: group.member, commonCause: group.commonCause,
      across: group.across, inside: group.inside, behaviour: behaviour)
  }

  private mutating func ruled(_ expression: Expression) -> Expression {
    let inner = inside(expression)
    return happens(10) ? .behaving(inner, effect) : inner
  }

  private mutating func inside(_ expression: Expression) -> Expression {
    switch expression {
    case .component, .level, .name, .failover, .behaving: expression
    case .all(let operands): .all(operands.map { ruled($0) })
    case .any(let operands): .any(operands.map { ruled($0) })
    case .sum(let operands): .sum(operands.map { ruled($0) })
    case .atLeast(let need, let operands): .atLeast(need, of: operands.map { ruled($0) })
    case .copies(let need, let count, let operand):
      .copies(need: need, count: count, of: ruled(operand))
    case .standby(let primary, let standby): pair(ruled(primary), ruled(standby))
    case .fallback(let operand, let level): .fallback(ruled(operand), level)
    case .weighted(let terms):
      .weighted(terms.map { WeightedTerm(weight: $0.weight, ruled($0.expression)) })
    }
  }

  private mutating func pair(_ primary: Expression, _ standby: Expression) -> Expression {
    guard happens(70) else { return .standby(primary: primary, standby: standby) }
    return .failover(primary: primary, standby: standby, Failover(detection: .seconds(30)))
  }
}

/// All states of the components of a network with rules, with what the rules make of them.
struct RuledEnumeration {
  /// What rules make of what they follow.
  enum Reading {
    /// They pass on what they follow, and of two the better.
    case passing
    /// They are as bad as they can be without a time in which they are down for no reason: of a pair
    /// as bad as the primary, of a group with a leader down with any of its members.
    case worst
  }

  let network: ComponentNetwork
  let reading: Reading
  /// The components that don't stand for rules.
  let components: [Int]

  init(_ network: ComponentNetwork, _ reading: Reading) {
    self.network = network
    self.reading = reading
    let outputs = Set(network.timedParts.flatMap { $0.outputs.map(\.component) })
    components = (0..<network.componentCount).filter { !outputs.contains($0) }
  }

  /// For each state, bit i set while the i-th of the components is down, the roots that are down.
  func states(of roots: [Int]) -> [[Bool]] {
    (0..<(1 << components.count)).map { state in
      let down = downs(state)
      return roots.map { network.isDown(root: $0, whenDown: down) }
    }
  }

  func probability(_ state: Int) -> Double {
    components.enumerated().reduce(1) { product, next in
      let availability = network.rows[network.rowOfComponent[next.element]].component.availability
      return product
        * (state >> next.offset & 1 == 1 ? availability.complement : availability.value)
    }
  }

  private func downs(_ state: Int) -> Set<Int> {
    var down = Set(components.indices.filter { state >> $0 & 1 == 1 }.map { components[$0] })
    for part in network.timedParts {
      let levels = part.operands.map { level(of: $0, down) }
      for output in part.outputs where !isUp(part, levels, output.threshold) {
        down.insert(output.component)
      }
    }
    return down
  }

  private func level(of operand: TimedPart.Operand, _ down: Set<Int>) -> Double {
    let reached = zip(operand.levels, operand.roots).filter { _, root in
      !network.isDown(root: root, whenDown: down)
    }
    let isDown = network.isDown(root: operand.roots[operand.downBelow], whenDown: down)
    return isDown ? 0 : reached.map(\.0).max() ?? 0
  }

  private func isUp(_ part: TimedPart, _ levels: [Double], _ threshold: Double) -> Bool {
    switch (part.kind, reading) {
    case (.leader(_, let need), .passing): levels.count { $0 > 0 } >= need
    case (.leader, .worst): levels.allSatisfy { $0 > 0 }
    case (.failover, .passing): (levels.max() ?? 0) >= threshold
    default: levels[0] >= threshold
    }
  }
}
