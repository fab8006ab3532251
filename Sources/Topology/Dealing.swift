/// Members of a group that stand in the same domains.
public struct Cell: Sendable, Hashable {
  /// The domains (indices in ``Topology/domains``) that the members stand in, with all that those
  /// stand in, ascending.
  public let domains: [Int]
  /// The number of members.
  public let members: Int
}

extension Topology {
  /// Deals a group's members over its domain families, round robin, and gathers those that stand in
  /// the same domains.
  ///
  /// With several families the first one turns fastest and each further one is shifted by one
  /// whenever the pattern would repeat, so that every family is dealt evenly and all combinations
  /// are used before one is used twice. Cost: the number of members or of combinations, whichever is
  /// smaller.
  public func cells(of group: Group) -> [Cell] {
    let families = group.families.map { domains(ofFamily: $0) }
    let fixed = group.inside.compactMap { domainIndex[$0] }
    let members = memberCount(of: group)
    let period = families.reduce(1) { min($0 * $1.count, max(members, 1)) }
    return (0..<period).map { place in
      Cell(
        domains: withAncestors(fixed + Self.deal(place, over: families)),
        members: members / period + (place < members % period ? 1 : 0))
    }
  }

  private static func deal(_ place: Int, over families: [[Int]]) -> [Int] {
    var period = 1
    return families.map { family in
      let shift = period == 1 ? 0 : place / leastCommonMultiple(period, family.count)
      period *= family.count
      return family[(place + shift) % family.count]
    }
  }

  private func withAncestors(_ start: [Int]) -> [Int] {
    var found: Set<Int> = []
    for domain in start {
      var current: Int? = domain
      while let next = current, found.insert(next).inserted { current = domains[next].parent }
    }
    return found.sorted()
  }

  /// A domain with all that it stands in, ascending: all must be up for it to be effective.
  public func chain(ofDomain domain: Int) -> [Int] { withAncestors([domain]) }
}

private func leastCommonMultiple(_ a: Int, _ b: Int) -> Int { a / greatestCommonDivisor(a, b) * b }

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  b == 0 ? a : greatestCommonDivisor(b, a % b)
}
