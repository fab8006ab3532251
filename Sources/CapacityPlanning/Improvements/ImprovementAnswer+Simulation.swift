import Assessment
import OutageSimulation
import Quantities
import ResourceAdequacy
import Topology

extension ImprovementAnswer {
  /// No more changes than this are simulated: those of the parts that begin the most downtime.
  public static let mostSimulated = 24

  /// What is drawn where nothing else is asked for: years in steady state, until the error of the mean
  /// downtime of the system as it is is 0.5 %, for 10 s at most with all changes.
  public static var usualDraws: SimulationRequest {
    var request = SimulationRequest()
    request.stopping = .untilError(0.005, atMost: .seconds(10))
    request.standInRestoration = .minutes(1)
    return request
  }

  /// The answer about `name`, exact where that can be, else simulated: each change has as many replications
  /// as the system as it is, from the same seed, and the time that `request` names is that of all of them.
  ///
  /// Cost: an exact answer for each change, or a simulation for each of at most ``mostSimulated`` changes. Nil
  /// where the surrounding task was cancelled before anything was drawn. Throws ``SizingError`` where no
  /// engine can tell.
  public static func ranking(
    _ topology: Topology, of name: String, demands: [String: DemandProfile] = [:],
    simulating request: SimulationRequest = usualDraws, assuming assumptions: [String] = []
  ) async throws(SizingError) -> ImprovementAnswer? {
    if let base = try ConditionJudge(topology, demands).up(name) {
      return try ImprovementAnswer(
        topology, of: name, demands: demands, base: base, assuming: assumptions)
    }
    return try await SimulatedImprovements(topology, name, request).answer(assuming: assumptions)
  }
}

/// Changes to something that simulation answers.
private struct SimulatedImprovements {
  let topology: Topology
  let name: String
  let request: SimulationRequest
  let changes: [PossibleChange]

  init(_ topology: Topology, _ name: String, _ request: SimulationRequest) {
    self.topology = topology
    self.name = name
    changes = topology.changes(helping: name)
    self.request = request.sharing(among: min(changes.count, ImprovementAnswer.mostSimulated) + 1)
  }

  func answer(assuming assumptions: [String]) async throws(SizingError) -> ImprovementAnswer? {
    let result = await (try ConditionJudge(topology).simulation(of: name, request)).run()
    guard result.replications > 1 else { return nil }
    guard let base = unavailability(result), base.value > 0 else {
      throw .unanswerable(
        "no outage of \(name) was seen in \(result.replications) years, so that nothing can be said of changes"
      )
    }
    let chosen = worst(result)
    let tried = try await trials(chosen, base, of: result.replications)
    let told = tried.filter { $0.difference?.verdict != .undecided }
    return try ImprovementAnswer(
      name, Self.probability(base), base, told,
      undecided: tried.filter { $0.difference?.verdict == .undecided }, result,
      isInterrupted: tried.count < chosen.count,
      ImprovementAnswer.assumptions(topology, name, "simulated")
        + left(changes.count - chosen.count, interrupted: chosen.count - tried.count) + assumptions)
  }

  /// Those that a cancelled task leaves are left out.
  private func trials(
    _ changes: [PossibleChange], _ base: Estimate, of replications: Int
  ) async throws(SizingError) -> [TriedChange] {
    var same = request
    same.stopping = .runs(replications)
    var tried: [TriedChange] = []
    for possible in changes {
      let judge = ConditionJudge(possible.topology)
      let result = await (try judge.simulation(of: name, same)).run()
      guard result.replications == replications, let share = unavailability(result) else { break }
      tried.append(
        TriedChange(
          possible, of: name, in: topology, Self.probability(share),
          difference(from: base, to: share)))
    }
    return tried
  }

  private func left(_ untried: Int, interrupted: Int) -> [String] {
    let many = untried == 1 ? "1 change is" : "\(untried) changes are"
    return
      (untried > 0
      ? ["\(many) not tried, of parts that begin less downtime than those that are"] : [])
      + (interrupted > 0 ? ["interrupted: \(interrupted) more were to be tried"] : [])
  }

  // MARK: Choice

  /// The changes of the parts that begin the most downtime, in that order.
  private func worst(_ result: SimulationResult) -> [PossibleChange] {
    func share(_ change: PossibleChange) -> Double {
      let part = change.change.part
      return result.causes.filter { $0.name == part || $0.name.hasPrefix("\(part) ") }
        .reduce(0) { $0 + $1.share.value }
    }
    let sorted = changes.enumerated().map { (share: share($1), place: $0, change: $1) }
      .sorted { (-$0.share, $0.place) < (-$1.share, $1.place) }
    return sorted.prefix(ImprovementAnswer.mostSimulated).map(\.change)
  }

  // MARK: Draws

  private func unavailability(_ result: SimulationResult) -> Estimate? {
    result.downtime?.mean.divided(by: result.horizon.seconds)
  }

  /// Without an outage in all of its histories a change saves what there was, as far as that is known.
  private func difference(from base: Estimate, to share: Estimate) -> DowntimeDifference {
    guard share.value == 0 else { return DowntimeDifference(first: base, second: share) }
    return DowntimeDifference(first: base, second: share, unavailability: base.negated)
  }

  private static func probability(_ share: Estimate) -> Probability {
    Probability(uncheckedValue: 1 - share.value, complement: share.value)
  }
}

extension SimulationRequest {
  /// The same with an equal part of its time for each of `count` simulations.
  fileprivate func sharing(among count: Int) -> SimulationRequest {
    func part(_ time: Duration) -> Duration {
      (try? Duration(seconds: time.seconds / Double(count))) ?? time
    }
    var result = self
    switch stopping {
    case .runs: break
    case .within(let time): result.stopping = .within(part(time))
    case .untilError(let error, let time):
      result.stopping = .untilError(error, atMost: time.map(part))
    case .untilDecided(let share, let time):
      result.stopping = .untilDecided(share, atMost: part(time))
    }
    return result
  }
}
