import Foundation
import Testing
import TopologyLanguage

/// The four systems of the language's own page use words of later stages. They parse; the checker
/// refuses those words by name, and none is accepted and then ignored.
@Suite("The four systems of the language's page")
struct LanguagePageTests {
  @Test("parse unchanged", arguments: PageSystem.all)
  func parses(system: PageSystem) throws {
    #expect(try !Parser.parse(SourceText(system.text)).statements.isEmpty)
  }

  @Test("are refused word by word until no later stage is needed", arguments: PageSystem.all)
  func refused(system: PageSystem) throws {
    var text = system.text
    var refused: [String] = []
    while let diagnostic = flaw(of: text), refused.count < 40 {
      #expect(diagnostic.code == .notYet, "\(diagnostic.message)")
      let word = try #require(system.laterWords.first { diagnostic.message.hasPrefix("'\($0)'") })
      refused.append(word)
      text = try #require(system.without(word, in: text), "'\(word)' is gone and still refused")
    }
    #expect(refused.sorted() == system.refusedWords)
  }

  @Test("answer without them")
  func answers() throws {
    for name in ["site", "shop", "world"] {
      let outcome = try BuiltProgram.run(["\(name).nines"], folder: Folder.transcripts)
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix(name))
      #expect(outcome.errors.isEmpty)
    }
  }

  private func flaw(of text: String) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try Checker.check(SourceText(text))
      return nil
    } catch {
      return error
    }
  }
}
