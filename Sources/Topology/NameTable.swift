/// Who has which name; a name is one thing.
struct NameTable {
  private(set) var definitions: [String: Int] = [:]
  private(set) var families: [String: Int] = [:]

  init(definitions: [Definition], families: [DomainFamily]) throws(TopologyError) {
    for (index, family) in families.enumerated() {
      let previous = self.families.updateValue(index, forKey: family.name)
      guard previous == nil else { throw Self.duplicate(family.name) }
    }
    for (index, definition) in definitions.enumerated() {
      let previous = self.definitions.updateValue(index, forKey: definition.name)
      guard previous == nil, self.families[definition.name] == nil else {
        throw Self.duplicate(definition.name)
      }
    }
  }

  private static func duplicate(_ name: String) -> TopologyError {
    TopologyError(definition: name, reason: .duplicateName)
  }
}
