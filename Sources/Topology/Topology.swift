import Quantities

/// A checked description of a system: definitions and the failure domains that they stand in.
///
/// A value without behaviour; engines interpret it. Every name in it is known, every `need` can be
/// met, nothing depends on itself.
public struct Topology: Sendable, Hashable {
  /// Definitions, in the order given.
  public let definitions: [Definition]
  /// Families of failure domains, in the order given.
  public let families: [DomainFamily]
  /// All failure domains; a domain comes after the one that it stands in.
  public let domains: [Domain]
  /// Indices of definitions, each after all that it depends on.
  public private(set) var evaluationOrder: [Int] = []
  /// For each definition whether a capacity limits what flows through it, so that its level depends
  /// on the demand above it; false for one with a demand of its own.
  public private(set) var carriesCapacity: [Bool] = []

  let definitionIndex: [String: Int]
  let familyIndex: [String: Int]
  let domainIndex: [String: Int]

  /// More nested definitions and expressions than this are refused: engines recurse over them.
  public static let depthLimit = 1_000
  /// More members in a group than this are refused.
  public static let memberLimit = 10_000_000
  /// More domains in a topology than this are refused.
  public static let domainLimit = 100_000

  /// Checks everything once. Throws ``TopologyError`` for the first flaw found.
  public init(definitions: [Definition], families: [DomainFamily] = []) throws(TopologyError) {
    let names = try NameTable(definitions: definitions, families: families)
    self.definitions = definitions
    self.families = families
    self.definitionIndex = names.definitions
    self.familyIndex = names.families
    let layout = try DomainLayout(families: families, index: names.families)
    self.domains = layout.domains
    self.domainIndex = layout.index
    try checkFamilies()
    evaluationOrder = try DependencyOrder(of: self).order
    for definition in definitions { try check(definition) }
    try checkBehaviours()
    carriesCapacity = definitionsCarryingCapacity()
    try checkRates()
    try checkFlows()
  }

  /// The definition of that name; nil when there is none.
  public func definition(named name: String) -> Definition? {
    definitionIndex[name].map { definitions[$0] }
  }

  /// The index in ``definitions`` of a name; nil when there is none.
  public func index(ofDefinition name: String) -> Int? { definitionIndex[name] }

  /// The index in ``domains`` of a name such as `az.2`; nil when there is none.
  public func index(ofDomain name: String) -> Int? { domainIndex[name] }

  /// The domains of a family, in order; empty for an unknown name.
  public func domains(ofFamily name: String) -> [Int] {
    guard let family = familyIndex[name] else { return [] }
    return domains.indices.filter { domains[$0].family == family }
  }

  /// The number of members of a group.
  public func memberCount(of group: Group) -> Int {
    switch group.size {
    case .members(let count): count
    case .perDomain(let count, let family):
      min(count, Self.memberLimit + 1) * domains(ofFamily: family).count
    }
  }

  /// The systems, or without any the last definition that nothing else uses, schedules left out;
  /// what a text that asks nothing is asked about.
  public var subjects: [String] {
    let systems = definitions.filter { $0.role == .system }.map(\.name)
    guard systems.isEmpty else { return systems }
    let used = Set(definitions.flatMap(\.dependencies))
    return definitions.last { !used.contains($0.name) && !$0.isSchedule }.map { [$0.name] } ?? []
  }
}
