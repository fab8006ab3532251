import Nines

extension Complaint {
  /// Lines for people; excerpts of the text fit in `width` columns where there is a width.
  package func text(_ style: TextStyle, width: Int?) -> String {
    switch self {
    case .refusal(let diagnostic, let source):
      DiagnosticRenderer(source: source, width: width, style: style)
        .render(diagnostic.withValues(in: source))
    case .warning(let warning, let source):
      DiagnosticRenderer(source: source, width: width, style: style).renderWarning(warning)
    case .sentence(let sentence, _, _):
      "\(style.marked("error:", .bold, .red)) \(sentence.printable())"
    }
  }
}

extension JSONValue {
  /// `"kind":"error"`, or `"kind":"warning"` with the same keys.
  init(_ complaint: Complaint) {
    switch complaint {
    case .refusal(let diagnostic, let source):
      self.init(diagnostic, in: source, kind: "error")
    case .warning(let warning, let source): self.init(warning, in: source, kind: "warning")
    case .sentence(let sentence, let code, let row):
      self = .object([
        "schema": .integer(1), "kind": .string("error"), "code": .string(code),
        "message": .string(sentence), "line": row.map { .integer($0) } ?? .null, "column": .null,
        "length": .null, "fix": .null,
      ])
    }
  }

  private init(_ diagnostic: Diagnostic, in source: SourceText, kind: String) {
    let place = source.position(of: diagnostic.span.offset)
    self = .object([
      "schema": .integer(1), "kind": .string(kind), "code": .string(diagnostic.code.rawValue),
      "message": .string(diagnostic.message), "line": .integer(place.line),
      "column": .integer(place.column),
      "length": .integer(source.text(in: diagnostic.span).count),
      "fix": diagnostic.fix.map { .string($0) } ?? .null,
    ])
  }
}
