import InputUncertainty
import OutageSimulation
import Quantities
import Topology

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
