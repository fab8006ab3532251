import Nines

// What a prompt tells about definitions, in a line each.
extension Evaluator {
  /// A sentence that is no answer.
  package func note(_ sentence: String) {
    show(
      Report(sentence.split(separator: "\n").map { .sentence(String($0)) }),
      json: .object([
        "schema": .integer(1), "kind": .string("note"), "text": .string(sentence),
      ]), isBrief: true)
  }

  /// How available a new definition is, where that is exact and quick to tell.
  func summarize(_ name: String, _ program: CheckedProgram) {
    guard program.topology.index(ofDefinition: name) != nil else {
      return note("\(name) is defined")
    }
    guard program.profiles[name] == nil,
      case .exact(let answer)? = try? Assessor(program.topology).longRun(of: name)
    else { return note("\(name) is defined; ask for it by its name") }
    show(
      Report([.sentence(AnswerCard.line(answer))]), json: JSONValue(answer), isBrief: true)
  }

  /// Shows an answer before and after a change, with what is assumed besides what was assumed before;
  /// false where that isn't shown. What is slow to simulate is not simulated again.
  func showEffect(
    of changed: ChangedQuestion, on name: String, _ last: LastQuestion
  ) async -> Bool {
    guard let before = changed.before,
      let old = try? Assessor(before.topology).longRun(of: name),
      let new = try? Assessor(changed.program.topology).longRun(of: name)
    else { return false }
    guard last.isQuick || old.isExact && new.isExact else {
      if last.again == nil {
        note("\(name) takes its time to simulate; ask for it again to see what changed")
      }
      return false
    }
    guard let first = await answer(old), let second = await answer(new) else { return false }
    guard
      first.availability != second.availability || first.outageFrequency != second.outageFrequency
    else {
      let line = AnswerCard.line(second).dropFirst(name.count + 2)
      if last.again == nil { note("\(name) stays as it is, \(line)") }
      return false
    }
    show(changed, name, first, second, before)
    return true
  }

  /// Shows an answer before and after a change, however long that takes.
  func show(_ changed: ChangedQuestion, of name: String) async -> ExitStatus? {
    guard let before = changed.before,
      let old = try? Assessor(before.topology).longRun(of: name),
      let new = try? Assessor(changed.program.topology).longRun(of: name),
      let first = await answer(old), let second = await answer(new)
    else { return nil }
    show(changed, name, first, second, before)
    return first.isInterrupted || second.isInterrupted ? .interrupted : .answered
  }

  private func show(
    _ changed: ChangedQuestion, _ name: String, _ first: AvailabilityAnswer,
    _ second: AvailabilityAnswer, _ before: CheckedProgram
  ) {
    show(
      ChangeCard.report(
        changed.effect(on: name, first, second, before), of: changed.lines, isShownBefore: true),
      json: JSONValue(
        changed.changes, of: name, changed.effect(on: name, first, second, before)))
  }
}

extension LongRun {
  /// True for what the exact engine has answered.
  fileprivate var isExact: Bool {
    if case .exact = self { true } else { false }
  }
}
