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

  /// Long-run availability, levels and outages of a definition or a domain.
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
      assumptions: Assumptions(topology, name, down, levels: levels.map(\.level)).lines)
  }

  /// The figures of not being down: often those of one of the levels.
  private func downFigures(
    _ structure: StructureFunction, _ thresholds: [Double], _ figures: [StructureFunction.Figures]
  ) throws(StructureFunctionError) -> StructureFunction.Figures? {
    guard let threshold = structure.downThreshold else { return nil }
    if let place = thresholds.firstIndex(of: threshold) { return figures[place] }
    return try structure.figures(atLeast: threshold)
  }

  /// Whether the long-run availability of `name` is at least `required`. Throws
  /// ``StructureFunctionError``.
  public func check(
    _ name: String, atLeast required: Probability, per window: Window, target: String
  ) throws(StructureFunctionError) -> CheckAnswer {
    CheckAnswer(
      name: name, target: target, required: required, window: window,
      forecast: try availability(of: name))
  }

  /// What matters for `name` being up, most downtime first. Throws ``StructureFunctionError``.
  public func importance(of name: String) throws(StructureFunctionError) -> [Importance] {
    let structure = try StructureFunction(topology, of: name)
    guard let threshold = structure.downThreshold else { return [] }
    return try structure.importance(atLeast: threshold)
  }

  /// The minimal cut sets of up to `order` components of `name` being up. Throws
  /// ``StructureFunctionError``.
  public func minimalCutSets(
    of name: String, order: Int
  ) throws(StructureFunctionError) -> [MinimalCutSet] {
    let structure = try StructureFunction(topology, of: name)
    guard let threshold = structure.downThreshold else { return [] }
    return try structure.minimalCutSets(atLeast: threshold, order: order)
  }

  /// How `name` is worked out, and why so. Throws ``StructureFunctionError``.
  public func explanation(of name: String) throws(StructureFunctionError) -> Explanation {
    let structure = try StructureFunction(topology, of: name)
    guard let threshold = structure.downThreshold else {
      return Explanation(name: name, levels: [], work: nil)
    }
    let figures = try structure.figures(atLeast: threshold)
    return Explanation(name: name, levels: structure.positiveLevels, work: figures.work)
  }
}

/// The engine's choice and its size.
public struct Explanation: Sendable, Hashable {
  /// What was asked about.
  public let name: String
  /// The levels above 0 that may occur.
  public let levels: [Double]
  /// What the exact engine did; nil when the level is constantly 0.
  public let work: StructureFunction.Work?
  /// The engine.
  public var method: AnswerMethod { .exact }
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
    full = (thresholds.last ?? 0) > 1 - 1e-9 ? atLeast.last ?? .impossible : .impossible
    expectedLevel = Self.expectedLevel(thresholds, atLeast)
    self.levels = levels
    outageFrequency = frequency
    meanOutage = Self.mean(availability.complement, frequency)
    meanUptime = Self.mean(availability.value, frequency)
    method = .exact
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
