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
  /// Nil without inputs, and where fewer than 128 draws could be simulated in `limit` or before the
  /// surrounding task was cancelled. Same seed, same draws. Throws ``AssessmentError``.
  public func belief(
    of name: String, using method: AnswerMethod? = nil, goal: Double? = nil, seed: UInt64 = 1,
    atMost limit: Duration = .seconds(10)
  ) async throws(AssessmentError) -> AvailabilityBelief? {
    guard method != .simulated else {
      return try await simulatedBelief(of: name, goal: goal, seed: seed, limit)
    }
    do throws(InputUncertaintyError) {
      let request = UncertaintyRequest(seed: seed, goal: goal)
      return try topology.propagated(to: name, request).map {
        AvailabilityBelief($0, inputs: topology.inputs.count)
      }
    } catch {
      guard method == nil, error.leavesSimulation else { throw .inputs(error) }
      return try await simulatedBelief(of: name, goal: goal, seed: seed, limit)
    }
  }

  private func simulatedBelief(
    of name: String, goal: Double?, seed: UInt64, _ limit: Duration
  ) async throws(AssessmentError) -> AvailabilityBelief? {
    guard !topology.inputs.isEmpty else { return nil }
    let simulation = try median.longRunSimulation(of: name, refusal: nil).simulation
    var request = simulation.request
    request.seed = seed
    let draws = SimulatedDraws(topology, of: name, request, atMost: limit)
    let results = try await draws.run()
    return AvailabilityBelief(
      results, draws.inputs, isTimed: simulation.untimed.isEmpty, goal: goal)
  }

  /// What is believed of the figures of a simulation of `name`; nil without inputs, and where fewer than
  /// 128 draws could be simulated in `limit` or before the surrounding task was cancelled. Throws
  /// ``AssessmentError``.
  public func belief(
    of name: String, simulating request: SimulationRequest, atMost limit: Duration = .seconds(10)
  ) async throws(AssessmentError) -> SimulationBelief? {
    guard !topology.inputs.isEmpty else { return nil }
    let draws = SimulatedDraws(topology, of: name, request, atMost: limit)
    return SimulationBelief(try await draws.run(), draws.inputs)
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
