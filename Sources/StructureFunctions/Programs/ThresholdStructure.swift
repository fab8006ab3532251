import Quantities
import Topology

/// What decides whether a level reaches one threshold: gates over components.
package struct ThresholdStructure: Sendable {
  /// The level.
  package let threshold: Double
  /// For each atom of the gates its component, a rule with a closed form being one; nil for those
  /// that don't matter here.
  package let components: [Component?]
  let name: String
  let marked: MarkedStructure
  private let keys: [AtomKey]

  init(
    _ compiler: StructureCompiler, root: Int, name: String, threshold: Double
  ) {
    self.name = name
    self.threshold = threshold
    keys = compiler.atoms
    marked = MarkedStructure(compiler, roots: [root], name: name)
    let used = marked.arena.atomSet(below: marked.roots)
    components = compiler.atoms.enumerated().map { atom, key in
      used.contains(atom) ? compiler.component(of: key) : nil
    }
  }

  /// True when the other differs in the numbers of its components at most.
  package func hasSameGates(as other: ThresholdStructure) -> Bool {
    threshold == other.threshold && keys == other.keys && marked.roots == other.marked.roots
      && marked.arena.gates == other.marked.arena.gates
      && components.map { $0 == nil } == other.components.map { $0 == nil }
  }
}

extension StructureFunction {
  /// The gates of the level being at least `threshold`, above 0. Throws ``StructureFunctionError``.
  package func structure(
    atLeast threshold: Double
  ) throws(StructureFunctionError) -> ThresholdStructure {
    var compiler = self.compiler
    let root = try compiler.gate(name, atLeast: threshold)
    try compiler.closeForms(below: [root])
    return ThresholdStructure(compiler, root: root, name: name, threshold: threshold)
  }
}
