import OutageSimulation
import Quantities
import StructureFunctions

/// A comparison, or the simulation that gives it.
public enum ComparisonInquiry: Sendable {
  /// The exact engine has answered.
  case exact(Comparison)
  /// Simulation will answer.
  case simulation(SimulatedComparison)
}

/// A comparison that simulation answers.
public struct SimulatedComparison: Sendable {
  /// All things in the same histories: ready to run.
  public let simulation: PairedSimulation
  /// Why the exact engine does not answer; nil where simulation was asked for.
  public let refusal: StructureFunctionError?
  private let assumptions: [String]

  init(_ simulation: PairedSimulation, refusal: StructureFunctionError?, assumptions: [String]) {
    self.simulation = simulation
    self.refusal = refusal
    self.assumptions = assumptions
  }

  /// What the result of ``simulation`` says; nil when nothing was drawn.
  public func answer(_ result: PairedResult) -> Comparison? {
    guard result.replications > 1 else { return nil }
    return Comparison(
      result, isTimed: simulation.untimed.isEmpty, refusal, assumptions)
  }
}

extension Assessor {
  /// Compares `names`, definitions or domains, 2 to 8 of them: exactly where that can be for all, else
  /// in the same simulated histories, so that a difference has the error of the pairs. With a
  /// `request` they are simulated in any case.
  ///
  /// Cost: that of ``availability(of:)`` for each; a simulation runs when it is told to, by default to
  /// 1 % of each difference from the first, for 10 s at most. Throws ``AssessmentError``.
  public func comparing(
    _ names: [String], simulating request: SimulationRequest? = nil
  ) throws(AssessmentError) -> ComparisonInquiry {
    guard request == nil else { return try simulated(names, request, nil) }
    var answers: [AvailabilityAnswer] = []
    for name in names {
      do throws(StructureFunctionError) {
        answers.append(try availability(of: name))
      } catch {
        guard error.leavesSimulation else { throw .exact(error) }
        return try simulated(names, nil, error)
      }
    }
    return .exact(Comparison(answers))
  }

  /// The comparison of ``comparing(_:simulating:)``, run to its end; nil when the surrounding task was
  /// cancelled before anything was drawn. `progress` is told about ten times a second. Throws
  /// ``AssessmentError``.
  public func comparison(
    of names: [String], simulating request: SimulationRequest? = nil,
    progress: (@Sendable (SimulationProgress) -> Void)? = nil
  ) async throws(AssessmentError) -> Comparison? {
    switch try comparing(names, simulating: request) {
    case .exact(let comparison): return comparison
    case .simulation(let inquiry):
      return inquiry.answer(await inquiry.simulation.run(progress: progress))
    }
  }

  private func simulated(
    _ names: [String], _ request: SimulationRequest?, _ refusal: StructureFunctionError?
  ) throws(AssessmentError) -> ComparisonInquiry {
    var paired = request ?? SimulationRequest()
    if request == nil { paired.stopping = .untilError(0.01, atMost: .seconds(10)) }
    paired.standInRestoration = paired.standInRestoration ?? .minutes(1)
    do throws(SimulationError) {
      let simulation = try PairedSimulation(topology, of: names, paired)
      let lines = names.flatMap { name in
        Assumptions(
          topology, name, levels: positiveLevels(of: name), untimed: simulation.untimed
        ).lines
      }
      return .simulation(
        SimulatedComparison(
          simulation, refusal: refusal,
          assumptions: lines.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }))
    } catch .structure(let error) {
      throw .exact(error)
    } catch {
      throw .simulation(error, insteadOf: refusal)
    }
  }
}
