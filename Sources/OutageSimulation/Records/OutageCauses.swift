import StructureFunctions

/// What downtime is counted under: the components of one name are one cause; common causes stand
/// apart.
struct OutageCauses: Sendable {
  private(set) var names: [String] = []
  /// For each component its cause.
  let causeOfComponent: [Int32]

  init(_ network: ComponentNetwork) {
    var names: [String] = []
    var known: [String: Int32] = [:]
    let causeOfRow = network.rows.map { row in
      let name = row.part == "common cause" ? "\(row.name) common cause" : row.name
      if let cause = known[name] { return cause }
      names.append(name)
      known[name] = Int32(names.count - 1)
      return Int32(names.count - 1)
    }
    self.names = names
    causeOfComponent = network.rowOfComponent.map { causeOfRow[$0] }
  }
}
