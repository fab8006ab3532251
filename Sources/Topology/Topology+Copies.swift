extension Topology {
  /// The names that are copied with an expression: those in it, and through plain expressions those
  /// in theirs. What a definition needs or wants is not copied unless it is named here too.
  package func copiedNames(_ expression: Expression) -> Set<String> {
    var found: Set<String> = []
    var open = [expression]
    while let next = open.popLast() {
      open.append(contentsOf: next.operands)
      guard case .name(let name) = next, let definition = definition(named: name),
        found.insert(name).inserted, case .expression(let body) = definition.body
      else { continue }
      open.append(body)
    }
    return found
  }
}
