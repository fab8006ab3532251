import InputUncertainty
import OutageSimulation
import Quantities
import StructureFunctions
import Topology

/// Draws of the uncertain inputs, each simulated by itself: how far simulated figures are known.
///
/// How long a draw is simulated follows from a pilot: until its own error is a fifth of what the inputs
/// make of it, so that the error widens an interval by 2 %; or for less, where time is short. Each
/// draw has random numbers of its own, so that processors make no difference to it.
struct SimulatedDraws: Sendable {
  /// The draws that are simulated where time allows.
  static let most = 400
  /// Fewer have no interval.
  static let least = 128

  /// What came of them.
  enum Outcome: Sendable {
    /// Enough draws, in their order.
    case results([SimulationResult])
    /// No difference between draws beyond their own error.
    case unmoved(below: Double)
    /// Too few in the time.
    case tooFew(Int)
  }

  private let batch: DrawBatch
  private let request: SimulationRequest
  private let limit: Double
  let inputs: InputSample

  /// The errors of the pilot's draws, one after the other until a spread shows.
  private static let pilotErrors = [0.1, 0.02]
  private static let pilotDraws = 48
  /// The share of the time that one pilot may take, all of its draws together.
  private static let pilotShare = 0.2
  /// The error of a draw as a share of the spread of log U between draws, and its bounds.
  private static let errorOfSpread = 0.2
  private static let errors = 0.005...0.1

  /// Draws of `topology`, of which `name` is asked as `request` says but for when to stop and what to
  /// record, for about as long as `limit`.
  init(
    _ topology: UncertainTopology, of name: String, _ request: SimulationRequest,
    atMost limit: Duration
  ) {
    var request = request
    request.records = []
    self.request = request
    self.limit = min(limit.seconds, 1e9)
    inputs = InputSample(topology.inputs, seed: request.seed, draws: Self.most)
    batch = DrawBatch(
      topology: topology, name: name, request: request, inputs: inputs,
      threads: request.threads ?? OutageSimulation.processors)
  }

  /// Simulates the draws. Cancelling the surrounding task ends it with those that are complete. Throws
  /// ``AssessmentError`` when a draw has no answer.
  func run() async throws(AssessmentError) -> Outcome {
    let clock = BatchClock(limit: limit)
    guard let scale = try await scale() else { return .tooFew(0) }
    var hidden = Double.infinity
    for error in Self.pilotErrors {
      let runs = scale.runs(
        forError: error, draws: Self.pilotDraws, in: Self.pilotShare * limit, batch.threads)
      let pilot = try await batch.results(first: Self.pilotDraws, runs: runs, clock)
      guard pilot.count == Self.pilotDraws else { return .tooFew(pilot.count) }
      guard let spread = DrawSpread(pilot) else { return .tooFew(0) }
      if spread.isSignificant { return try await results(scale, spread, clock) }
      hidden = spread.error
    }
    return .unmoved(below: hidden)
  }

  private func results(
    _ scale: SimulationScale, _ spread: DrawSpread, _ clock: BatchClock
  ) async throws(AssessmentError) -> Outcome {
    let bounds = Self.errors
    let error = min(
      max(spread.deviation * Self.errorOfSpread, bounds.lowerBound), bounds.upperBound)
    let runs = scale.runs(forError: error, draws: Self.least, in: clock.left * 0.8, batch.threads)
    let results = try await batch.results(first: Self.most, runs: runs, clock)
    return results.count >= Self.least ? .results(results) : .tooFew(results.count)
  }

  /// What a simulation at the medians costs and how its error falls; nil where it saw no outage.
  private func scale() async throws(AssessmentError) -> SimulationScale? {
    var request = request
    request.threads = 1
    let time = try? Duration(seconds: limit * Self.pilotShare / 2)
    request.stopping = .untilError(0.02, atMost: time)
    let simulation = try batch.simulation(batch.topology.median, request)
    let began = ContinuousClock.now
    let result = await simulation.run()
    return SimulationScale(result, seconds: began.secondsUntilNow)
  }
}

/// How long simulations take and how exact they are.
private struct SimulationScale {
  /// The replications whose mean downtime has an error as large as itself.
  let unit: Double
  let secondsEach: Double

  init?(_ result: SimulationResult, seconds: Double) {
    guard result.replications > 0, let error = result.downtime?.mean.relativeError, error > 0 else {
      return nil
    }
    unit = Double(result.replications) * error * error
    secondsEach = seconds / Double(result.replications)
  }

  /// The replications of a draw for an error, or the fewer with which so many draws take a given time.
  func runs(forError error: Double, draws: Int, in seconds: Double, _ threads: Int) -> Int {
    let most = max(0, seconds) * Double(threads) / Double(draws) / max(secondsEach, 1e-9)
    return Int(min(max(8, min(unit / (error * error), most)), 1e12))
  }
}
