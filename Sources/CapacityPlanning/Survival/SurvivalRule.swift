import Quantities
import Topology

/// What a system must carry its demand without.
public enum SurvivalRule: Sendable, Hashable {
  /// Any so many domains of a family, with all that stands in them: `1` of the zones.
  case domains(Int, of: String)
  /// Any so many members of a group: N + 1 and N + 2.
  case members(Int, of: String)
  /// A share of a group's members, rounded down, as a rolling update takes them out.
  case share(Double, of: String)
}

extension SurvivalRule {
  /// True where it takes something away.
  fileprivate var isSomething: Bool {
    switch self {
    case .domains(let count, _), .members(let count, _): count > 0
    case .share(let share, _): share > 0 && share <= 1
    }
  }
}

/// What is left without what a rule takes away.
public struct SurvivalAnswer: Sendable, Hashable {
  /// What was asked about.
  public let name: String
  /// What was taken away.
  public let rule: SurvivalRule
  /// What it is in words: `az.2`, or `1 of web`.
  public let lost: String
  /// What it can still carry; nil where no capacity limits it.
  public let left: Rate?
  /// The level at which it serves then, 0 to 1, its capacity left out: below 1 where something is missing
  /// that it falls back from.
  public let level: Double
  /// True where nothing is served at all.
  public let isDown: Bool
  /// What must flow: its demand; nil where it has none, so that it must merely be up.
  public let demand: Rate?

  /// True where all of the demand is served, or without one where it is up; an excess below one part in
  /// 10^12 is rounding.
  public var isMet: Bool {
    if isDown { return false }
    guard let demand else { return true }
    return level >= 1 - 1e-12 && (left?.ratio(to: demand) ?? 1) >= 1 - 1e-12
  }

  /// The share of the demand that is served, 0 to 1; without a demand the level.
  public var served: Double {
    if isDown { return 0 }
    return min(level, demand.flatMap { left?.ratio(to: $0) } ?? 1)
  }

  /// What is left over, as a share of the demand; below 0 where it falls short; nil without a demand.
  public var reserve: Double? {
    guard let demand else { return nil }
    guard level >= 1 - 1e-12 else { return served - 1 }
    return isDown ? -1 : left?.ratio(to: demand).map { $0 - 1 }
  }
}

extension SurvivalAnswer {
  /// True where less of the demand is served, or less could be carried.
  fileprivate func isWorse(than other: SurvivalAnswer?) -> Bool {
    guard let other else { return true }
    let amounts = (left?.amount ?? .infinity, other.left?.amount ?? .infinity)
    return (served, isDown ? 0 : amounts.0) < (other.served, other.isDown ? 0 : amounts.1)
  }
}

/// Why a rule can't be checked.
public enum SurvivalError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Nothing is called that, or it is of the wrong kind.
  case unknown(String)
  /// More than there are.
  case tooMany(Int, of: String, have: Int)
  /// More combinations of domains than can be looked at.
  case tooManyCombinations(String)
  /// What is lost has no bearing on what is asked about: it, and the latter.
  case unrelated(String, to: String)
  /// The share of so few members is none.
  case none(of: String, have: Int)
  /// The group stands in copies, so that it isn't clear of which its members are lost.
  case copied(String, in: String)

  /// One sentence for people, with what could be done.
  public var description: String {
    switch self {
    case .unknown(let name): "'\(name)' is neither a family of domains nor a group of members"
    case .tooMany(let count, let name, let have):
      "\(count) of \(name) can't be lost: there are \(have)"
    case .tooManyCombinations(let name):
      "there are more than 100,000 ways to lose so many of \(name); ask for fewer"
    case .unrelated(let lost, let name):
      "nothing of '\(name)' depends on '\(lost)', so that losing it says nothing"
    case .none(let name, let have): "that share of the \(have) of \(name), rounded down, is none"
    case .copied(let group, let name):
      "'\(name)' has copies of '\(group)', and it isn't clear of which the members are lost"
    }
  }
}

