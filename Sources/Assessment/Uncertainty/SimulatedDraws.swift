import InputUncertainty
import OutageSimulation
import Quantities
import StructureFunctions
import Topology

/// Draws of the uncertain inputs, each simulated by itself: how far simulated figures are known.
///
/// Each draw has random numbers of its own, so that its figures depend neither on how many others there
/// are nor on the number of processors; time alone may cut the list short.
struct SimulatedDraws: Sendable {
  /// The draws that are simulated where time allows.
  static let most = 400
  /// Fewer have no interval.
  static let least = 128
  /// Each is simulated until the standard error of its mean downtime is this share of it, and 400
  /// replications or more had an outage: the square of it adds to the variance of log U between draws.
  static let error = 0.1

  private let topology: UncertainTopology
  private let name: String
  private let request: SimulationRequest
  private let limit: Duration
  let inputs: InputSample

  /// Draws of `topology`, of which `name` is asked as `request` says but for when to stop, for as long
  /// as `limit`.
  init(
    _ topology: UncertainTopology, of name: String, _ request: SimulationRequest,
    atMost limit: Duration
  ) {
    self.topology = topology
    self.name = name
    self.limit = limit
    inputs = InputSample(topology.inputs, seed: request.seed, draws: Self.most)
    var request = request
    request.stopping = .untilError(Self.error, atMost: limit)
    request.threads = 1
    self.request = request
  }

  private typealias Outcome = Result<SimulationResult?, AssessmentError>

  /// The results of the draws, in their order up to the first that was cut short. Cancelling the
  /// surrounding task ends it with those that are complete. Throws ``AssessmentError`` when a draw has
  /// no answer.
  func run(threads: Int?) async throws(AssessmentError) -> [SimulationResult] {
    let end = ContinuousClock.now + .seconds(limit.seconds)
    let outcomes = await withTaskGroup(of: (Int, Outcome).self) { group in
      var next = 0
      var outcomes: [Int: Outcome] = [:]
      while next < min(threads ?? OutageSimulation.processors, Self.most) {
        group.addTask { [next] in (next, await outcome(next)) }
        next += 1
      }
      for await (draw, outcome) in group {
        outcomes[draw] = outcome
        guard next < Self.most, ContinuousClock.now < end, !Task.isCancelled else { continue }
        group.addTask { [next] in (next, await self.outcome(next)) }
        next += 1
      }
      return outcomes
    }
    return try Self.complete(outcomes)
  }

  private static func complete(
    _ outcomes: [Int: Outcome]
  ) throws(AssessmentError) -> [SimulationResult] {
    var results: [SimulationResult] = []
    for draw in 0..<outcomes.count {
      guard let result = try outcomes[draw]?.get() else { break }
      results.append(result)
    }
    return results
  }

  /// The result of one draw; nil where time or an interruption ended it.
  private func outcome(_ draw: Int) async -> Outcome {
    do throws(AssessmentError) {
      let result = try await simulation(draw).run()
      let isComplete = result.ending == .error || result.ending == .runs
      return .success(isComplete ? result : nil)
    } catch {
      return .failure(error)
    }
  }

  private func simulation(_ draw: Int) throws(AssessmentError) -> OutageSimulation {
    var request = request
    // Seeds next to each other give streams that have nothing to do with each other.
    request.seed &+= UInt64(draw) &+ 1
    let drawn = try topology(draw)
    do throws(SimulationError) {
      return try OutageSimulation(drawn, of: name, request)
    } catch {
      throw .simulation(error)
    }
  }

  private func topology(_ draw: Int) throws(AssessmentError) -> Topology {
    do throws(InputUncertaintyError) {
      return try topology.topology(at: inputs[draw])
    } catch {
      throw .inputs(error)
    }
  }
}
