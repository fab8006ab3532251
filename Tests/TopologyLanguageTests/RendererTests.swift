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

  @Test("words are near when two slips apart")
  func spelling() {
    #expect(Spelling.distance(Array("mtfb".utf8), Array("mtbf".utf8)) == 1)
    #expect(Spelling.distance(Array("".utf8), Array("abc".utf8)) == 3)
    #expect(Spelling.nearest(to: "falover", among: ["failover", "manual"]) == "failover")
    #expect(Spelling.nearest(to: "xyz", among: ["in", "mtbf"]) == nil)
  }
}
