import OutageSimulation
import Quantities
import ServiceLevels

/// A promise whose chance of being met is asked.
public struct CheckedPromise: Sendable, Hashable {
  /// What is judged.
  public let name: String
  /// The promise, and how many of its windows.
  public let question: ContractQuestion
  /// As written: `gold` and what it promises, or `99.95% per month`.
  public let text: String
  /// How large the chance must be; nil where it is asked and not judged.
  public let required: Probability?
  /// The goal for the long run that is judged too; nil for promises by name.
  public let longRun: CheckedQuestion.Target?
  /// A downtime whose excess is asked about, rather than a promise that is met; nil for promises.
  public let exceeded: Duration?
  /// How a simulation is to be done, its horizon and the promise included.
  public let request: SimulationRequest
  /// True where options ask for a simulation even of what is known exactly.
  public let isSimulationAsked: Bool
  /// Defaults that decide the answer, a sentence each.
  public let assumptions: [String]
  /// Defaults that decide how long it is simulated, a sentence each; they matter to nothing exact.
  public let simulationAssumptions: [String]
  /// Where the question and its options stand.
  @NotCompared var places: CheckedSimulation.Places
}

extension CheckedProgram {
  /// What an engine refuses about a chance, at the words that caused it.
  public func diagnostic(_ error: SimulationError, of promise: CheckedPromise) -> Diagnostic {
    diagnostic(
      error,
      of: CheckedSimulation(
        name: promise.name, request: promise.request, assumptions: [], places: promise.places))
  }
}
