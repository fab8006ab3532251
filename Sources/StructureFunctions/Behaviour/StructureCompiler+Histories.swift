/// What the state of an instant can't tell.
extension StructureCompiler {
  /// Throws ``StructureFunctionError/followsHistory(_:behaviour:)`` for the first rule or coupling
  /// that some gates depend on.
  func refuseHistories(below roots: [Int]) throws(StructureFunctionError) {
    guard !sites.isEmpty || !couplings.isEmpty else { return }
    let used = arena.atoms(below: roots)
    for atom in atoms.indices where used[atom] {
      guard let site = siteOfAtom[atom] else { continue }
      throw .followsHistory(sites[site].name, behaviour: sites[site].kind.word)
    }
    for coupling in effectiveCouplings {
      guard coupling.members.contains(where: { $0.atoms.contains { used[$0] } }) else { continue }
      throw .followsHistory(coupling.name, behaviour: coupling.word)
    }
  }
}
