import Evaluation
import Nines

/// Asks line by line: definitions stay, questions are answered, a text that is only unfinished goes
/// on in the next line. Ctrl-C ends a simulation with the estimate so far, not the prompt.
struct Prompt {
  let evaluator: Evaluator

  func run() async {
    print("nines: a topology such as  99.99% & 2 of 3 99.5%   (quit to leave)")
    var definitions = ""
    var entry = ""
    while true {
      print(entry.isEmpty ? "> " : ". ", terminator: "")
      flush()
      guard let line = readLine() else { return print("") }
      if entry.isEmpty, line == "quit" || line == "exit" { return }
      entry += line + "\n"
      if isIncomplete(entry), !line.isEmpty { continue }
      if let kept = await take(entry, after: definitions) { definitions = kept }
      entry = ""
    }
  }

  private func isIncomplete(_ entry: String) -> Bool {
    do throws(Diagnostic) {
      _ = try Parser.parse(SourceText(entry))
      return false
    } catch {
      return error.isIncomplete
    }
  }

  /// Answers an entry; the definitions to keep, or nil when the entry is wrong.
  private func take(_ entry: String, after definitions: String) async -> String? {
    let source = SourceText(entry, name: "<prompt>")
    do throws(Diagnostic) {
      let program = try Parser.parse(source)
      guard !program.statements.isEmpty else { return nil }
      let asks = program.statements.contains(where: \.isQuestion)
      let input = Input(definitions: definitions, entry: entry)
      let status = await evaluator.answer(input)
      guard status == .answered || status == .notMet else { return nil }
      return asks ? nil : definitions + entry
    } catch {
      evaluator.complain(error, source)
      return nil
    }
  }
}

extension Statement {
  /// True for what is answered and forgotten.
  var isQuestion: Bool {
    switch content {
    case .question, .expression: true
    default: false
    }
  }
}
