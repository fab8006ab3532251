import OutageSimulation

/// A simulation of something that exists.
public struct CheckedSimulation: Sendable, Hashable {
  /// What is asked about.
  public let name: String
  /// What is asked.
  public let request: SimulationRequest
  /// Defaults that decide how long it runs or what counts as down, a sentence each.
  public let assumptions: [String]
  /// Where the question and its options stand.
  @NotCompared var places: Places

  /// Where a question and those of its options stand that an engine may refuse.
  struct Places: Sendable {
    let question: SourceSpan
    /// How to leave `sampling` out; nil when it isn't there.
    let sampling: ClauseRemoval?
    /// The first option that decides when to stop; nil when none does.
    let stopping: SourceSpan?
  }
}

extension CheckedProgram {
  /// What an engine refuses about a simulation, at the words that caused it.
  public func diagnostic(
    _ error: SimulationError, of simulation: CheckedSimulation
  ) -> Diagnostic {
    let places = simulation.places
    switch error {
    case .untimed(let names): return untimed(error, names, places)
    case .conditionedFromUp, .conditionedLevels, .frequentOutages, .noOutages:
      return Diagnostic(
        .contradictoryOptions, error.description, at: places.sampling?.span ?? places.question,
        fixes: places.sampling?.fixes ?? [])
    case .shardNeedsRuns:
      let isMissing = places.stopping == nil
      return Diagnostic(
        .missingWord, error.description, at: places.stopping ?? places.question.after,
        fixes: [isMissing ? ", runs 1_000_000" : "runs 1_000_000"])
    default: return Diagnostic(.valueOutOfRange, error.description, at: places.question)
    }
  }

  private func untimed(
    _ error: SimulationError, _ names: [String], _ places: CheckedSimulation.Places
  ) -> Diagnostic {
    let place = names.lazy.compactMap { spans.untimed($0) }.first
    return Diagnostic(
      .missingTimes, error.description, at: place?.span ?? places.question,
      fixes: place.map { [$0.fix] } ?? [])
  }
}
