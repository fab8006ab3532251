import Topology

extension ComponentNetwork {
  /// The structure of several things that are watched at once: `names`, definitions or domains, at
  /// most 16 of them.
  ///
  /// Each is down below its own threshold, or below `level` where that is given. The root of the k-th
  /// stands 2^k times among the roots, so that the number of roots that are up tells by its bits which
  /// of them are. Cost: as for one, the things and their parts taken together. Throws
  /// ``StructureFunctionError``.
  public init(
    _ topology: Topology, watching names: [String], countingBelow level: Double? = nil
  ) throws(StructureFunctionError) {
    var compiler = StructureCompiler(topology, levels: try LevelSets(topology))
    compiler.distinguishesCells = true
    compiler.writesCopiesOut = true
    compiler.writesMembersOut = FlowContexts(topology, ofEach: names).mixesThresholds
    var roots: [Int] = []
    for (place, name) in names.enumerated() {
      let structure = try StructureFunction(topology, of: name)
      let root = try compiler.gate(name, atLeast: level ?? structure.downThreshold ?? 1)
      roots += [Int](repeating: root, count: 1 << place)
    }
    // Not levels of anything: as many as there are roots.
    let thresholds = roots.indices.map { Double($0 + 1) / Double(roots.count) }
    try self.init(
      compiler, roots: roots, thresholds: thresholds, name: names.joined(separator: ", "))
  }
}
