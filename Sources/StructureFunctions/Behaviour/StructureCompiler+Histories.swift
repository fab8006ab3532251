/// What the state of an instant can't tell.
extension StructureCompiler {
  /// Throws ``StructureFunctionError/followsHistory(_:behaviour:)`` for the first rule or coupling
  /// that some gates depend on.
  func refuseHistories(below roots: [Int]) throws(StructureFunctionError) {
    guard !sites.isEmpty || !couplings.isEmpty else { return }
    let used = arena.atoms(below: roots)
    for atom in atoms.indices where used[atom] {
      if let site = siteOfAtom[atom] { throw sites[site].refusal }
    }
    try refuseCouplings(of: used)
  }

  /// Lets rules with a closed form stand for independent components; throws
  /// ``StructureFunctionError/followsHistory(_:behaviour:)`` for the first one without, and for
  /// couplings.
  mutating func closeForms(below roots: [Int]) throws(StructureFunctionError) {
    guard !sites.isEmpty || !couplings.isEmpty else { return }
    let used = arena.atoms(below: roots)
    try refuseCouplings(of: used)
    let structure = ClosedStructure(self, roots: roots, used: used)
    for atom in atoms.indices where used[atom] {
      guard let site = siteOfAtom[atom] else { continue }
      guard let component = structure.component(of: atom, site) else { throw sites[site].refusal }
      closedForms[atom] = component
    }
    readByRules = Set(atoms.indices.filter { structure.uses[$0] > 0 && !used[$0] })
  }

  private func refuseCouplings(of used: [Bool]) throws(StructureFunctionError) {
    for coupling in effectiveCouplings {
      guard coupling.members.contains(where: { $0.atoms.contains { used[$0] } }) else { continue }
      throw .followsHistory(coupling.name, behaviour: coupling.word)
    }
  }
}

extension TimedSite {
  fileprivate var refusal: StructureFunctionError { .followsHistory(name, behaviour: kind.word) }
}
