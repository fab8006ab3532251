import OutageSimulation
import Quantities
import StructureFunctions
import Topology

/// A long-run answer, or the simulation that gives it.
public enum LongRun: Sendable {
  /// The exact engine has answered.
  case exact(AvailabilityAnswer)
  /// Simulation will answer.
  case simulation(LongRunSimulation)

  /// The answer, simulated where it must be; nil when the surrounding task was cancelled before
  /// anything was drawn.
  public func answer() async -> AvailabilityAnswer? {
    switch self {
    case .exact(let answer): answer
    case .simulation(let question): question.answer(await question.simulation.run())
    }
  }
}

/// A plain question that simulation answers.
public struct LongRunSimulation: Sendable {
  /// One year in steady state, to 1 % of the mean downtime or for 10 s: ready to run.
  public let simulation: OutageSimulation
  /// Why the exact engine does not answer; nil where simulation was asked for.
  public let refusal: StructureFunctionError?
  private let levels: [Double]
  private let assumptions: [String]
  private let inventory: Inventory

  init(
    _ simulation: OutageSimulation, refusal: StructureFunctionError?, levels: [Double],
    assumptions: [String], inventory: Inventory
  ) {
    self.simulation = simulation
    self.refusal = refusal
    self.levels = levels
    self.assumptions = assumptions
    self.inventory = inventory
  }

  /// What the result of ``simulation`` says about the long run; nil when nothing was drawn.
  public func answer(_ result: SimulationResult) -> AvailabilityAnswer? {
    AvailabilityAnswer(
      result, positiveLevels: levels, isTimed: simulation.untimed.isEmpty, assumptions: assumptions
    )?.costing(inventory)
  }
}

extension Assessor {
  /// Long-run availability, levels and outages of a definition or a domain, by the exact engine where
  /// it can, else by simulation; `method` forces one of them.
  ///
  /// Cost: that of ``availability(of:)``; a simulation runs when it is told to, for 10 s at most.
  /// Throws ``AssessmentError``.
  public func longRun(
    of name: String, using method: AnswerMethod? = nil
  ) throws(AssessmentError) -> LongRun {
    if method == .simulated { return .simulation(try longRunSimulation(of: name, refusal: nil)) }
    do throws(StructureFunctionError) {
      return .exact(try availability(of: name))
    } catch {
      guard method == nil, error.leavesSimulation else { throw .exact(error) }
      return .simulation(try longRunSimulation(of: name, refusal: error))
    }
  }

  func longRunSimulation(
    of name: String, refusal: StructureFunctionError?
  ) throws(AssessmentError) -> LongRunSimulation {
    let levels = positiveLevels(of: name)
    var request = SimulationRequest()
    request.stopping = .untilError(0.01, atMost: .seconds(10))
    request.standInRestoration = .minutes(1)
    // The time at each level is seen by plain sampling alone.
    let isDegradable = levels.count > 1
    if isDegradable { request.sampling = .plain }
    do throws(SimulationError) {
      let simulation = try simulation(of: name, request, isDegradable: isDegradable)
      return LongRunSimulation(
        simulation, refusal: refusal, levels: levels,
        assumptions: Assumptions(topology, name, levels: levels, untimed: simulation.untimed).lines,
        inventory: topology.inventory(of: name))
    } catch .structure(let error) {
      throw .exact(error)
    } catch {
      throw .simulation(error, insteadOf: refusal)
    }
  }
}
