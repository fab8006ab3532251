import TerminalText
import Testing

@testable import TopologyLanguage

@Suite("Diagnostics for people")
struct RendererTests {
  private func render(_ text: String) throws -> String {
    let diagnostic = try #require(refusal(text))
    return DiagnosticRenderer(source: SourceText(text, name: "shop.nines")).render(diagnostic)
  }

  @Test("sentence, place, line, caret and both fixes")
  func whole() throws {
    #expect(
      try render("a = 99%\nservice web: mtbf 5m # five") == """
        error: 'm' is a minute to some tools and a month to others; write 5min or 5mo
         --> shop.nines:2:19
          |
        2 | service web: mtbf 5m # five
          |                   ^^
        fix: 5min
         or: 5mo
        """)
  }

  @Test("missing text is inserted, superfluous text removed")
  func insertion() throws {
    #expect(try render("(a & b").hasSuffix("  |       ^\nfix: insert )"))
    #expect(try render("a)").hasSuffix("  |  ^\nfix: remove )"))
  }

  @Test("the caret stands below its character behind tabs and wide characters")
  func columns() throws {
    #expect(try render("\t99.95").contains("  | \t^^^^^"))
    #expect(try render("\"東京\" & 99.95").contains("  |          ^^^^^"))
    #expect(try render("\"東京\" & 99.95").contains("shop.nines:1:8"))
  }

  @Test("long lines are cut around the span")
  func cutting() throws {
    let names = Array(repeating: "name", count: 500).joined(separator: " & ")
    let text = try render("\(names) & 99.95 & \(names)")
    #expect(text.split(separator: "\n").allSatisfy { $0.count < 130 })
    #expect(text.contains("99.95") && text.contains("^^^^^\n"))
  }

  @Test(
    "the caret stands below its character on a terminal of any width",
    arguments: [0, 20, 25, 39, 40, 80, 200])
  func narrow(width: Int) throws {
    let names = Array(repeating: "東京", count: 20).map { "\"\($0)\"" }.joined(separator: " & ")
    let text = "a = \(names)\t& 99.95 & b"
    let renderer = DiagnosticRenderer(source: SourceText(text), width: width)
    let lines = renderer.render(try #require(refusal(text))).split(separator: "\n")
    #expect(lines[2...4].allSatisfy { $0.terminalColumns <= max(width, 20) })
    let caret = try #require(lines[4].firstRange(of: "^"))
    let column = lines[4][..<caret.lowerBound].terminalColumns
    let number = try #require(lines[3].firstRange(of: "99"))
    #expect(lines[3][..<number.lowerBound].terminalColumns == column)
  }

  @Test("labels and the caret are coloured where that is asked for, and nothing else changes")
  func coloured() throws {
    let source = SourceText("a)")
    let diagnostic = try #require(refusal("a)"))
    let plain = DiagnosticRenderer(source: source).render(diagnostic)
    let coloured = DiagnosticRenderer(source: source, style: .coloured).render(diagnostic)
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.hasPrefix("\u{1B}[1;31merror:\u{1B}[0m "))
    #expect(coloured.contains("\u{1B}[1;31m^\u{1B}[0m\n\u{1B}[32mfix:\u{1B}[0m remove )"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test("what a text holds can't command a terminal")
  func controls() throws {
    let text = "\"x\u{1B}[31m\" & \u{7} & \u{9B}"
    let source = SourceText(text, name: "a\u{1B}b")
    let shown = DiagnosticRenderer(source: source).render(try #require(refusal(text)))
    #expect(!shown.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0 == "\u{9B}" })
    #expect(shown.contains("1 | \"x\u{FFFD}[31m\" & \u{FFFD} & \u{FFFD}"))
  }

  @Test("a warning is one line with its place and what to write")
  func warning() throws {
    let span = SourceSpan(offset: 4, length: 1)
    let warning = Diagnostic(.unexpectedCharacter, "nothing uses it", at: span, fixes: [" b"])
    let renderer = DiagnosticRenderer(source: SourceText("a = c", name: "x"))
    #expect(renderer.renderWarning(warning) == "warning: x:1:5: nothing uses it; write it `b`")
  }

  @Test("words are near when two slips apart")
  func spelling() {
    #expect(Spelling.distance(Array("mtfb".utf8), Array("mtbf".utf8)) == 1)
    #expect(Spelling.distance(Array("".utf8), Array("abc".utf8)) == 3)
    #expect(Spelling.nearest(to: "falover", among: ["failover", "manual"]) == "failover")
    #expect(Spelling.nearest(to: "xyz", among: ["in", "mtbf"]) == nil)
  }
}
