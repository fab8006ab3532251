import TopologyLanguage

extension JSONValue {
  /// `"kind":"finding"`: what the linter found in `source`, whose name is `file`; `length` counts
  /// characters, and `fix` replaces exactly that text.
  public init(_ finding: LintFinding, in source: SourceText) {
    let place = source.position(of: finding.span.offset)
    self = .object([
      "schema": .integer(1), "kind": .string("finding"), "rule": .string(finding.rule),
      "severity": .string(finding.severity.rawValue), "message": .string(finding.message),
      "file": .string(source.name), "line": .integer(place.line), "column": .integer(place.column),
      "length": .integer(source.text(in: finding.span).count),
      "fix": finding.fix.map { .string($0) } ?? .null,
      "notes": .array(finding.notes.map { .string($0) }),
    ])
  }
}
