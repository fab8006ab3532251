import Nines

// Definitions that wait for a name: at a prompt they come in any order, one after the other.
extension Workspace {
  /// A text of definitions and an entry that has a meaning, and what had to be left out of it.
  struct Resolution {
    let checked: CheckedProgram
    let input: Input
    /// Why each of the definitions waits that are left out, by name.
    let waiting: [String: String]
  }

  /// Checks an entry behind the definitions `base`. Those of the names `mayWait` that name what isn't
  /// defined, or a number that is looked for, are left out; nil after a complaint where more is wrong.
  mutating func resolve(
    _ base: KeptDefinitions, _ entry: String, _ program: Program, mayWait: Set<String>,
    _ evaluator: Evaluator
  ) -> Resolution? {
    var rest = base
    var text = Array(entry.utf8)
    var waiting: [String: String] = [:]
    while true {
      let input = Input(
        definitions: rest.text, entry: String(decoding: text, as: UTF8.self),
        folders: state.folders)
      do throws(Diagnostic) {
        let checked = try Checker.check(input.source, reading: input.observations)
        warn(checked, in: input, evaluator)
        return Resolution(checked: checked, input: input, waiting: waiting)
      } catch {
        guard let statement = culprit(error, rest, input, program), let name = statement.name,
          mayWait.contains(name), waiting.updateValue(error.message, forKey: name) == nil
        else {
          let said = error.said(at: place, of: input.source)
          evaluator.complain(said.waiting(waiting, in: input), in: input)
          return nil
        }
        rest = rest.without([name])
        Self.blank(program.statements.first { $0.name == name }, in: &text)
      }
    }
  }

  /// Finds out which definitions wait where nothing is asked: those of `mayWait`, or that did before.
  mutating func settle(mayWait: [String], _ evaluator: Evaluator) {
    let resolution = resolve(
      definitions, "", Program(statements: []), mayWait: Set(mayWait).union(state.waiting.keys),
      evaluator)
    if let resolution { state.waiting = resolution.waiting }
  }

  /// The definition that names what isn't there; nil where a question does, or something else is wrong.
  private func culprit(
    _ error: Diagnostic, _ rest: KeptDefinitions, _ input: Input, _ program: Program
  ) -> Statement? {
    guard error.code == .unknownName || error.code == .freeNumber else { return nil }
    let offset = error.span.offset - input.entryStart
    guard offset >= 0 else { return rest.statement(at: error.span.offset) }
    return program.statements.first { $0.span.offset <= offset && offset < $0.span.end }
  }

  /// Leaves a statement out of a text, in which all else keeps its place.
  private static func blank(_ statement: Statement?, in text: inout [UInt8]) {
    guard let span = statement?.span else { return }
    for place in span.offset..<min(span.end, text.count) where text[place] != UInt8(ascii: "\n") {
      text[place] = UInt8(ascii: " ")
    }
  }
}

extension Diagnostic {
  /// The same with the reason why a name waits that is asked about.
  fileprivate func waiting(_ waiting: [String: String], in input: Input) -> Diagnostic {
    let name = input.source.text(in: span)
    guard code == .unknownName, let reason = waiting[name] else { return self }
    return Diagnostic(
      code, "'\(name)' is defined, and waits: \(reason)", at: span, notes: notes)
  }
}
