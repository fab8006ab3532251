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

  /// Shows an answer before and after a change, with what is assumed besides what was assumed before.
  /// What is slow to simulate is not simulated again.
  func showEffect(
    of changed: ChangedQuestion, on name: String, _ last: LastQuestion
  ) async {
    guard let before = changed.before,
      let old = try? Assessor(before.topology).longRun(of: name),
      let new = try? Assessor(changed.program.topology).longRun(of: name)
    else { return }
    guard last.isQuick || old.isExact && new.isExact else {
      return note("\(name) takes its time to simulate; ask for it again to see what changed")
    }
    guard let first = await answer(old), let second = await answer(new) else { return }
    guard
      first.availability != second.availability || first.outageFrequency != second.outageFrequency
    else {
      let line = AnswerCard.line(second).dropFirst(name.count + 2)
      return last.verdict == nil ? note("\(name) stays as it is, \(line)") : ()
    }
    let change = changed.effect(on: name, first, second, before)
    show(
      ChangeCard.report(change, of: changed.lines, isShownBefore: true),
      json: JSONValue(changed.changes, of: name, change))
  }
}

extension LongRun {
  /// True for what the exact engine has answered.
  fileprivate var isExact: Bool {
    if case .exact = self { true } else { false }
  }
}
