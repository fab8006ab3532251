/// Spreads families of domains into single domains, a family after the one that it nests in.
struct DomainLayout {
  private(set) var domains: [Domain] = []
  private(set) var index: [String: Int] = [:]
  private let families: [DomainFamily]
  private let familyIndex: [String: Int]
  private var members: [Int: [Int]] = [:]
  private var path: [Int] = []

  init(families: [DomainFamily], index: [String: Int]) throws(TopologyError) {
    self.families = families
    self.familyIndex = index
    for family in families.indices { try spread(family) }
  }

  private mutating func spread(_ family: Int) throws(TopologyError) {
    guard members[family] == nil else { return }
    try enter(family)
    defer { path.removeLast() }
    let declared = families[family]
    guard declared.count >= 1 else { throw error(family, .empty) }
    var spread: [Int] = []
    for (parent, prefix) in try parents(of: declared, family) {
      guard domains.count + declared.count <= Topology.domainLimit else {
        throw error(family, .tooMany(declared.count, limit: Topology.domainLimit))
      }
      for place in 1...declared.count {
        spread.append(add("\(declared.name).\(prefix)\(place)", family, parent))
      }
    }
    members[family] = spread
  }

  private mutating func add(_ name: String, _ family: Int, _ parent: Int?) -> Int {
    domains.append(Domain(name: name, family: family, parent: parent))
    index[name] = domains.count - 1
    return domains.count - 1
  }

  private mutating func enter(_ family: Int) throws(TopologyError) {
    let isCyclic = path.contains(family)
    path.append(family)
    guard !isCyclic else { throw error(family, .cycle(path.map { families[$0].name })) }
    guard path.count <= 64 else { throw error(family, .tooDeep(limit: 64)) }
  }

  /// The domains that a family's own stand in, with what their place adds to the names.
  private mutating func parents(
    of declared: DomainFamily, _ family: Int
  ) throws(TopologyError) -> [(Int?, prefix: String)] {
    if let parent = declared.parent {
      guard let parentFamily = familyIndex[parent] else {
        throw error(family, .notAFamily(parent))
      }
      try spread(parentFamily)
      let skipped = parent.count + 1
      return (members[parentFamily] ?? []).map { ($0, domains[$0].name.dropFirst(skipped) + ".") }
    }
    guard let inside = declared.inside else { return [(nil, "")] }
    for other in families where inside.hasPrefix(other.name + ".") && other.name != declared.name {
      if let otherFamily = familyIndex[other.name] { try spread(otherFamily) }
    }
    guard let domain = index[inside] else { throw error(family, .notADomain(inside)) }
    return [(domain, "")]
  }

  private func error(_ family: Int, _ reason: TopologyError.Reason) -> TopologyError {
    TopologyError(definition: families[family].name, reason: reason)
  }
}
