import Nines

/// Runs one part of a simulation and writes it to a file.
struct PartWriting {
  let answering: Answering
  let shard: Shard
  let file: String

  /// Runs the part of the one simulation that the words ask for.
  func write(words: [String]) async -> ExitStatus {
    do throws(InputError) {
      return await write(try Input(words: words, isJSON: answering.isJSON))
    } catch {
      answering.report(error)
      return .wrongInput
    }
  }

  private func write(_ input: Input) async -> ExitStatus {
    do throws(Diagnostic) {
      let program = try Checker.check(input.source, reading: input.observations)
      guard program.questions.count == 1, case .simulate(let checked)? = program.questions.first
      else {
        answering.reportPlain(
          "one-simulation", "--shard needs one question, a simulation, and no other")
        return .wrongInput
      }
      guard case .runs = checked.request.stopping else {
        throw program.diagnostic(.shardNeedsRuns, of: checked)
      }
      if let input = program.uncertain?.inputs.first {
        throw Diagnostic(
          .contradictoryOptions,
          """
          parts are simulated at one value of each input, and \(input.name) is only believed; write \
          one value, or simulate it whole
          """, at: program.inputSpans.first ?? .unknown)
      }
      return await run(try PreparedQuestion(.simulate(checked), in: program))
    } catch {
      let (diagnostic, source) = input.located(error)
      answering.report(diagnostic, source)
      return .wrongInput
    }
  }

  private func run(_ question: PreparedQuestion) async -> ExitStatus {
    switch question {
    case .plain, .promise, .spending, .search, .fit, .changed, .comparison: return .wrongInput
    case .unanswerable(let reason):
      answering.reportPlain("unanswerable", reason)
      return .unanswerable
    case .simulation(_, let simulation):
      if let error = WholeFile.obstacle(to: file) {
        answering.report(error)
        return .wrongInput
      }
      return save(await part(of: simulation))
    }
  }

  private func part(
    of simulation: OutageSimulation
  ) async -> Result<SimulationPart?, SimulationError> {
    let shard = shard
    return await answering.interruption.cancelling {
      await ProgressLine.showing { progress in
        do throws(SimulationError) {
          return .success(try await simulation.part(shard, progress: progress))
        } catch {
          return .failure(error)
        }
      }
    }
  }

  private func save(_ part: Result<SimulationPart?, SimulationError>) -> ExitStatus {
    switch part {
    case .failure(let error):
      answering.reportPlain("wrong-option", error.description)
      return .wrongInput
    case .success(nil):
      answering.reportPlain("interrupted", "interrupted; \(file) was not written")
      return .interrupted
    case .success(let part?): return save(part.bytes)
    }
  }

  private func save(_ bytes: [UInt8]) -> ExitStatus {
    do throws(InputError) {
      try WholeFile.write(bytes, to: file)
    } catch {
      answering.report(error)
      return .wrongInput
    }
    let object = JSONValue.object([
      "schema": .integer(1), "kind": .string("part"), "number": .integer(shard.number),
      "count": .integer(shard.count), "file": .string(file), "bytes": .integer(bytes.count),
    ])
    print(answering.isJSON ? object.text : "part \(shard.number) of \(shard.count) is in \(file)")
    return .answered
  }
}
