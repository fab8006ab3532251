import Quantities
import Topology

/// Draws one definition that may use the earlier ones.
struct RandomDefinition {
  let life: RandomLife
  let families: [String]
  let domains: [String]
  let earlier: [String]
  let holdsWeights: Bool

  func definition(_ name: String, _ random: inout SplitMix64) throws -> Definition {
    let isGroup = random.happens(earlier.isEmpty ? 45 : 25)
    let body: Definition.Body =
      isGroup
      ? .group(try group(&random)) : .expression(try expression(depth: 3, &random))
    return Definition(name, body, needs: needs(&random), wants: try wants(&random))
  }

  private func needs(_ random: inout SplitMix64) -> [String] {
    var result: [String] = []
    if !earlier.isEmpty, random.happens(30) { result.append(random.pick(earlier)) }
    if !domains.isEmpty, random.happens(10) { result.append(random.pick(domains)) }
    return result
  }

  private func wants(_ random: inout SplitMix64) throws -> [Definition.Want] {
    guard !earlier.isEmpty, random.happens(20) else { return [] }
    return [Definition.Want(random.pick(earlier), degraded: try level(&random))]
  }

  private func level(_ random: inout SplitMix64) throws -> Level {
    try Level(random.pick([0, 0.25, 0.5, 0.9]))
  }

  private func group(_ random: inout SplitMix64) throws -> Group {
    let isPerDomain = !families.isEmpty && random.happens(35)
    let size: Group.Size =
      isPerDomain
      ? .perDomain(random.number(1...2), family: random.pick(families))
      : .members(random.number(1...6))
    let members = isPerDomain ? 3 : 6
    return Group(
      size, need: random.number(1...members), of: try life.component(&random),
      commonCause: random.happens(30) ? try .percent(random.pick([5.0, 20, 80])) : nil,
      across: families.filter { _ in random.happens(40) },
      inside: domains.filter { _ in random.happens(8) })
  }

  private func expression(depth: Int, _ random: inout SplitMix64) throws -> Expression {
    guard depth > 0, random.happens(85) else { return try leaf(&random) }
    let choice = random.number(0..<100)
    switch choice {
    case ..<22: return .all(try operands(depth, &random))
    case ..<44: return .any(try operands(depth, &random))
    case ..<58:
      let members = try operands(depth, &random)
      return .atLeast(random.number(1...members.count), of: members)
    case ..<76:
      let count = random.number(1...4)
      return .copies(
        need: random.number(1...count), count: count,
        of: try expression(depth: depth - 1, &random))
    case ..<84:
      return .standby(
        primary: try expression(depth: depth - 1, &random),
        standby: try expression(depth: depth - 1, &random))
    case ..<92: return .fallback(try expression(depth: depth - 1, &random), try level(&random))
    default:
      return holdsWeights ? try weighted(depth, &random) : .all(try operands(depth, &random))
    }
  }

  private func operands(_ depth: Int, _ random: inout SplitMix64) throws -> [Expression] {
    var result: [Expression] = []
    for _ in 0..<random.number(1...4) {
      result.append(try expression(depth: depth - 1, &random))
    }
    return result
  }

  private func weighted(_ depth: Int, _ random: inout SplitMix64) throws -> Expression {
    let weights = random.pick([[0.5, 0.5], [0.75, 0.25], [0.1, 0.3, 0.6], [0.2, 0.3, 0.5]])
    var terms: [WeightedTerm] = []
    for weight in weights {
      terms.append(WeightedTerm(weight: weight, try expression(depth: depth - 1, &random)))
    }
    return .weighted(terms)
  }

  private func leaf(_ random: inout SplitMix64) throws -> Expression {
    if !earlier.isEmpty, random.happens(60) { return .name(random.pick(earlier)) }
    if !domains.isEmpty, random.happens(15) { return .name(random.pick(domains)) }
    if random.happens(3) { return .level(try level(&random)) }
    return .component(try life.component(&random))
  }
}

extension SplitMix64 {
  /// A whole number in a range.
  mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }
}
