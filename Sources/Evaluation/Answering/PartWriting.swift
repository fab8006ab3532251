import Nines

/// Runs one part of a simulation and writes it to a file.
package struct PartWriting {
  let evaluator: Evaluator
  let shard: Shard
  let file: String

  /// Writes the part `shard` to `file`.
  package init(evaluator: Evaluator, shard: Shard, file: String) {
    self.evaluator = evaluator
    self.shard = shard
    self.file = file
  }

  /// Runs the part of the one simulation that the words ask for.
  package func write(words: [String]) async -> ExitStatus {
    do throws(InputError) {
      return await write(try Input(words: words, wantsJSON: evaluator.sink.wantsJSON))
    } catch {
      evaluator.complain(error)
      return .wrongInput
    }
  }

  private func write(_ input: Input) async -> ExitStatus {
    do throws(Diagnostic) {
      let program = try Checker.check(input.source, reading: input.observations)
      guard program.questions.count == 1, case .simulate(let checked)? = program.questions.first
      else {
        evaluator.complain(
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
      evaluator.complain(diagnostic, source)
      return .wrongInput
    }
  }

  private func run(_ question: PreparedQuestion) async -> ExitStatus {
    switch question {
    case .plain, .picture, .promise, .spending, .search, .fit, .changed, .comparison:
      return .wrongInput
    case .unanswerable(let reason):
      evaluator.complain("unanswerable", reason)
      return .unanswerable
    case .simulation(_, let simulation):
      if let error = WholeFile.obstacle(to: file) {
        evaluator.complain(error)
        return .wrongInput
      }
      return save(await part(of: simulation))
    }
  }

  private func part(
    of simulation: OutageSimulation
  ) async -> Result<SimulationPart?, SimulationError> {
    let shard = shard
    return await evaluator.interruption.cancelling {
      await ProgressLine.showing(for: evaluator.sink) { progress in
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
      evaluator.complain("wrong-option", error.description)
      return .wrongInput
    case .success(nil):
      evaluator.complain("interrupted", "interrupted; \(file) was not written")
      return .interrupted
    case .success(let part?): return save(part.bytes)
    }
  }

  private func save(_ bytes: [UInt8]) -> ExitStatus {
    do throws(InputError) {
      try WholeFile.write(bytes, to: file)
    } catch {
      evaluator.complain(error)
      return .wrongInput
    }
    let object = JSONValue.object([
      "schema": .integer(1), "kind": .string("part"), "number": .integer(shard.number),
      "count": .integer(shard.count), "file": .string(file), "bytes": .integer(bytes.count),
    ])
    evaluator.show(
      Report([.sentence("part \(shard.number) of \(shard.count) is in \(file)")]), json: object)
    return .answered
  }
}
