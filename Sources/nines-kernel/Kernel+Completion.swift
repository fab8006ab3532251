import Evaluation
import JupyterMessaging
import Nines

// Words for the Tab key.
extension Kernel {
  func complete(_ request: Request) {
    let code = request.content.string("code") ?? ""
    let cursor = request.content.integer("cursor_pos") ?? code.unicodeScalars.count
    let offset = CharacterOffset.bytes(before: cursor, in: code)
    let names = KnownName.all(in: SourceText(workspace.definitions.text))
    let list = Completer(names: names).complete(code, at: offset)
    let start = CharacterOffset.scalars(before: list.replaced.offset, in: code)
    let end = CharacterOffset.scalars(before: offset, in: code)
    channels.confirm(
      request,
      [
        "matches": .array(list.candidates.map { .string($0.text) }),
        "cursor_start": .integer(start), "cursor_end": .integer(end),
        "metadata": .object([
          "_jupyter_types_experimental": .array(
            list.candidates.map { Self.typed($0, start, end) })
        ]),
      ])
  }

  /// The candidate with what it is, which JupyterLab shows beside it.
  private static func typed(
    _ candidate: CompletionCandidate, _ start: Int, _ end: Int
  ) -> JSONValue {
    .object([
      "start": .integer(start), "end": .integer(end), "text": .string(candidate.text),
      "type": .string(candidate.kind.rawValue), "signature": .string(candidate.description),
    ])
  }
}
