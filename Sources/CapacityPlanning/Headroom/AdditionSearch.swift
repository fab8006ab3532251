import Quantities
import Topology

/// Members to add to a group, in all or in each domain of a family.
public struct MemberAddition: Sendable, Hashable {
  /// The group.
  public let group: String
  /// How many more, 1 or more.
  public let count: Int
  /// The family in each of whose domains so many are added; nil where they are counted in all.
  public let family: String?

  /// In words: `2 more web per az`.
  public var text: String { "\(count) more \(group)\(family.map { " per \($0)" } ?? "")" }
}

/// Looks for the members that would keep a rule.
///
/// Members are dealt so that one more leaves all others where they are, and no flow falls when members
/// are added: so what keeps a rule keeps it with more of anything, and halving finds the fewest.
struct AdditionSearch {
  let topology: Topology
  let name: String
  let rule: SurvivalRule

  /// A group that may grow.
  fileprivate struct Candidate {
    let name: String
    let index: Int
    let group: Group
    /// Its members, in all or in each domain.
    let count: Int
    /// How many places so many stand in.
    let places: Int
  }

  fileprivate static let mostTimes = 10

  /// The additions of one group that keep the rule: of the rule's own group if that does, else the fewest
  /// members. Where no group alone does, those of several; the fewest of each where all are needed at once,
  /// else enough. nil where ten times the members of all don't.
  var additions: [MemberAddition]? {
    let candidates = self.candidates
    if let alone = alone(candidates) { return [alone] }
    return together(candidates)
  }

  private var candidates: [Candidate] {
    topology.groups(of: name).compactMap { name, group in
      guard let index = topology.index(ofDefinition: name) else { return nil }
      switch group.size {
      case .members(let count):
        return Candidate(name: name, index: index, group: group, count: count, places: 1)
      case .perDomain(let count, let family):
        let places = topology.domains(ofFamily: family).count
        return Candidate(name: name, index: index, group: group, count: count, places: places)
      }
    }
  }

  private func alone(_ candidates: [Candidate]) -> MemberAddition? {
    var best: (addition: MemberAddition, members: Int)?
    for candidate in candidates {
      guard let count = fewest(candidate, sizes: [:]) else { continue }
      let addition = addition(candidate, count)
      if candidate.name == rule.group { return addition }
      let members = addition.count * candidate.places
      if members < best?.members ?? .max { best = (addition, members) }
    }
    return best?.addition
  }

  /// All groups as large as may be, then one after another as small as it can be.
  private func together(_ candidates: [Candidate]) -> [MemberAddition]? {
    var sizes: [Int: Int] = [:]
    guard !candidates.isEmpty else { return nil }
    for candidate in candidates { sizes[candidate.index] = candidate.most }
    for candidate in candidates {
      guard let count = fewest(candidate, sizes: sizes) else { return nil }
      sizes[candidate.index] = count
    }
    return candidates.compactMap { candidate in
      let count = sizes[candidate.index] ?? candidate.count
      return count > candidate.count ? addition(candidate, count) : nil
    }
  }

  /// The smallest size of a group that keeps the rule, others having these sizes; nil where none does.
  private func fewest(_ candidate: Candidate, sizes: [Int: Int]) -> Int? {
    func isKept(_ count: Int) -> Bool {
      self.isKept(sizes.merging([candidate.index: count]) { $1 })
    }
    if isKept(candidate.count) { return candidate.count }
    var (low, high) = (candidate.count, candidate.most)
    guard high > low, isKept(high) else { return nil }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if isKept(middle) { high = middle } else { low = middle }
    }
    return high
  }

  private func isKept(_ sizes: [Int: Int]) -> Bool {
    var definitions = topology.definitions
    for (index, size) in sizes {
      guard case .group(let group) = definitions[index].body else { continue }
      definitions[index] = definitions[index].withBody(.group(group.sized(size)))
    }
    // A size that the topology refuses keeps nothing.
    guard let grown = try? Topology(definitions: definitions, families: topology.families),
      let survival = try? grown.survival(of: name, without: rule)
    else { return false }
    return survival.isMet
  }

  private func addition(_ candidate: Candidate, _ size: Int) -> MemberAddition {
    var family: String?
    if case .perDomain(_, let counted) = candidate.group.size { family = counted }
    return MemberAddition(group: candidate.name, count: size - candidate.count, family: family)
  }
}

extension AdditionSearch.Candidate {
  fileprivate var most: Int {
    max(count, min(AdditionSearch.mostTimes * count, Topology.memberLimit / max(places, 1)))
  }
}

extension SurvivalRule {
  /// The group that it is about; nil for domains.
  fileprivate var group: String? {
    switch self {
    case .domains: nil
    case .members(_, let name), .share(_, let name): name
    }
  }
}

extension Group {
  /// The same with so many members, in all or in each domain.
  fileprivate func sized(_ count: Int) -> Group {
    let size: Size =
      switch self.size {
      case .members: .members(count)
      case .perDomain(_, let family): .perDomain(count, family: family)
      }
    return Group(
      size, need: need, of: member, commonCause: commonCause, across: across, inside: inside,
      behaviour: behaviour)
  }
}
