import InputUncertainty
import OutageSimulation
import Quantities
import StructureFunctions

/// Answers how far figures are known, of a topology whose inputs are believed rather than known.
///
/// The figures themselves, at the medians, are those of an ``Assessor`` of ``median``.
public struct UncertainAssessor: Sendable {
  /// What the questions are about.
  public let topology: UncertainTopology

  /// An assessor of `topology`.
  public init(_ topology: UncertainTopology) { self.topology = topology }

  /// Answers the same questions at the medians.
  public var median: Assessor { Assessor(topology.median) }

  /// What is believed of the long run of a definition or a domain: by the exact engine where it can
  /// answer, else each draw is simulated; `method` forces one of them. `goal` is an unavailability
  /// that it may be within.
  ///
  /// Simulated draws take about `limit`, dear exact ones 10 s; both end early when the surrounding task
  /// is cancelled. Same seed, same draws. Throws ``AssessmentError``.
  public func belief(
    of name: String, using method: AnswerMethod? = nil, goal: Double? = nil, seed: UInt64 = 1,
    atMost limit: Duration = .seconds(10)
  ) async throws(AssessmentError) -> BeliefAnswer<AvailabilityBelief> {
    guard !topology.inputs.isEmpty else { return .certain }
    guard method != .simulated else {
      return try await simulatedBelief(of: name, goal: goal, seed: seed, limit)
    }
    do throws(InputUncertaintyError) {
      let request = UncertaintyRequest(seed: seed, goal: goal)
      guard let propagated = try topology.propagated(to: name, request) else { return .certain }
      return .figures(AvailabilityBelief(propagated, inputs: topology.inputs.count))
    } catch {
      guard method == nil, error.leavesSimulation else { throw .inputs(error) }
      return try await simulatedBelief(of: name, goal: goal, seed: seed, limit)
    }
  }

  private func simulatedBelief(
    of name: String, goal: Double?, seed: UInt64, _ limit: Duration
  ) async throws(AssessmentError) -> BeliefAnswer<AvailabilityBelief> {
    let simulation = try median.longRunSimulation(of: name, refusal: nil).simulation
    var request = simulation.request
    request.seed = seed
    // Levels aren't recorded, so that each draw may be sampled as suits it.
    request.sampling = nil
    let draws = SimulatedDraws(topology, of: name, request, atMost: limit)
    return BeliefAnswer(try await draws.run()) { results in
      AvailabilityBelief(
        results, draws.inputs, isTimed: simulation.untimed.isEmpty, goal: goal)
    }
  }

  /// What is believed of the figures of a simulation of `name`; its draws take about `limit`, and end
  /// early when the surrounding task is cancelled. Throws ``AssessmentError``.
  public func belief(
    of name: String, simulating request: SimulationRequest, atMost limit: Duration = .seconds(10)
  ) async throws(AssessmentError) -> BeliefAnswer<SimulationBelief> {
    guard !topology.inputs.isEmpty else { return .certain }
    let draws = SimulatedDraws(topology, of: name, request, atMost: limit)
    return BeliefAnswer(try await draws.run()) { SimulationBelief($0, draws.inputs) }
  }
}

extension BeliefAnswer {
  fileprivate init(
    _ outcome: SimulatedDraws.Outcome, _ figures: ([SimulationResult]) -> Figures
  ) {
    switch outcome {
    case .results(let results): self = .figures(figures(results))
    case .unmoved(let share): self = .unmoved(below: share)
    case .tooFew(let count): self = .tooFew(draws: count)
    }
  }
}

extension InputUncertaintyError {
  /// True where the exact engine refuses what histories tell.
  fileprivate var leavesSimulation: Bool {
    switch self {
    case .structure(let error): error.leavesSimulation
    case .draw(_, _, let error): error.leavesSimulation
    default: false
    }
  }
}
