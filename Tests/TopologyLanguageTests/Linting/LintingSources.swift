@testable import TopologyLanguage

/// What the linter finds in `text`.
func lint(_ text: String) -> [LintFinding] { Linter.findings(of: SourceText(text)) }

/// `text` with the span of `finding` replaced by `fix`.
func paste(_ fix: String, over finding: LintFinding, in text: String) -> String {
  let bytes = Array(text.utf8)
  return String(decoding: bytes[..<finding.span.offset], as: UTF8.self) + fix
    + String(decoding: bytes[finding.span.end...], as: UTF8.self)
}
