import Quantities
import Topology

/// How much one component matters to a service, by the measures of the field.
///
/// All are exact for independent components. With U the service's unavailability, u the
/// component's, U(up) and U(down) the service's when the component is always up or always down:
public struct Importance: Sendable, Hashable {
  /// Which component, and how many are like it; each figure is for one of them.
  public let row: ComponentRow
  /// P(the service is critical for the component) = U(down) - U(up) (Birnbaum 1969). Formed without
  /// cancellation.
  public let birnbaum: Double
  /// P(the component is down and critical, given that the service is down) = u B / U (Lambert
  /// 1975); nil when U is 0.
  public let criticality: Double?
  /// P(the component is down, given that the service is down) = u U(down) / U: the Fussell-Vesely
  /// diagnosis importance as fault-tree tools compute it (Dutuit and Rauzy 2001); nil when U is 0.
  public let fussellVesely: Double?
  /// U(down) / U, 1 or more (Vesely, Davis, Denning and Saltos 1983); nil when U is 0.
  public let riskAchievement: Double?
  /// U / U(up), 1 or more, infinite when nothing else can fail; nil when U is 0.
  public let riskReduction: Double?
  /// Expected downtime of the service in a year of 365 d that would not be if the component never
  /// failed: u B times a year.
  public let downtimePerYear: Duration
}

extension StructureFunction {
  /// The importance of each component for the level being at least `threshold`, most downtime first.
  /// A rule with a closed form counts as a component, in the place of what it follows.
  ///
  /// Relative error as that of U. Cost: that of the probability times the number of kinds, more for
  /// a component that causes nearly all downtime. Throws ``StructureFunctionError``.
  public func importance(atLeast threshold: Double) throws(StructureFunctionError) -> [Importance] {
    var compiler = detailedCompiler()
    let root = try compiler.gate(name, atLeast: threshold)
    try compiler.closeForms(below: [root])
    let structure = MarkedStructure(compiler, roots: [root], name: name)
    var rows: [Importance] = []
    let batch = 128
    let shown = compiler.atoms.indices.filter { !compiler.readByRules.contains($0) }
    for start in stride(from: 0, to: shown.count, by: batch) {
      let chosen = shown[start..<min(start + batch, shown.count)]
      rows += try importance(of: Array(chosen), compiler, structure, threshold)
    }
    return rows.sorted { $0.downtimePerYear > $1.downtimePerYear }
  }

  func detailedCompiler() -> StructureCompiler {
    var compiler = compiler
    compiler.distinguishesCells = true
    return compiler
  }

  private func importance(
    of chosen: [Int], _ compiler: StructureCompiler, _ structure: MarkedStructure,
    _ threshold: Double
  ) throws(StructureFunctionError) -> [Importance] {
    let weights = compiler.atoms.indices.map { atom in
      chosen.map { $0 == atom ? 1.0 : 0 }
    }
    var evaluator = Evaluator(structure, weights: weights)
    let outcome = try evaluator.outcome(structure.roots[0])
    var result: [Importance] = []
    for (slot, atom) in chosen.enumerated() {
      let key = compiler.atoms[atom]
      let row = compiler.row(key)
      let birnbaum = min(1, outcome.sensitivity[slot] / Double(row.members))
      let whole = outcome.probability.complement
      let caused = row.component.availability.complement * birnbaum
      var rest = SubtractionGuard.difference(whole, caused) ?? 0
      if rest == 0, caused > 0 { rest = try unavailability(threshold, perfect: key) }
      result.append(Importance(row, birnbaum: birnbaum, whole: whole, rest: rest))
    }
    return result
  }

  /// U when one component of a kind is always up.
  private func unavailability(
    _ threshold: Double, perfect: AtomKey
  ) throws(StructureFunctionError) -> Double {
    var compiler = detailedCompiler()
    compiler.perfect = perfect
    let root = try compiler.gate(name, atLeast: threshold)
    try compiler.closeForms(below: [root])
    let structure = MarkedStructure(compiler, roots: [root], name: name)
    var evaluator = Evaluator(structure)
    return try evaluator.probability(structure.roots[0]).complement
  }
}

extension Importance {
  fileprivate init(_ row: ComponentRow, birnbaum: Double, whole: Double, rest: Double) {
    let own = row.component.availability.complement
    let whenDown = rest + birnbaum
    func ratio(_ part: Double) -> Double? { whole > 0 ? part / whole : nil }
    self.row = row
    self.birnbaum = birnbaum
    criticality = ratio(own * birnbaum)
    fussellVesely = ratio(own * whenDown)
    riskAchievement = ratio(whenDown)
    riskReduction = whole > 0 ? whole / rest : nil
    let seconds = own * birnbaum * Window.year.length.seconds
    downtimePerYear = (try? Duration(seconds: seconds)) ?? .zero
  }
}
