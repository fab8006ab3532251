import Testing

@testable import TopologyLanguage

/// Comments that silence a rule.
@Suite("Lint: what is allowed")
struct LintingAllowanceTests {
  private static let silent = [
    "a = 99%  # lint: allow unused\nsystem s = 99%",
    "# lint: allow unused\na = 99%\nsystem s = 99%",
    "# lint: allow unused: the notebook asks about it\n# and a second line\n\na = 99%\nsystem s = 99%",
    "# lint: allow unused, low-availability\na = 9.99%\nsystem s = 99%",
    "a = 9.99%  # lint: allow unused low-availability\nsystem s = 99%",
    "zones az: 3, 99%\n# lint: allow domain-loss\nservice web {\n  3 per az\n  need 7\n  99%\n}",
    "zones az: 3, 99%\nservice web {\n  3 per az  # lint: allow domain-loss\n  need 7\n  99%\n}",
    "#lint: allow same-thing-twice\nsystem s = 99% & (b | b)\nb = 99%",
  ]

  @Test("a comment beside or above silences its rules", arguments: silent)
  func allowed(text: String) {
    #expect(lint(text) == [])
  }

  /// Texts, the rules that are told, and the words of the comment that is wrong.
  private static let flawed: [(text: String, rules: [String], words: String?)] = [
    ("# lint: allow unused\nsystem s = 99%", ["lint-comment"], "unused"),
    ("# lint: allow unsued\na = 99%\nsystem s = 99%", ["lint-comment", "unused"], "unsued"),
    ("# lint: allow\nsystem s = 99%", ["lint-comment"], "# lint: allow"),
    ("# lint: ignore unused\nsystem s = 99%", ["lint-comment"], "# lint: ignore unused"),
    (
      "# lint: allow duplicate-name\na = 99%\na = 98%", ["lint-comment", "duplicate-name"],
      "duplicate-name"
    ),
    // Of another statement.
    (
      "# lint: allow unused\nsystem s = 99%\na = 99%", ["lint-comment", "unused"], "unused"
    ),
    ("system s = 99%\n# lint: allow unused", ["lint-comment"], "unused"),
    // In a text, not in a comment.
    ("\"# lint: allow unused\" = 99%\nsystem s = 99%", ["unused"], nil),
  ]

  @Test("a comment that silences nothing is told itself", arguments: flawed)
  func wrong(example: (text: String, rules: [String], words: String?)) {
    let findings = lint(example.text)
    #expect(findings.map(\.rule) == example.rules)
    guard let words = example.words else { return }
    let comment = findings.first { $0.rule == "lint-comment" }
    #expect(comment.map { SourceText(example.text).text(in: $0.span) } == words)
  }

  @Test("a misspelt rule is told with the nearest one")
  func spelling() throws {
    let finding = try #require(lint("# lint: allow unsued\na = 99%\nsystem s = 99%").first)
    #expect(finding.fix == "unused")
  }
}
