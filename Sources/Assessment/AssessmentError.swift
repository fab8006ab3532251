import InputUncertainty
import OutageSimulation
import StructureFunctions

/// Why a question has no answer.
public enum AssessmentError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The exact engine refuses, and it was asked for or no other can answer.
  case exact(StructureFunctionError)
  /// Simulation is asked for, or needed for what the exact engine refuses, and refuses itself.
  case simulation(SimulationError, insteadOf: StructureFunctionError? = nil)
  /// Draws of what is believed can't be answered.
  case inputs(InputUncertaintyError)
  /// Importance is exact only, and the exact engine refuses; why simulation can't show the causes either,
  /// where it can't.
  case importance(of: String, StructureFunctionError, causes: SimulationError? = nil)

  /// One sentence for people, with what could be done.
  public var description: String {
    switch self {
    case .exact(let error): error.description
    case .inputs(let error): error.description
    case .simulation(let error, insteadOf: let refusal):
      (refusal.map { "\($0.reason), and " } ?? "") + error.description
    case .importance(let name, let error, causes: let flaw):
      "what matters is worked out exactly or not at all, and \(error.reason); "
        + (flaw.map {
          "`simulate \(name)` would show the causes of its downtime, but \($0.description)"
        }
          ?? "`simulate \(name)` shows the causes of its downtime")
    }
  }
}

extension StructureFunctionError {
  /// True where histories tell what the exact engine can't.
  package var leavesSimulation: Bool {
    switch self {
    case .followsHistory, .tooMeshed, .tooManyLevels: true
    case .unknownName, .tooManyCutSets, .tooManyComponents, .untimed, .drawnTwice: false
    }
  }

  /// Why the exact engine can't answer, without what could.
  public var reason: String {
    switch self {
    case .followsHistory(let name, let behaviour): Self.history(name, behaviour)
    case .tooMeshed(let name, let gates):
      "\(name) shares its parts in too many ways (more than \(gates) gates)"
    default: description
    }
  }
}
