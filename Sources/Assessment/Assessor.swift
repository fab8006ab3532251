import Quantities
import StructureFunctions
import Topology

/// Answers questions about a topology: chooses the engine, gathers the figures, states the
/// assumptions.
public struct Assessor: Sendable {
  /// What the questions are about.
  public let topology: Topology

  /// An assessor of `topology`.
  public init(_ topology: Topology) { self.topology = topology }

  /// Long-run availability, levels and outages of a definition or a domain, by the exact engine;
  /// ``longRun(of:using:)`` simulates where that can't answer.
  ///
  /// Cost: a few milliseconds for systems of some hundred parts. Throws
  /// ``StructureFunctionError`` for an unknown name or a structure too meshed for an exact answer.
  public func availability(of name: String) throws(StructureFunctionError) -> AvailabilityAnswer {
    let structure = try StructureFunction(topology, of: name)
    let thresholds = structure.positiveLevels
    var figures: [StructureFunction.Figures] = []
    for threshold in thresholds { figures.append(try structure.figures(atLeast: threshold)) }
    let reached = figures.map(\.probability)
    let exactly = try structure.probabilities(ofExactly: thresholds, reached: reached)
    let levels = thresholds.indices.filter { exactly[$0] > 0 || $0 == thresholds.count - 1 }
      .map { place in
        LevelProbability(
          level: thresholds[place], probability: exactly[place], atLeast: reached[place])
      }
    let down = try downFigures(structure, thresholds, figures)
    return AvailabilityAnswer(
      name: name, figures: down, thresholds: thresholds, atLeast: reached, levels: levels,
      assumptions: Assumptions(topology, name, down, levels: levels.map(\.level)).lines
    ).costing(topology.inventory(of: name))
  }

  /// The figures of not being down: often those of one of the levels.
  private func downFigures(
    _ structure: StructureFunction, _ thresholds: [Double], _ figures: [StructureFunction.Figures]
  ) throws(StructureFunctionError) -> StructureFunction.Figures? {
    guard let threshold = structure.downThreshold else { return nil }
    if let place = thresholds.firstIndex(of: threshold) { return figures[place] }
    return try structure.figures(atLeast: threshold)
  }

  /// Whether the long-run availability of `name` is at least `required`, by the exact engine. Throws
  /// ``StructureFunctionError``.
  public func check(
    _ name: String, atLeast required: Probability, per window: Window, target: String
  ) throws(StructureFunctionError) -> CheckAnswer {
    CheckAnswer(
      name: name, target: target, required: required, window: window,
      forecast: try availability(of: name))
  }

  /// What matters for `name` being up, most downtime first. Throws ``AssessmentError``.
  public func importance(of name: String) throws(AssessmentError) -> [Importance] {
    try ofBeingUp(name) { structure, threshold throws(StructureFunctionError) in
      try structure.importance(atLeast: threshold)
    }
  }

  /// The minimal cut sets of up to `order` components of `name` being up. Throws
  /// ``AssessmentError``.
  public func minimalCutSets(
    of name: String, order: Int
  ) throws(AssessmentError) -> [MinimalCutSet] {
    try ofBeingUp(name) { structure, threshold throws(StructureFunctionError) in
      try structure.minimalCutSets(atLeast: threshold, order: order)
    }
  }

  /// What the exact engine alone can say of not being down; nothing where that never happens.
  private func ofBeingUp<Row>(
    _ name: String,
    rows: (StructureFunction, Double) throws(StructureFunctionError) -> [Row]
  ) throws(AssessmentError) -> [Row] {
    do throws(StructureFunctionError) {
      let structure = try StructureFunction(topology, of: name)
      guard let threshold = structure.downThreshold else { return [] }
      return try rows(structure, threshold)
    } catch {
      throw error.leavesSimulation
        ? .importance(of: name, error, causes: simulationFlaw(name)) : .exact(error)
    }
  }
}

extension AvailabilityAnswer {
  init(
    name: String, figures: StructureFunction.Figures?, thresholds: [Double],
    atLeast: [Probability], levels: [LevelProbability], assumptions: [String]
  ) {
    let availability = figures?.probability ?? .impossible
    let frequency = figures == nil ? .never : figures?.frequency
    self.name = name
    self.availability = availability
    full =
      (thresholds.last ?? 0) > 1 - StructureFunction.levelTolerance
      ? atLeast.last ?? .impossible : .impossible
    expectedLevel = Self.expectedLevel(thresholds, atLeast)
    self.levels = levels
    outageFrequency = frequency
    meanOutage = Self.mean(availability.complement, frequency)
    meanUptime = Self.mean(availability.value, frequency)
    method = .exact
    estimates = nil
    self.assumptions = assumptions
  }

  /// Sums of positive terms: the mean level is the sum of steps × P(at least), its complement the sum
  /// of steps × P(less).
  private static func expectedLevel(
    _ thresholds: [Double], _ atLeast: [Probability]
  ) -> Probability {
    var level = 0.0
    var lost = max(0, 1 - (thresholds.last ?? 0))
    var below = 0.0
    for (threshold, probability) in zip(thresholds, atLeast) {
      level += (threshold - below) * probability.value
      lost += (threshold - below) * probability.complement
      below = threshold
    }
    return Probability(uncheckedValue: min(1, level), complement: min(1, lost))
  }

  private static func mean(_ share: Double, _ frequency: Frequency?) -> Duration? {
    guard let frequency, frequency.perSecond > 0 else { return nil }
    return try? Duration(seconds: share / frequency.perSecond)
  }
}
