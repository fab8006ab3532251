import Evaluation
import JupyterMessaging
import Nines

// Words for the Tab key.
extension Kernel {
  func complete(_ request: Request) {
    let (code, cursor) = Self.place(in: request)
    let offset = CharacterOffset.bytes(before: cursor, in: code)
    let names = KnownName.all(in: SourceText(workspace.definitions.text))
    let list = Completer(names: names).complete(code, at: offset)
    if let file = list.file {
      let start = CharacterOffset.scalars(before: offset - file.text.utf8.count, in: code)
      return reply(to: request, start, cursor, matches: Self.paths(file), typed: [])
    }
    let start = CharacterOffset.scalars(before: list.replaced.offset, in: code)
    reply(
      to: request, start, cursor, matches: list.candidates.map(\.text),
      typed: list.candidates.map { Self.typed($0, start, cursor) })
  }

  /// A text with the place of the cursor in it, in Unicode scalars: at its end where that isn't told, or
  /// lies outside.
  static func place(in request: Request) -> (code: String, cursor: Int) {
    let code = request.content.string("code") ?? ""
    let count = code.unicodeScalars.count
    return (code, min(max(0, request.content.integer("cursor_pos") ?? count), count))
  }

  /// The files that begin as written, each with the quote that ends its name where it needs one.
  private static func paths(_ file: CompletionList.FilePrefix) -> [String] {
    FileNames.beginning(with: file.text).map { path in
      file.needsQuotes && !path.hasSuffix("/") ? path + "\"" : path
    }
  }

  private func reply(
    to request: Request, _ start: Int, _ end: Int, matches: [String], typed: [JSONValue]
  ) {
    channels.confirm(
      request,
      [
        "matches": .array(matches.map(JSONValue.string)), "cursor_start": .integer(start),
        "cursor_end": .integer(end),
        "metadata": typed.isEmpty
          ? .object([:]) : .object(["_jupyter_types_experimental": .array(typed)]),
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
