import Quantities
import Topology

/// Which rules that some gates depend on have a closed form: those that follow what is independent
/// of all else.
struct ClosedStructure {
  private let compiler: StructureCompiler
  /// For each site how many of its outputs the gates depend on.
  private var outputs: [Int: Int] = [:]
  /// For each atom how many depend on it: the gates as one, and each rule.
  private(set) var uses: [Int]
  private var coupled: Set<Int> = []

  init(_ compiler: StructureCompiler, roots: [Int], used: [Bool]) {
    self.compiler = compiler
    uses = used.map { $0 ? 1 : 0 }
    for atom in compiler.atoms.indices where used[atom] {
      if let site = compiler.siteOfAtom[atom] { outputs[site, default: 0] += 1 }
    }
    for site in SiteOrder(compiler, roots: roots).order {
      let gates = compiler.sites[site].operands.flatMap { $0.gates.map(\.gate) }
      for atom in compiler.arena.atomSet(below: gates) { uses[atom] += 1 }
    }
    for coupling in compiler.effectiveCouplings {
      coupled.formUnion(coupling.members.flatMap(\.atoms))
    }
  }

  /// The independent component that an atom of a site is in the long run; nil when it is none, or
  /// when several outputs of the site depend on each other.
  func component(of atom: Int, _ site: Int) -> Component? {
    guard outputs[site] == 1,
      let output = compiler.sites[site].outputs.first(where: { $0.atom == atom }),
      let form = form(of: compiler.sites[site], at: output.threshold)
    else { return nil }
    return Component(form)
  }

  private func form(of site: TimedSite, at threshold: Double) -> ClosedForm? {
    guard !site.operands.isEmpty else {
      return .of(site.kind, threshold: threshold, operand: nil)
    }
    guard site.operands.count == 1, let gate = site.operands[0].onlyGate else { return nil }
    if let longer = absorbed(site, in: gate) { return form(of: longer, at: threshold) }
    guard let operand = operand(gate, in: site.key.scope) else { return nil }
    return .of(site.kind, threshold: threshold, operand: operand)
  }

  /// Two absorptions of the same thing, one behind the other, are one of their sum.
  private func absorbed(_ site: TimedSite, in gate: Int) -> TimedSite? {
    guard let outer = site.kind.absorbed, let atom = onlyAtom(gate, in: site.key.scope),
      let inner = compiler.siteOfAtom[atom].map({ compiler.sites[$0] }),
      let first = inner.kind.absorbed, inner.outputs.filter({ uses[$0.atom] > 0 }).count == 1
    else { return nil }
    return TimedSite(
      key: inner.key, name: inner.name, kind: .afterEffect(.absorption(first + outer)),
      levels: inner.levels, operands: inner.operands)
  }

  // MARK: Operands

  private func operand(_ gate: Int, in scope: Int?) -> ClosedForm.Operand? {
    if let atom = onlyAtom(gate, in: scope) { return component(atom).map { .component($0) } }
    let node = compiler.arena[gate]
    guard let need = need(of: node), let first = node.inputs.first else { return nil }
    if node.inputs.count == 1 {
      guard compiler.scopes.outer(first.scope) == scope,
        let atom = onlyAtom(first.gate, in: first.scope), let member = component(atom)
      else { return nil }
      return .group(need: need, of: first.copies, member)
    }
    let members = node.inputs.map { input in
      input.scope == nil ? onlyAtom(input.gate, in: scope).flatMap(component) : nil
    }
    guard let member = members[0], members.allSatisfy({ $0 == member }) else { return nil }
    return .group(need: need, of: members.count, member)
  }

  private func need(of gate: Gate) -> Int? {
    switch gate.operation {
    case .all: gate.inputs.count
    case .any: 1
    case .atLeast(let need): need
    case .constant, .atom, .weighted, .named: nil
    }
  }

  /// The atom that a gate is, when nothing else depends on it and it is new in just the copies of
  /// `scope`.
  private func onlyAtom(_ gate: Int, in scope: Int?) -> Int? {
    guard case .atom(let atom) = compiler.arena[gate].operation, uses[atom] == 1,
      !coupled.contains(atom)
    else { return nil }
    let own = compiler.atoms[atom].scope
    let isMember = own.map { compiler.scopes.copies($0) == 1 } ?? false
    return own == scope || isMember && compiler.scopes.outer(own) == scope ? atom : nil
  }

  private func component(_ atom: Int) -> Component? {
    compiler.siteOfAtom[atom] == nil ? compiler.component(of: compiler.atoms[atom]) : nil
  }
}

extension TimedSite.Operand {
  /// The gate that is all that is read of the operand; nil where levels are told apart.
  fileprivate var onlyGate: Int? {
    guard let first = gates.first, gates.allSatisfy({ $0.gate == first.gate }) else { return nil }
    return first.gate
  }
}

extension TimedPart.Kind {
  /// For how long outages are not seen, where that is all that the rule does.
  fileprivate var absorbed: Duration? {
    switch self {
    case .afterEffect(.absorption(let length)): length
    case .afterEffect(.buffer(let buffer)) where buffer.drain == .infinity: buffer.holds
    default: nil
    }
  }
}

extension Component {
  /// A component that is up as often and fails as often; nil when no length of outage does that.
  fileprivate init?(_ form: ClosedForm) {
    let restoration = form.frequency.flatMap { frequency -> Duration? in
      guard frequency > .never else { return nil }
      return try? Duration(seconds: form.probability.complement / frequency.perSecond)
    }
    guard
      let component = try? Component(
        availability: form.probability, mttr: restoration.map { .exponential(mean: $0) })
    else { return nil }
    self = component
  }
}
