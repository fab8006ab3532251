import Evaluation
import Nines
import TerminalInput

/// Words for the Tab key: those of the language at the cursor, the workspace's names, and files.
struct PromptCompletion {
  /// What the workspace defines.
  let definitions: KeptDefinitions
  /// The lines of the entry above the one that is typed.
  let above: String

  /// What may stand at `cursor`, in bytes of the line.
  func complete(_ line: String, at cursor: Int) -> Completion {
    let names = KnownName.all(in: SourceText(definitions.text))
    let list = Completer(names: names, settings: Self.settings)
      .complete(above + line, at: above.utf8.count + cursor)
    if let file = list.file { return FileCompletion(file).complete(at: cursor) }
    return Completion(
      replacedFrom: max(0, list.replaced.offset - above.utf8.count),
      candidates: list.candidates.map {
        Completion.Candidate($0.text, ending: Self.ending(of: $0), note: $0.description)
      })
  }

  private static let settings = PromptSettings.names.map {
    Completer.Setting($0, values: values(of: $0))
  }

  /// The words that a setting takes.
  private static func values(of setting: String) -> [String] {
    switch setting {
    case "format": PromptSettings.forms.map(\.rawValue)
    case "color": StreamStyle.Colour.allCases.map(\.rawValue)
    case "width": ["auto"]
    case "cut-sets", "picture": ["none"]
    default: []
    }
  }

  /// What follows a word once it is whole: the parameters of a law, nothing behind a unit or `P(`.
  private static func ending(of candidate: CompletionCandidate) -> String {
    if candidate.kind == .law { return "(" }
    return candidate.kind == .unit || candidate.text.hasSuffix("(") ? "" : " "
  }
}
