import OutageSimulation
import ResourceAdequacy
import Topology

// Simulations of what falls short of a demand that varies.
extension Checker {
  private static let stops: Set<String> = ["runs", "error", "within"]
  private static let others: Set<String> = ["seed", "threads"]

  /// The simulation of `name`, whose demand varies; options that say nothing about it are refused.
  func shortfalls(
    _ simulation: SimulationSyntax, of name: String, _ topology: Topology
  ) throws(Diagnostic) -> CheckedQuestion {
    try refuseDuration(simulation)
    try refuseOptions(simulation)
    try refuseUntimed(name, simulation, topology)
    let request = try SimulationReading(simulation, source).request
    let isSaid = simulation.options.contains { Self.stops.contains($0.content.word) }
    return .adequacySimulation(
      CheckedAdequacySimulation(
        name: name, stopping: try stopping(request.stopping, simulation), seed: request.seed,
        threads: request.threads,
        assumptions: isSaid
          ? [] : ["it stops at an error of 1% of the mean of the hours short, or after 10 s"]))
  }

  private func refuseDuration(_ simulation: SimulationSyntax) throws(Diagnostic) {
    guard let duration = simulation.duration else { return }
    let start = simulation.subjectSpan.end
    throw Diagnostic(
      .misplacedClause,
      "a history is as long as the demand that varies, or a year of its repetition; leave 'for' out",
      at: SourceSpan(offset: start, length: duration.span.end - start), fixes: [""])
  }

  private func refuseOptions(_ simulation: SimulationSyntax) throws(Diagnostic) {
    let allowed = Self.stops.union(Self.others)
    for option in simulation.options where !allowed.contains(option.content.word) {
      let removal = ClauseRemoval(of: option.span, in: source)
      throw Diagnostic(
        .misplacedClause,
        "'\(option.content.word)' says nothing about a demand that varies; its simulation takes runs, "
          + "seed, error, within and threads",
        at: removal.span, fixes: removal.fixes)
    }
  }

  /// Without times there are no histories.
  private func refuseUntimed(
    _ name: String, _ simulation: SimulationSyntax, _ topology: Topology
  ) throws(Diagnostic) {
    // What else keeps a fleet from being made is told when it is answered.
    guard let untimed = (try? CapacityFleet(topology, of: name))?.untimed, !untimed.isEmpty else {
      return
    }
    let place = untimed.lazy.compactMap { spans.untimed($0) }.first
    throw Diagnostic(
      .missingTimes, ResourceAdequacyError.untimed(untimed).description,
      at: place?.span ?? simulation.subjectSpan, fixes: place.map { [$0.fix] } ?? [])
  }

  private func stopping(
    _ rule: StoppingRule, _ simulation: SimulationSyntax
  ) throws(Diagnostic) -> AdequacyStopping {
    switch rule {
    case .untilError(let error, let limit): return .error(error, atMost: limit)
    case .within(let limit), .untilDecided(_, let limit): return .within(limit)
    case .runs(let count):
      guard (2...AdequacySimulation.historyLimit).contains(count) else {
        let option = simulation.options.first { $0.content.word == "runs" }
        throw Diagnostic(
          .valueOutOfRange,
          ResourceAdequacyError.histories(
            count, limit: AdequacySimulation.historyLimit
          ).description, at: option?.span ?? simulation.subjectSpan, fixes: ["runs 1_000"])
      }
      return .histories(count)
    }
  }
}
