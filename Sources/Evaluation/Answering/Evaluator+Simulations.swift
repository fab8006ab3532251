import Nines

// Simulations, whole, in parts and merged.
extension Evaluator {
  /// Answers with a simulation.
  func simulate(
    _ checked: CheckedSimulation, _ simulation: OutageSimulation,
    _ uncertain: UncertainTopology?
  ) async -> ExitStatus {
    let result = await run(simulation)
    let isInterrupted = result.ending == .interrupted
    do throws(AssessmentError) {
      let belief = isInterrupted ? .certain : try await belief(checked, uncertain)
      show(
        result, believing: belief.figures,
        assuming: checked.assumptions + [belief.missing].compactMap(\.self))
      return isInterrupted ? .interrupted : .answered
    } catch {
      complain("unanswerable", error.description)
      return .unanswerable
    }
  }

  /// What is believed of a simulation's figures, where inputs are, in the time that it may take itself.
  private func belief(
    _ checked: CheckedSimulation, _ uncertain: UncertainTopology?
  ) async throws(AssessmentError) -> BeliefAnswer<SimulationBelief> {
    guard let uncertain else { return .certain }
    let request = checked.request
    let limit = request.stopping.limit ?? .seconds(10)
    let belief = await interruption.cancelling {
      do throws(AssessmentError) {
        return Result<BeliefAnswer<SimulationBelief>, AssessmentError>.success(
          try await UncertainAssessor(uncertain).belief(
            of: checked.name, simulating: request, atMost: limit))
      } catch {
        return .failure(error)
      }
    }
    return try belief.get()
  }

  /// Runs a simulation with a line of progress; Ctrl-C ends it with the estimate so far.
  func run(_ simulation: OutageSimulation) async -> SimulationResult {
    return await interruption.cancelling {
      await ProgressLine.showing(for: sink) { progress in await simulation.run(progress: progress) }
    }
  }

  private func show(
    _ result: SimulationResult, believing belief: SimulationBelief? = nil,
    assuming assumptions: [String] = []
  ) {
    show(
      SimulationCard.report(result, assuming: assumptions, believing: belief),
      json: JSONValue(result, assuming: assumptions, believing: belief),
      picture: Picture { () throws(ChartError) in try ExceedanceChart.chart(result) })
  }

  // MARK: Merging

  /// Prints the result of which the files are the parts. Of unreadable files all are named, and then
  /// the shards that are missing without them.
  package func merge(files: [String]) -> ExitStatus {
    var parts: [(name: String, part: SimulationPart)] = []
    for file in files {
      do throws(InputError) {
        parts.append((file, try Self.part(file)))
      } catch {
        complain(error)
      }
    }
    let areAllRead = parts.count == files.count
    guard areAllRead || !parts.isEmpty else { return .wrongInput }
    do throws(MergeError) {
      let result = try SimulationPart.merge(parts)
      if areAllRead { show(result) }
      return areAllRead ? .answered : .wrongInput
    } catch {
      complain("unmergeable", error.description)
      return .wrongInput
    }
  }

  private static func part(_ file: String) throws(InputError) -> SimulationPart {
    let bytes = try FileReading.bytes(of: file)
    do throws(PartError) {
      return try SimulationPart(reading: bytes)
    } catch {
      throw .notAPart(file, reason: error.description)
    }
  }
}

extension StoppingRule {
  /// The time that a run may take; nil where it isn't limited.
  fileprivate var limit: Duration? {
    switch self {
    case .runs, .untilError(_, nil): nil
    case .untilError(_, let limit?), .within(let limit), .untilDecided(_, let limit): limit
    }
  }
}
