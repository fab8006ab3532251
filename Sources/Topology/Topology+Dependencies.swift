extension Topology {
  /// The names of a definition and of all definitions that it depends on; none for a domain. Cost:
  /// linear in these.
  public func definitions(beneath name: String) -> Set<String> {
    var found: Set<String> = []
    var open = [name]
    while let next = open.popLast() {
      guard let definition = definition(named: next), found.insert(next).inserted else { continue }
      open += definition.dependencies
    }
    return found
  }
}
