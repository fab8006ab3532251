/// The rules and couplings that some gates depend on, and how they are written out for single
/// components.
struct TimedStructure {
  private let compiler: StructureCompiler
  /// Sites, each behind those that its operands depend on.
  let sites: [Int]
  /// Couplings of which a component is met.
  let couplings: [Coupling]
  /// For each atom whether it is met, in an operand or beside another that is met.
  let usedAtoms: [Bool]

  init(_ compiler: StructureCompiler, roots: [Int]) {
    self.compiler = compiler
    sites = compiler.sites.isEmpty ? [] : SiteOrder(compiler, roots: roots).order
    let operands = sites.flatMap { compiler.sites[$0].operands.flatMap { $0.gates.map(\.gate) } }
    var used = compiler.arena.atoms(below: roots + operands)
    couplings =
      compiler.couplings.isEmpty
      ? []
      : compiler.effectiveCouplings.filter { coupling in
        coupling.members.contains { $0.atoms.contains { used[$0] } }
      }
    for atom in couplings.flatMap({ $0.members.flatMap(\.atoms) }) { used[atom] = true }
    usedAtoms = used
  }

  /// Refuses a rule that draws by chance and is met under several demands: each would draw for itself.
  /// Throws ``StructureFunctionError/drawnTwice(_:behaviour:)``.
  func checkDraws() throws(StructureFunctionError) {
    var seen: Set<TimedSite.Key> = []
    for site in sites.map({ compiler.sites[$0] }) where site.kind.drawsByChance {
      guard seen.insert(site.key.withoutDemand).inserted else {
        throw .drawnTwice(site.name, behaviour: site.kind.word)
      }
    }
  }

  // MARK: Rules

  /// The rules, once for each copy. What they read becomes a root: its node is added to `roots`.
  func parts(
    _ numbering: ComponentNumbering, _ builder: inout NetworkBuilder,
    _ roots: inout [ComponentNetwork.Root]
  ) throws(StructureFunctionError) -> [TimedPart] {
    var parts: [TimedPart] = []
    for site in sites.map({ compiler.sites[$0] }) {
      for copies in copies(of: site.key.scope, within: nil) {
        var operands: [TimedPart.Operand] = []
        for operand in site.operands {
          operands.append(try self.operand(operand, copies, &builder, &roots))
        }
        let outputs = outputs(of: site, copies, numbering)
        parts.append(
          TimedPart(name: site.name, kind: site.kind, operands: operands, outputs: outputs))
      }
    }
    return parts
  }

  private func operand(
    _ operand: TimedSite.Operand, _ copies: [ScopeCopy], _ builder: inout NetworkBuilder,
    _ roots: inout [ComponentNetwork.Root]
  ) throws(StructureFunctionError) -> TimedPart.Operand {
    let gates = operand.gates.sorted { $0.level < $1.level }
    let first = roots.count
    for gate in gates { roots.append(try builder.node(gate.gate, in: copies)) }
    return TimedPart.Operand(
      levels: gates.map(\.level), roots: Array(first..<roots.count),
      downBelow: gates.firstIndex { $0.level == operand.downBelow } ?? 0)
  }

  private func outputs(
    of site: TimedSite, _ copies: [ScopeCopy], _ numbering: ComponentNumbering
  ) -> [TimedPart.Output] {
    let outputs = site.outputs.compactMap { output in
      numbering.component(output.atom) { scope in
        copies.first { $0.scope == scope }?.copy ?? 0
      }.map {
        TimedPart.Output(threshold: output.threshold, place: output.place, component: $0)
      }
    }
    return outputs.sorted { ($0.place, $0.threshold) < ($1.place, $1.threshold) }
  }

  // MARK: Couplings

  /// The couplings, once for each copy.
  func coupledMembers(_ numbering: ComponentNumbering) -> [CoupledMembers] {
    couplings.flatMap { coupling in
      copies(of: coupling.site.scope, within: nil).map { outer in
        CoupledMembers(
          name: coupling.name,
          groups: coupling.members.flatMap { groups(of: $0, coupling, outer, numbering) },
          crews: coupling.crews)
      }
    }
  }

  /// One group for each copy within those at hand.
  private func groups(
    of members: Coupling.Members, _ coupling: Coupling, _ outer: [ScopeCopy],
    _ numbering: ComponentNumbering
  ) -> [CoupledMembers.MemberGroup] {
    copies(of: members.scope, within: coupling.site.scope).map { inner in
      let copies = outer + inner
      let components = members.atoms.flatMap { atom in
        numbering.components(atom) { scope in copies.first { $0.scope == scope }?.copy }
      }
      return CoupledMembers.MemberGroup(
        components: components, need: members.need ?? components.count, spares: members.spares,
        sharing: members.sharing)
    }
  }

  /// All choices of a copy of each scope that holds `scope`, outer ones first, as far as those lie
  /// within `outer`.
  private func copies(of scope: Int?, within outer: Int?) -> [[ScopeCopy]] {
    let around = Set(compiler.scopes.chain(outer))
    var choices: [[ScopeCopy]] = [[]]
    for scope in compiler.scopes.chain(scope).reversed() where !around.contains(scope) {
      choices = choices.flatMap { choice in
        (0..<compiler.scopes.copies(scope)).map { choice + [ScopeCopy(scope: scope, copy: $0)] }
      }
    }
    return choices
  }
}
