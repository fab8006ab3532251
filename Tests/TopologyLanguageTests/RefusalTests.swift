import Testing

@testable import TopologyLanguage

/// A text that is refused, the code, the marked text and the text with the first fix pasted.
struct Refused: CustomTestStringConvertible, Sendable {
  let text: String
  let code: DiagnosticCode
  let marked: String
  let fixed: String?

  init(_ text: String, _ code: DiagnosticCode, _ marked: String, fixed: String? = nil) {
    self.text = text
    self.code = code
    self.marked = marked
    self.fixed = fixed
  }

  var testDescription: String { text }
}

@Suite("Refusals: code, place and fix")
struct RefusalTests {
  @Test("operators and parentheses", arguments: RefusalTables.operators)
  func operators(refused: Refused) throws { try check(refused) }

  @Test("numbers", arguments: RefusalTables.numbers)
  func numbers(refused: Refused) throws { try check(refused) }

  @Test("units and dimensions", arguments: RefusalTables.dimensions)
  func dimensions(refused: Refused) throws { try check(refused) }

  @Test("words", arguments: RefusalTables.words)
  func words(refused: Refused) throws { try check(refused) }

  @Test("declarations and clauses", arguments: RefusalTables.declarations)
  func declarations(refused: Refused) throws { try check(refused) }

  @Test("questions", arguments: RefusalTables.questions)
  func questions(refused: Refused) throws { try check(refused) }

  @Test("characters", arguments: RefusalTables.characters)
  func characters(refused: Refused) throws { try check(refused) }

  private func check(_ refused: Refused) throws {
    let diagnostic = try #require(refusal(refused.text))
    #expect(diagnostic.code == refused.code)
    #expect(SourceText(refused.text).text(in: diagnostic.span) == refused.marked)
    #expect(diagnostic.fix.map { paste($0, over: diagnostic, in: refused.text) } == refused.fixed)
    for fix in diagnostic.fixes {
      let remaining = refusal(paste(fix, over: diagnostic, in: refused.text))
      #expect(remaining?.code != diagnostic.code)
    }
  }

  @Test("a meaning that can't be told offers both fixes")
  func bothFixes() throws {
    #expect(refusal("service s: mtbf 5m")?.fixes == ["5min", "5mo"])
    #expect(refusal("a & b | c")?.fixes == ["(a & b) | c", "a & (b | c)"])
    #expect(refusal("3.5 nines")?.fixes == ["99.95%", "99.9684%"])
    #expect(refusal("a b")?.fixes == [" & ", " | "])
  }

  @Test("the first mistake is reported, whichever stage finds it")
  func order() {
    #expect(refusal("a b\n\"open")?.code == .missingOperator)
    #expect(refusal("a & \"open")?.code == .unclosedQuote)
    #expect(refusal("a\nb | 99,5%")?.code == .decimalComma)
  }
}
