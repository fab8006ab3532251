import StructureFunctions

/// What downtime is counted under: the components of one name are one cause; common causes stand
/// apart, and so does what a part does of itself, such as its failover.
struct OutageCauses: Sendable {
  private(set) var names: [String] = []
  /// For each component its cause.
  let causeOfComponent: [Int32]

  init(_ network: ComponentNetwork) {
    var names: [String] = []
    var known: [String: Int32] = [:]
    let outputs = network.timedParts.flatMap { $0.outputs.map(\.component) }
    let own = Set(outputs.map { network.rowOfComponent[$0] })
    let causeOfRow = network.rows.enumerated().map { place, row in
      let isNamed = row.part == "common cause" || own.contains(place)
      let name = [row.name, isNamed ? row.part : nil].compactMap(\.self).joined(separator: " ")
      if let cause = known[name] { return cause }
      names.append(name)
      known[name] = Int32(names.count - 1)
      return Int32(names.count - 1)
    }
    self.names = names
    causeOfComponent = network.rowOfComponent.map { causeOfRow[$0] }
  }
}
