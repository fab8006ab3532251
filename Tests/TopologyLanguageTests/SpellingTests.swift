import Testing

@testable import TopologyLanguage

@Suite("Near words")
struct SpellingTests {
  @Test("short words have one slip, and longer ones two")
  func slips() {
    #expect(Spelling.nearest(to: "site", among: ["with"]) == nil)
    #expect(Spelling.nearest(to: "lits", among: ["list"]) == "list")
    #expect(Spelling.nearest(to: "wiht", among: ["with"]) == "with")
    #expect(Spelling.nearest(to: "servcie", among: ["service"]) == "service")
    #expect(Spelling.nearest(to: "sevce", among: ["service"]) == "service")
    #expect(Spelling.nearest(to: "colour", among: ["format", "color", "width"]) == "color")
  }

  @Test("signs and words without a letter in common are near nothing")
  func signs() {
    #expect(Spelling.nearest(to: "k", among: ["=", "%", "x", "of"]) == nil)
    #expect(HelpTopic.nearest(to: "k") == nil)
    #expect(Spelling.nearest(to: "=", among: ["&"]) == nil)
  }

  @Test("an unknown name has no far word of the language for a fix")
  func unknownName() {
    do throws(Diagnostic) {
      _ = try Checker.check(SourceText("site"))
      Issue.record("accepted")
    } catch {
      #expect(!error.message.contains("did you mean"), "\(error.message)")
      #expect(error.fixes.isEmpty)
    }
  }
}
