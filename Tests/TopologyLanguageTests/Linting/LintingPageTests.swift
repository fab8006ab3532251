import Foundation
import Testing

@testable import TopologyLanguage

/// The page about the rules says what the rules say.
@Suite("Lint: the page of rules")
struct LintingPageTests {
  private static let page = try? String(
    contentsOf: URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Documentation/Linting.md"),
    encoding: .utf8)

  @Test("has a row for each rule, in their order, with its reason")
  func rows() throws {
    let rows = try #require(Self.page).split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == LintRule.allCases.count)
    for (row, rule) in zip(rows, LintRule.allCases) {
      #expect(row.hasPrefix("| `\(rule.rawValue)` |"))
      let reason = rule.reason.prefix(1).uppercased() + rule.reason.dropFirst()
      #expect(row.hasSuffix("| \(reason). |"))
    }
  }

  @Test("shows what is found, and what is allowed")
  func examples() throws {
    let page = try #require(Self.page)
    let source = SourceText(
      "zones az: 3, mtbf 2y, mttr 1h\nstore db: 1 of 2, 99.9%, mttr 1h, in az.1",
      name: "shop.nines")
    let finding = try #require(Linter.findings(of: source).first)
    #expect(page.contains(DiagnosticRenderer(source: source).brief(finding)))
    let allowed = try #require(page.split(separator: "\n").last { $0.contains("# lint: allow") })
    #expect(lint("zones az: 3, 99.9%\n" + allowed) == [])
  }
}
