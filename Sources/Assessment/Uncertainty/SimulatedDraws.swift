import InputUncertainty
import OutageSimulation
import Quantities
import StructureFunctions
import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Draws of the uncertain inputs, each simulated by itself: how far simulated figures are known.
///
/// How long a draw is simulated follows from a pilot: until its own error is a fifth of what the inputs
/// make of it, so that the error widens an interval by 2 %. Each draw has random numbers of its own;
/// its figures depend neither on how many others there are nor on the number of processors, and time
/// alone may cut the list short.
struct SimulatedDraws: Sendable {
  /// The draws that are simulated where time allows.
  static let most = 400
  /// Fewer have no interval.
  static let least = 128

  private let topology: UncertainTopology
  private let name: String
  private let request: SimulationRequest
  private let threads: Int
  private let limit: Duration
  let inputs: InputSample

  /// The pilot's share of the time.
  private static let pilotShare = 0.1
  /// The draws from which the spread is told, and their own error.
  private static let pilot = (draws: 48, error: 0.1)
  /// The error of a draw as a share of the spread of log U between draws, and its bounds.
  private static let errorOfSpread = 0.2
  private static let errors = 0.003...0.1

  /// Draws of `topology`, of which `name` is asked as `request` says but for when to stop, for as long
  /// as `limit`.
  init(
    _ topology: UncertainTopology, of name: String, _ request: SimulationRequest,
    atMost limit: Duration
  ) {
    self.topology = topology
    self.name = name
    self.limit = limit
    threads = request.threads ?? OutageSimulation.processors
    inputs = InputSample(topology.inputs, seed: request.seed, draws: Self.most)
    var request = request
    request.threads = 1
    self.request = request
  }

  /// The results of the draws, in their order. Cancelling the surrounding task ends it with those that
  /// are complete. Throws ``AssessmentError`` when a draw has no answer.
  func run() async throws(AssessmentError) -> [SimulationResult] {
    let end = ContinuousClock.now + .seconds(limit.seconds)
    guard let scale = try await replications(forError: 1), scale > 0 else { return [] }
    let coarse = Self.runs(scale, error: Self.pilot.error)
    let pilot = try await results(first: Self.pilot.draws, runs: coarse, until: end)
    let error = Self.error(spread: Self.spread(pilot))
    return try await results(first: Self.most, runs: Self.runs(scale, error: error), until: end)
  }

  // MARK: How long a draw is simulated

  /// The replications at the medians that would leave the mean downtime an error of `error` of it;
  /// nil when none was drawn. An error falls with the square root of their number.
  private func replications(
    forError error: Double
  ) async throws(AssessmentError) -> Double? {
    var request = request
    let time = try? Duration(seconds: limit.seconds * Self.pilotShare)
    request.stopping = .untilError(0.02, atMost: time ?? limit)
    let result = await (try simulation(topology.median, request)).run()
    guard result.replications > 0 else { return nil }
    let reached = result.downtime?.mean.relativeError ?? 0.02
    return Double(result.replications) * (reached / error) * (reached / error)
  }

  private static func runs(_ scale: Double, error: Double) -> Int {
    Int(min(max(8, scale / (error * error)), 1e12))
  }

  /// The standard deviation of log U between draws, what their own errors add left out.
  private static func spread(_ results: [SimulationResult]) -> Double {
    let means = results.compactMap { $0.downtime?.mean }.filter { $0.value > 0 }
    guard means.count > 1 else { return 0 }
    let logs = means.map { log($0.value) }
    let centre = logs.reduce(0, +) / Double(logs.count)
    let total = logs.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(logs.count - 1)
    let own = means.reduce(0) { $0 + pow($1.relativeError ?? 0, 2) } / Double(means.count)
    return max(0, total - own).squareRoot()
  }

  private static func error(spread: Double) -> Double {
    min(max(spread * errorOfSpread, errors.lowerBound), errors.upperBound)
  }

  // MARK: Draws

  private typealias Outcome = Result<SimulationResult?, AssessmentError>

  private func results(
    first count: Int, runs: Int, until end: ContinuousClock.Instant
  ) async throws(AssessmentError) -> [SimulationResult] {
    let outcomes = await withTaskGroup(of: (Int, Outcome).self) { group in
      var next = 0
      var outcomes: [Int: Outcome] = [:]
      while next < min(threads, count) {
        group.addTask { [next] in (next, await outcome(next, runs)) }
        next += 1
      }
      for await (draw, outcome) in group {
        outcomes[draw] = outcome
        guard next < count, ContinuousClock.now < end, !Task.isCancelled else { continue }
        group.addTask { [next] in (next, await self.outcome(next, runs)) }
        next += 1
      }
      return outcomes
    }
    return try Self.complete(outcomes)
  }

  /// The results up to the first that was cut short.
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

  /// The result of one draw; nil where an interruption ended it.
  private func outcome(_ draw: Int, _ runs: Int) async -> Outcome {
    do throws(AssessmentError) {
      var request = request
      request.stopping = .runs(runs)
      // Seeds next to each other give streams that have nothing to do with each other.
      request.seed &+= UInt64(draw) &+ 1
      let result = await (try simulation(try topology(draw), request)).run()
      return .success(result.ending == .runs ? result : nil)
    } catch {
      return .failure(error)
    }
  }

  private func simulation(
    _ topology: Topology, _ request: SimulationRequest
  ) throws(AssessmentError) -> OutageSimulation {
    do throws(SimulationError) {
      return try OutageSimulation(topology, of: name, request)
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