extension Topology {
  /// What is left of `name` in the worst case of a rule, everything else being up. Exact. Cost: that of
  /// going through the topology for each combination of domains. Throws ``SurvivalError``.
  public func survival(
    of name: String, without rule: SurvivalRule
  ) throws(SurvivalError) -> SurvivalAnswer {
    try check(rule, of: name)
    let demand = definition(named: name)?.demand
    var worst: SurvivalAnswer?
    for (lost, remaining) in try losses(rule) {
      var remaining = remaining
      let flow = remaining.flow(through: name)
      let answer = SurvivalAnswer(
        name: name, rule: rule, lost: lost, left: remaining.rate(flow.amount), level: flow.level,
        isDown: flow.isDown, demand: demand)
      if answer.isWorse(than: worst) { worst = answer }
    }
    guard let worst else { throw .unknown(name) }
    return worst
  }

  /// Refuses what says nothing about `name`, and losses of nothing.
  private func check(_ rule: SurvivalRule, of name: String) throws(SurvivalError) {
    let items = inventory(of: name).items
    switch rule {
    case .domains(let count, let family):
      guard count > 0 else { throw .none(of: family, have: domains(ofFamily: family).count) }
      let isRelated = items.contains { $0.isDomain && $0.name == family }
      if !isRelated, !domains(ofFamily: family).isEmpty { throw .unrelated(family, to: name) }
    case .members(_, let group), .share(_, let group):
      let members = try members(of: group)
      guard rule.isSomething else { throw .none(of: group, have: members) }
      guard let item = items.first(where: { !$0.isDomain && $0.name == group }) else {
        throw .unrelated(group, to: name)
      }
      if item.count != members { throw .copied(group, in: name) }
    }
  }

  /// The ways to lose what a rule takes away, in words.
  func losses(
    _ rule: SurvivalRule
  ) throws(SurvivalError) -> [(String, RemainingService)] {
    switch rule {
    case .domains(let count, let family):
      let whole = RemainingService(self)
      return try combinations(count, of: family).map { lost in
        var delivered = whole
        delivered.domains = Set(lost)
        return (lost.map { domains[$0].name }.joined(separator: " and "), delivered)
      }
    case .members(let count, let name): return [try losing(count, of: name)]
    case .share(let share, let name):
      let members = try members(of: name)
      let lost = Int((Double(members) * share + 1e-9).rounded(.down))
      guard lost > 0 else { throw .none(of: name, have: members) }
      return [try losing(lost, of: name)]
    }
  }

  private func losing(
    _ count: Int, of name: String
  ) throws(SurvivalError) -> (String, RemainingService) {
    let members = try members(of: name)
    guard count <= members else { throw .tooMany(count, of: name, have: members) }
    var delivered = RemainingService(self)
    delivered.members = [name: count]
    return ("\(count) of the \(members) of \(name)", delivered)
  }

  private func members(of name: String) throws(SurvivalError) -> Int {
    guard case .group(let group)? = definition(named: name)?.body else { throw .unknown(name) }
    return memberCount(of: group)
  }

  private static let mostCombinations = 100_000

  private func combinations(
    _ count: Int, of family: String
  ) throws(SurvivalError) -> [[Int]] {
    let all = domains(ofFamily: family)
    guard !all.isEmpty else { throw .unknown(family) }
    guard count <= all.count else { throw .tooMany(count, of: family, have: all.count) }
    guard Self.combinations(of: all.count, choosing: count) <= Double(Self.mostCombinations) else {
      throw .tooManyCombinations(family)
    }
    var result: [[Int]] = [[]]
    for _ in 0..<count {
      result = result.flatMap { chosen in
        all.filter { $0 > chosen.last ?? -1 }.map { chosen + [$0] }
      }
    }
    return result
  }

  /// n choose k.
  private static func combinations(of count: Int, choosing chosen: Int) -> Double {
    (0..<min(chosen, count - chosen)).reduce(1) { $0 * Double(count - $1) / Double($1 + 1) }
  }

  /// What `name` carries at least with any one domain of a family down and all else up, nothing in `unit`
  /// where it is down; nil where no capacity limits it.
  func leastCapacity(
    of name: String, withoutAnyOf family: String, unit: String
  ) throws(SizingError) -> Rate? {
    do throws(SurvivalError) {
      let answer = try survival(of: name, without: .domains(1, of: family))
      if answer.isDown { return try? Rate(0, unit: unit) }
      // What is served at a lower level is that much less.
      return answer.left.flatMap { try? Rate($0.amount * answer.level, unit: $0.unit) }
    } catch {
      throw .unanswerable(error.description)
    }
  }
}
