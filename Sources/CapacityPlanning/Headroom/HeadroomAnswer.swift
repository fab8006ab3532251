import Quantities
import Topology

/// How a system stands to every headroom rule that concerns it, each in its worst case. Exact.
///
/// No rule counts on replacement, so that what is kept is kept by what is already running: static
/// stability (Weiss and Furr 2019, "Static stability using Availability Zones", Amazon Builders'
/// Library).
public struct HeadroomAnswer: Sendable, Hashable {
  /// How it stands to one rule.
  public struct Row: Sendable, Hashable {
    /// What is lost in the worst case, and what is left.
    public let survival: SurvivalAnswer
    /// The members that would keep the rule: empty where it is kept, nil where no number up to ten times
    /// the members does.
    public let additions: [MemberAddition]?
    /// The share of the demand that is served when the excess is shed, 0 to 1; nil without a demand.
    public let servedIfShed: Double?
    /// The share that is left of the demand when survivors past their capacity fail one after another;
    /// nil without a demand.
    public let servedInCascade: Double?
  }

  /// What was asked about.
  public let name: String
  /// What must flow; nil where it has no demand, so that it must merely be up.
  public let demand: Rate?
  /// The rules, those about domains first.
  public let rows: [Row]
  /// Rules with more worst cases than are looked at.
  public let unchecked: [SurvivalRule]

  /// What all rows rest on, a sentence each.
  public static let assumptions = [
    "all else is up, and load moves to what is left at once",
    "static stability: no rule counts on the replacement of what is lost",
  ]

  /// What the figures of overload rest on, a sentence each.
  public static let overloadAssumptions = [
    "shed: what is left serves all it can; in a cascade what is loaded past its capacity fails, and "
      + "its load moves on",
    "in a cascade domains get equal shares where their capacities add up; else all survivors are "
      + "loaded alike",
  ]

  /// How many going-throughs of the topology, times its domains, a rule may take.
  private static let mostWork = 200_000

  /// The answer about `name`. Cost: that of going through the topology for each choice of lost domains, and
  /// some twenty times that for a rule that isn't kept. Throws ``SurvivalError``.
  public init(_ topology: Topology, of name: String) throws(SurvivalError) {
    self.name = name
    demand = topology.definition(named: name)?.demand
    var rows: [Row] = []
    var unchecked: [SurvivalRule] = []
    for rule in topology.headroomRules(of: name) {
      if topology.work(of: rule) > Self.mostWork {
        unchecked.append(rule)
      } else {
        rows.append(try Row(topology, of: name, without: rule))
      }
    }
    self.rows = rows
    self.unchecked = unchecked
  }
}

extension HeadroomAnswer.Row {
  fileprivate init(
    _ topology: Topology, of name: String, without rule: SurvivalRule
  ) throws(SurvivalError) {
    let survival = try topology.survival(of: name, without: rule)
    self.survival = survival
    additions =
      survival.isMet
      ? [] : AdditionSearch(topology: topology, name: name, rule: rule).additions
    servedIfShed = survival.demand == nil ? nil : survival.served
    servedInCascade = try Cascade(topology, of: name)?.leastServed(without: rule)
  }
}

extension Topology {
  /// The headroom rules that concern `name`: the loss of any one and any two domains of each family that it
  /// stands in, N + 1, N + 2 and a rolling update that takes a quarter of each of its groups. Those that ask
  /// for more than there is are left out. Cost: linear in the topology.
  public func headroomRules(of name: String) -> [SurvivalRule] {
    let items = inventory(of: name).items
    let ownFamilies = Set(items.lazy.filter(\.isDomain).map(\.name))
    var rules: [SurvivalRule] = []
    for family in families where ownFamilies.contains(family.name) {
      let count = domains(ofFamily: family.name).count
      rules += (1...2).filter { $0 <= count }.map { .domains($0, of: family.name) }
    }
    for group in groups(of: name) {
      let count = memberCount(of: group.group)
      let isCopied = items.contains { !$0.isDomain && $0.name == group.name && $0.count != count }
      if isCopied { continue }
      rules += (1...2).filter { $0 <= count }.map { .members($0, of: group.name) }
      if count >= 4 { rules.append(.share(0.25, of: group.name)) }
    }
    return rules
  }

  /// The groups that `name` depends on, itself one of them where it is a group.
  func groups(of name: String) -> [(name: String, group: Group)] {
    let names = Set(inventory(of: name).items.lazy.filter { !$0.isDomain }.map(\.name))
    return definitions.compactMap { definition in
      guard names.contains(definition.name), case .group(let group) = definition.body else {
        return nil
      }
      return (definition.name, group)
    }
  }

  /// Choices of lost domains, times the domains of the family that each looks at.
  fileprivate func work(of rule: SurvivalRule) -> Int {
    guard case .domains(let lost, let family) = rule else { return 1 }
    let count = domains(ofFamily: family).count
    return count * (lost == 1 ? count : count * (count - 1) / 2)
  }
}

extension SurvivalRule {
  /// The rule by its name in the field.
  public var title: String {
    switch self {
    case .domains(1, let family): "any one \(family) lost"
    case .domains(let count, let family): "any \(count) of \(family) lost"
    case .members(let count, let name): "N + \(count) of \(name)"
    case .share(let share, let name): "rolling update of \(name), \(Self.percent(share)) out"
    }
  }

  private static func percent(_ share: Double) -> String {
    let digits = "\((share * 1e6).rounded() / 1e4)"
    return "\(digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits)%"
  }
}
