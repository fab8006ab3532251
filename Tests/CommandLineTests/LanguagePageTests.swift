import Testing
import TopologyLanguage

/// The four systems of the language's own page.
@Suite("The four systems of the language's page")
struct LanguagePageTests {
  @Test("are understood word for word", arguments: PageSystem.all)
  func understood(system: PageSystem) throws {
    let program = try Checker.check(SourceText(system.text))
    #expect(!program.answerable.isEmpty)
    #expect(program.warnings.isEmpty)
  }

  @Test("answer as files")
  func answers() throws {
    for name in ["site", "shop", "world"] {
      let outcome = try BuiltProgram.run(["\(name).nines"], folder: Folder.transcripts)
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix(name))
      #expect(outcome.errors.isEmpty)
    }
  }
}
