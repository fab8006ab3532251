import Nines

// What a prompt tells about definitions, in a line each.
extension Evaluator {
  /// A sentence that is no answer.
  func note(_ sentence: String) {
    show(
      Report([.notes(sentence.split(separator: "\n").map(String.init))]),
      json: .object([
        "schema": .integer(1), "kind": .string("note"), "text": .string(sentence),
      ]))
  }

  /// How available a new definition is, where that is exact and quick to tell.
  func summarize(_ name: String, _ program: CheckedProgram) {
    guard program.topology.index(ofDefinition: name) != nil else {
      return note("\(name) is defined")
    }
    guard program.profiles[name] == nil,
      case .exact(let answer)? = try? Assessor(program.topology).longRun(of: name)
    else { return note("\(name) is defined; ask for it by its name") }
    show(Report([.sentence(AnswerCard.line(answer))]), json: JSONValue(answer))
  }

  /// Shows an answer before and after a change where both are exact; false where they aren't.
  func showExactly(_ changed: ChangedQuestion, of name: String) -> Bool {
    guard let before = changed.before,
      case .exact(let first)? = try? Assessor(before.topology).longRun(of: name),
      case .exact(let second)? = try? Assessor(changed.program.topology).longRun(of: name)
    else {
      note("\(name) is answered by simulation; ask for it again to see what changed")
      return false
    }
    guard
      first.availability != second.availability || first.outageFrequency != second.outageFrequency
    else { return false }
    show(changed, name, first, second, before)
    return true
  }
}
