import Quantities
import Topology

/// The exact engine: probabilities of the levels of one part of a topology in the long run.
///
/// Components are independent; what they share (domains, common causes, names used twice) is decided
/// first. Every figure is a sum of positive terms: the relative error of both tails is below
/// 1e-13 for systems of some hundred parts (2^-52 for each part on the longest path).
public struct StructureFunction: Sendable {
  /// Levels nearer than this are one.
  public static let levelTolerance = 1e-9

  let topology: Topology
  let name: String
  let levelSets: LevelSets
  private let mixesThresholds: Bool

  /// The structure of `name`, a definition or a domain. Throws ``StructureFunctionError``.
  public init(_ topology: Topology, of name: String) throws(StructureFunctionError) {
    guard topology.definition(named: name) != nil || topology.index(ofDomain: name) != nil else {
      throw .unknownName(name)
    }
    self.topology = topology
    self.name = name
    levelSets = try LevelSets(topology)
    mixesThresholds = FlowContexts(topology, of: name).mixesThresholds
  }

  /// Writes copies and members out where one of them may be met with several thresholds.
  var compiler: StructureCompiler {
    var compiler = StructureCompiler(topology, levels: levelSets)
    compiler.writesCopiesOut = topology.hasWeightedSums || mixesThresholds
    compiler.writesMembersOut = mixesThresholds
    return compiler
  }

  /// The levels above 0 that can occur, ascending; the list may hold levels that never do.
  public var positiveLevels: [Double] {
    levelSets.levels(of: name).filter { $0 > StructureFunction.levelTolerance }
  }

  /// The level below which the service is down: 1 under a demand of its own, else the smallest above
  /// 0; nil when the level is constantly 0.
  public var downThreshold: Double? {
    topology.definition(named: name)?.demand == nil ? positiveLevels.first : 1
  }

  /// What one threshold says about the service.
  public struct Figures: Sendable, Hashable {
    /// P(level at least the threshold), both tails.
    public let probability: Probability
    /// How often the level falls below the threshold; nil when a component that matters has no times.
    /// Relative error as that of the probability plus `frequencyError`.
    public let frequency: Frequency?
    /// A bound on the relative error of `frequency` from differences that could not be formed as
    /// sums of positive terms; 0 in all but pathological cases.
    public let frequencyError: Double
    /// The names of components that matter and have no times.
    public let untimed: [String]
    /// How the answer was found.
    public let work: Work
  }

  /// How an answer was found.
  public struct Work: Sendable, Hashable {
    /// Gates in the decision diagram.
    public let gates: Int
    /// Parts that are used in several places.
    public let sharedParts: Int
    /// Gates that were expanded on a shared part.
    public let expansions: Int
    /// Kinds of components.
    public let kinds: Int
  }

  /// Probability and frequency of the level being at least `threshold`, above 0.
  ///
  /// Frequency: the sum over components of failure frequency × Birnbaum importance (Schneeweiss
  /// 1981). Throws ``StructureFunctionError``.
  public func figures(atLeast threshold: Double) throws(StructureFunctionError) -> Figures {
    var compiler = self.compiler
    let root = try compiler.gate(name, atLeast: threshold)
    try compiler.closeForms(below: [root])
    let structure = MarkedStructure(compiler, roots: [root], name: name)
    let frequencies = compiler.atoms.map { compiler.component(of: $0).failureFrequency }
    let weights: [[Double]] = frequencies.map { [$0?.perSecond ?? 0, $0 == nil ? 1 : 0] }
    var evaluator = Evaluator(structure, weights: weights)
    let outcome = try evaluator.outcome(structure.roots[0])
    let isTimed = outcome.sensitivity.count < 2 || outcome.sensitivity[1] == 0
    let rate = outcome.sensitivity.first ?? 0
    return Figures(
      probability: outcome.probability,
      frequency: isTimed ? try? Frequency(perSecond: rate) : nil,
      frequencyError: rate > 0 ? evaluator.subtractionError / rate : 0,
      untimed: isTimed ? [] : untimed(compiler, frequencies),
      work: work(evaluator, structure, compiler))
  }

  private func untimed(_ compiler: StructureCompiler, _ frequencies: [Frequency?]) -> [String] {
    var names: [String] = []
    for (key, frequency) in zip(compiler.atoms, frequencies) where frequency == nil {
      let name = compiler.row(key).name
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  private func work(
    _ evaluator: Evaluator, _ structure: MarkedStructure, _ compiler: StructureCompiler
  ) -> Work {
    Work(
      gates: evaluator.arena.gates.count - 2, sharedParts: structure.isAtomPivot.count,
      expansions: evaluator.expansions, kinds: compiler.atoms.count)
  }
}

extension Topology {
  var hasWeightedSums: Bool {
    definitions.contains { definition in
      guard case .expression(let expression) = definition.body else { return false }
      return expression.holdsWeightedSum
    }
  }
}

extension Expression {
  var holdsWeightedSum: Bool {
    if case .weighted = self { return true }
    return operands.contains(where: \.holdsWeightedSum)
  }
}
