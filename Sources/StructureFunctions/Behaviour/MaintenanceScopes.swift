import Topology

/// Which planned windows take what down.
struct MaintenanceScopes {
  /// Windows of a definition: the first place that a thing has there.
  struct Window {
    /// The definition that declares them.
    let definition: Int
    /// The place of the thing, of a group that of its first member; 0 where all go down together.
    let place: Int
    /// True when each member of a group has a place of its own.
    let isRolling: Bool
  }

  /// For each definition what takes it, or its members, down.
  private(set) var ofDefinition: [Int: [Window]] = [:]
  /// For each domain what takes it down.
  private(set) var ofDomain: [Int: [Window]] = [:]
  /// For each declaration of windows the number of places: one after another where they roll.
  private(set) var places: [Int: Int] = [:]

  init(_ topology: Topology) {
    for (index, definition) in topology.definitions.enumerated() {
      guard case .maintenance(let maintenance) = definition.body else { continue }
      add(maintenance, index, topology)
    }
  }

  private mutating func add(_ maintenance: Maintenance, _ index: Int, _ topology: Topology) {
    var next = 0
    func window() -> Window {
      let isRolling = maintenance.isRolling
      return Window(definition: index, place: isRolling ? next : 0, isRolling: isRolling)
    }
    for name in maintenance.scope {
      if let definition = topology.index(ofDefinition: name) {
        ofDefinition[definition, default: []].append(window())
        next += topology.placeCount(of: definition)
      } else {
        let domain = topology.index(ofDomain: name)
        for domain in domain.map({ [$0] }) ?? topology.domains(ofFamily: name) {
          ofDomain[domain, default: []].append(window())
          next += 1
        }
      }
    }
    places[index] = maintenance.isRolling ? max(next, 1) : 1
  }

  /// Whether windows take members of a definition down one after another.
  func roll(over definition: Int) -> Bool {
    ofDefinition[definition]?.contains(where: \.isRolling) ?? false
  }
}

extension Topology {
  /// The members of a group; of anything else, one.
  fileprivate func placeCount(of definition: Int) -> Int {
    guard case .group(let group) = definitions[definition].body else { return 1 }
    return memberCount(of: group)
  }
}

extension Definition {
  /// What the planned windows that it declares take down, by name.
  var maintenanceScope: [String] {
    guard case .maintenance(let maintenance) = body else { return [] }
    return maintenance.scope
  }
}
