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

/// What is left without what a rule takes away.
public struct SurvivalAnswer: Sendable, Hashable {
  /// What was asked about.
  public let name: String
  /// What was taken away.
  public let rule: SurvivalRule
  /// What it is in words: `az.2`, or `1 of web`.
  public let lost: String
  /// What it still carries; nil where no capacity limits it.
  public let left: Rate?
  /// True where nothing flows at all.
  public let isDown: Bool
  /// What must flow: its demand; nil where it has none, so that it must merely be up.
  public let demand: Rate?

  /// True where what is left carries the demand, an excess below one part in 10^12 being rounding.
  public var isMet: Bool {
    if isDown { return false }
    guard let demand, let ratio = left?.ratio(to: demand) else { return true }
    return ratio >= 1 - 1e-12
  }

  /// What is left over, as a share of the demand; below 0 where it falls short; nil without a demand.
  public var reserve: Double? {
    guard let demand else { return nil }
    if isDown { return -1 }
    return left?.ratio(to: demand).map { $0 - 1 }
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

  /// One sentence for people, with what could be done.
  public var description: String {
    switch self {
    case .unknown(let name): "'\(name)' is neither a family of domains nor a group of members"
    case .tooMany(let count, let name, let have):
      "\(count) of \(name) can't be lost: there are \(have)"
    case .tooManyCombinations(let name):
      "there are too many ways to lose so many of \(name); ask for fewer"
    }
  }
}

extension Topology {
  /// What is left of `name` in the worst case of a rule, everything else being up. Exact. Cost: that of
  /// going through the topology for each combination of domains. Throws ``SurvivalError``.
  public func survival(
    of name: String, without rule: SurvivalRule
  ) throws(SurvivalError) -> SurvivalAnswer {
    var worst: (flow: Double, lost: String)?
    var unit: Rate?
    for (lost, delivered) in try losses(rule) {
      var delivered = delivered
      let flow = delivered.flow(through: name)
      unit = delivered.unit
      if flow < worst?.flow ?? .infinity || worst == nil { worst = (flow, lost) }
    }
    let flow = worst?.flow ?? 0
    let left = flow.isFinite ? unit.flatMap { try? Rate(flow, unit: $0.unit) } : nil
    return SurvivalAnswer(
      name: name, rule: rule, lost: worst?.lost ?? "", left: left, isDown: flow == 0,
      demand: definition(named: name)?.demand)
  }

  /// The ways to lose what a rule takes away, in words.
  func losses(
    _ rule: SurvivalRule
  ) throws(SurvivalError) -> [(String, RemainingCapacity)] {
    switch rule {
    case .domains(let count, let family):
      return try combinations(count, of: family).map { lost in
        var delivered = RemainingCapacity(self)
        delivered.domains = Set(lost)
        return (lost.map { domains[$0].name }.joined(separator: " and "), delivered)
      }
    case .members(let count, let name): return [try losing(count, of: name)]
    case .share(let share, let name):
      let members = try members(of: name)
      return [try losing(Int((Double(members) * share + 1e-9).rounded(.down)), of: name)]
    }
  }

  private func losing(
    _ count: Int, of name: String
  ) throws(SurvivalError) -> (String, RemainingCapacity) {
    let members = try members(of: name)
    guard count <= members else { throw .tooMany(count, of: name, have: members) }
    var delivered = RemainingCapacity(self)
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
    var result: [[Int]] = [[]]
    for _ in 0..<count {
      result = result.flatMap { chosen in
        all.filter { $0 > chosen.last ?? -1 }.map { chosen + [$0] }
      }
      guard result.count <= Self.mostCombinations else { throw .tooManyCombinations(family) }
    }
    return result
  }

  /// What `name` carries at least with any one domain of a family down and all else up; nil where no
  /// capacity limits it.
  func leastCapacity(
    of name: String, withoutAnyOf family: String
  ) throws(SizingError) -> Rate? {
    do throws(SurvivalError) {
      return try survival(of: name, without: .domains(1, of: family)).left
    } catch {
      throw .unanswerable(error.description)
    }
  }
}
