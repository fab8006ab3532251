import Nines

// Questions about a program with some values changed.
extension Answering {
  /// Answers the question behind the colon: a plain availability before and after, all others as they
  /// are answered without changes.
  func answer(
    _ changed: ChangedQuestion, _ inner: PreparedQuestion, in input: Input
  ) async -> ExitStatus {
    if let before = changed.before, case .availability(let name, let engine) = changed.question {
      return await answer(changed, of: name, using: engine, before: before)
    }
    print(
      isJSON
        ? JSONValue(changed.changes, of: changed.subject).text
        : "with \(changed.lines.joined(separator: "\n     "))\n")
    return await answer(inner, changed.program, input)
  }

  private func answer(
    _ changed: ChangedQuestion, of name: String, using engine: Question.Engine?,
    before: CheckedProgram
  ) async -> ExitStatus {
    do throws(AssessmentError) {
      let method = engine.map(AnswerMethod.init)
      let old = try Assessor(before.topology).longRun(of: name, using: method)
      let new = try Assessor(changed.program.topology).longRun(of: name, using: method)
      guard let first = await answer(old), let second = await answer(new) else {
        return nothingDrawn()
      }
      let change = AvailabilityChange(
        before: first.assuming(before.assumptions(about: name)),
        after: second.assuming(
          changed.program.assumptions(about: name) + changed.medians(without: before)))
      print(
        isJSON
          ? JSONValue(changed.changes, of: name, change).text
          : ChangeCard.report(change, of: changed.lines).text)
      return first.isInterrupted || second.isInterrupted ? .interrupted : .answered
    } catch {
      reportPlain("unanswerable", error.description)
      return .unanswerable
    }
  }
}

extension ChangedQuestion {
  /// That beliefs stand at their medians, with the changes or else without.
  fileprivate func medians(without before: CheckedProgram) -> [String] {
    program.inputCount > 0 ? program.medians : before.medians
  }

  /// A line for each change: `db.mttr 1h -> 10min`.
  fileprivate var lines: [String] {
    changes.map { "\($0.path) \($0.before.map { "\($0) -> " } ?? "")\($0.after)" }
  }
}

extension CheckedProgram {
  /// What the language leaves to defaults about `name`, and that beliefs stand at their medians.
  func defaults(about name: String) -> [String] { assumptions(about: name) + medians }
}
