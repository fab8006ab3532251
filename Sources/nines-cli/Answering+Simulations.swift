import Nines

// Simulations, whole, in parts and merged.
extension Answering {
  /// Answers with a simulation.
  func simulate(
    _ checked: CheckedSimulation, _ simulation: OutageSimulation
  ) async -> ExitStatus {
    let result = await run(simulation)
    show(result, assuming: checked.assumptions)
    return result.ending == .interrupted ? .interrupted : .answered
  }

  /// Runs a simulation with a line of progress; Ctrl-C ends it with the estimate so far.
  func run(_ simulation: OutageSimulation) async -> SimulationResult {
    flush()
    return await interruption.cancelling {
      await ProgressLine.showing { progress in await simulation.run(progress: progress) }
    }
  }

  private func show(_ result: SimulationResult, assuming assumptions: [String] = []) {
    print(
      isJSON
        ? JSONValue(result, assuming: assumptions).text
        : SimulationCard.text(result, assuming: assumptions))
  }

  // MARK: Merging

  /// Prints the result of which the files are the parts. Of unreadable files all are named, and then
  /// the shards that are missing without them.
  func merge(files: [String]) -> ExitStatus {
    var parts: [(name: String, part: SimulationPart)] = []
    for file in files {
      do throws(InputError) {
        parts.append((file, try Self.part(file)))
      } catch {
        report(error)
      }
    }
    let areAllRead = parts.count == files.count
    guard areAllRead || !parts.isEmpty else { return .wrongInput }
    do throws(MergeError) {
      let result = try SimulationPart.merge(parts)
      if areAllRead { show(result) }
      return areAllRead ? .answered : .wrongInput
    } catch {
      reportPlain("unmergeable", error.description)
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
