import Quantities
import Topology

extension RandomTopology {
  /// The first topology in the seed's sequence with a demand on its subject, capacities below it, and
  /// a number of elementary components in the range; nil if none turns up soon.
  public init?(flowsFrom seed: UInt64, components: ClosedRange<Int>) {
    var random = SplitMix64(seed: seed)
    for attempt in 0..<200 {
      let base = RandomTopology(seed: seed &* 1_000 &+ UInt64(attempt), components: components)
      guard let base, let topology = try? base.topology.withFlows(&random),
        let unfolding = try? Unfolding(topology, of: base.subject)
      else { continue }
      self.init(seed: seed, topology: topology, subject: base.subject, unfolding: unfolding)
      return
    }
    return nil
  }
}

extension Topology {
  fileprivate func withFlows(_ random: inout SplitMix64) throws -> Topology {
    var changed: [Definition] = []
    for (place, definition) in definitions.enumerated() {
      let isLast = place == definitions.count - 1
      changed.append(try definition.withFlows(isDemanded: isLast || random.happens(15), &random))
    }
    return try Topology(definitions: changed, families: families)
  }
}

extension Definition {
  fileprivate func withFlows(
    isDemanded: Bool, _ random: inout SplitMix64
  ) throws -> Definition {
    let body: Body =
      switch self.body {
      case .group(let group): .group(try group.withFlows(&random))
      case .expression(let expression): .expression(try expression.withFlows(&random))
      case .changes, .maintenance: self.body
      }
    let demand = try isDemanded ? Rate(random.pick([800, 1_000, 2_000, 3_000]), unit: "rps") : nil
    return Definition(name, role: role, body, needs: needs, wants: wants, demand: demand)
  }
}

extension Group {
  fileprivate func withFlows(_ random: inout SplitMix64) throws -> Group {
    guard random.happens(70) else { return self }
    return Group(
      size, need: random.happens(60) ? 1 : need, of: try member.withFlow(&random),
      commonCause: commonCause, across: across, inside: inside)
  }
}

extension Component {
  /// 18,000 rpm are 300 rps.
  fileprivate func withFlow(_ random: inout SplitMix64) throws -> Component {
    let amount = random.pick([500.0, 1_000, 1_500, 18_000])
    return carrying(try Rate(amount, unit: amount > 10_000 ? "rpm" : "rps"))
  }
}

extension Expression {
  fileprivate func withFlows(_ random: inout SplitMix64) throws -> Expression {
    switch self {
    case .component(let component):
      return random.happens(50) ? .component(try component.withFlow(&random)) : self
    case .level, .name: return self
    case .any(let operands):
      guard random.happens(60) else { return .any(try Self.withFlows(operands, &random)) }
      return .sum(try operands.map { try $0.withOwnFlow(&random) })
    case .all(let operands): return .all(try Self.withFlows(operands, &random))
    case .sum(let operands): return .sum(try Self.withFlows(operands, &random))
    case .atLeast(let need, let operands):
      return .atLeast(need, of: try Self.withFlows(operands, &random))
    case .copies(let need, let count, let operand):
      return .copies(need: need, count: count, of: try operand.withFlows(&random))
    case .standby(let primary, let standby):
      return .standby(
        primary: try primary.withFlows(&random), standby: try standby.withFlows(&random))
    case .fallback(let operand, let level):
      return .fallback(try operand.withFlows(&random), level)
    case .failover(let primary, let standby, let failover):
      return .failover(
        primary: try primary.withFlows(&random), standby: try standby.withFlows(&random), failover)
    case .behaving(let operand, let effect):
      return .behaving(try operand.withFlows(&random), effect)
    case .weighted: return self
    }
  }

  private static func withFlows(
    _ operands: [Expression], _ random: inout SplitMix64
  ) throws -> [Expression] {
    try operands.map { try $0.withFlows(&random) }
  }

  /// A term of a sum of pools, which needs a capacity.
  private func withOwnFlow(_ random: inout SplitMix64) throws -> Expression {
    guard case .component(let component) = self else { return try withFlows(&random) }
    return .component(try component.withFlow(&random))
  }
}
