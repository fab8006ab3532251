import Nines

// Questions about a program with some values changed.
extension Evaluator {
  /// Answers the question behind the colon: a plain availability before and after, all others as they
  /// are answered without changes.
  func answer(
    _ changed: ChangedQuestion, _ inner: PreparedQuestion, in input: Input
  ) async -> ExitStatus {
    if let before = changed.before, case .availability(let name, let engine) = changed.question {
      return await answer(changed, of: name, using: engine, before: before)
    }
    show(
      ChangeCard.report(of: changed.lines),
      json: JSONValue(changed.changes, of: changed.subject), isBrief: true)
    return await telling(changed.lines).answer(inner, changed.program, input)
  }

  /// The same, with charts that name the changes.
  private func telling(_ changes: [String]) -> Evaluator {
    var changed = self
    changed.sink = ChangedSink(sink: sink, changes: changes)
    return changed
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
      let change = changed.effect(on: name, first, second, before)
      show(
        ChangeCard.report(change, of: changed.lines),
        json: JSONValue(changed.changes, of: name, change))
      return first.isInterrupted || second.isInterrupted ? .interrupted : .answered
    } catch {
      complain("unanswerable", error.description)
      return .unanswerable
    }
  }
}

extension ChangedQuestion {
  /// What the changes do to an answer, with all that both answers rest on.
  func effect(
    on name: String, _ first: AvailabilityAnswer, _ second: AvailabilityAnswer,
    _ before: CheckedProgram
  ) -> AvailabilityChange {
    AvailabilityChange(
      before: first.assuming(before.assumptions(about: name)),
      after: second.assuming(program.assumptions(about: name) + medians(of: name, without: before)))
  }

  /// That beliefs stand at their medians, with the changes or else without.
  fileprivate func medians(of name: String, without before: CheckedProgram) -> [String] {
    (program.inputCount(about: name) > 0 ? program : before).medians(about: name)
  }

  /// A line for each change: `db.mttr 1h -> 10min`.
  var lines: [String] {
    changes.map { change in
      (change.path.isEmpty ? "" : "\(change.path) ")
        + (change.before.map { "\($0) -> " } ?? "") + change.after
    }
  }
}

extension CheckedProgram {
  /// What the language leaves to defaults about `name`, and that beliefs stand at their medians.
  func defaults(about name: String) -> [String] { assumptions(about: name) + medians(about: name) }
}
