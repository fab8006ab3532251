import InputUncertainty
import OutageSimulation
import Quantities
import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The first draws of some inputs, each simulated for as many replications.
struct DrawBatch: Sendable {
  let topology: UncertainTopology
  let name: String
  /// What each simulation is asked, but for its seed and when to stop.
  let request: SimulationRequest
  let inputs: InputSample
  let threads: Int

  private typealias Outcome = Result<SimulationResult?, AssessmentError>

  /// The results of the first draws, several at a time, up to the first that wasn't begun in time or
  /// was cut short. Throws ``AssessmentError`` when a draw has no answer.
  func results(
    first count: Int, runs: Int, _ clock: BatchClock
  ) async throws(AssessmentError) -> [SimulationResult] {
    let outcomes = await withTaskGroup(of: (Int, Outcome).self) { group in
      var next = 0
      var outcomes: [Int: Outcome] = [:]
      while next < min(threads, count), !clock.isOver {
        group.addTask { [next] in (next, await outcome(next, runs)) }
        next += 1
      }
      for await (draw, outcome) in group {
        outcomes[draw] = outcome
        guard next < count, !clock.isOver, !Task.isCancelled else { continue }
        group.addTask { [next] in (next, await self.outcome(next, runs)) }
        next += 1
      }
      return outcomes
    }
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
      request.threads = 1
      request.stopping = .runs(runs)
      // Seeds next to each other give streams that have nothing to do with each other.
      request.seed &+= UInt64(draw) &+ 1
      let result = await (try simulation(try drawn(draw), request)).run()
      return .success(result.ending == .runs ? result : nil)
    } catch {
      return .failure(error)
    }
  }

  func simulation(
    _ topology: Topology, _ request: SimulationRequest
  ) throws(AssessmentError) -> OutageSimulation {
    do throws(SimulationError) {
      return try OutageSimulation(topology, of: name, request)
    } catch {
      throw .simulation(error)
    }
  }

  private func drawn(_ draw: Int) throws(AssessmentError) -> Topology {
    do throws(InputUncertaintyError) {
      return try topology.topology(at: inputs[draw])
    } catch {
      throw .inputs(error)
    }
  }
}

/// The time that draws may take.
struct BatchClock: Sendable {
  private let began = ContinuousClock.now
  /// Seconds.
  let limit: Double

  init(limit: Double) { self.limit = limit }

  /// Seconds that are left, 0 or more.
  var left: Double { max(0, limit - began.secondsUntilNow) }
  var isOver: Bool { left == 0 }
}

extension ContinuousClock.Instant {
  /// Seconds since this instant.
  var secondsUntilNow: Double {
    let parts = (ContinuousClock.now - self).components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }
}

/// How far draws lie apart, on the scale of log U.
struct DrawSpread {
  /// The standard deviation between draws, what their own errors add left out.
  let deviation: Double
  /// Whether draws differ by more than their own errors explain, at four standard deviations.
  let isSignificant: Bool

  init(_ results: [SimulationResult]) {
    let means = results.compactMap { $0.downtime?.mean }.filter { $0.value > 0 }
    guard means.count > 8 else {
      (deviation, isSignificant) = (0, false)
      return
    }
    let count = Double(means.count)
    let logs = means.map { log($0.value) }
    let centre = logs.reduce(0, +) / count
    let total = logs.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / (count - 1)
    let own = means.reduce(0) { $0 + pow($1.relativeError ?? 0, 2) } / count
    deviation = max(0, total - own).squareRoot()
    isSignificant = total > own * (1 + 4 * (2 / (count - 1)).squareRoot())
  }
}
