import Foundation
import Testing
import TopologyLanguage

/// The help as the built program gives it, and its examples as it answers them.
@Suite("Help on the command line")
struct HelpTests {
  private static let words = HelpTopic.all.filter { !$0.examples.isEmpty }.map(\.word)
    .filter { hasLibrary || !["fit", "posterior"].contains($0) }

  /// Fits and posteriors need the GNU Scientific Library; without it they are refused by name.
  private static var hasLibrary: Bool {
    #if GSL
      true
    #else
      false
    #endif
  }

  @Test("has examples that the program answers without a word of complaint", arguments: words)
  func examples(word: String) throws {
    for example in try #require(HelpTopic.named(word)).examples {
      let outcome = try BuiltProgram.run(
        [], input: Data((example + "\n").utf8), folder: Folder.transcripts)
      #expect(outcome.status == 0 || outcome.status == 1, "\(example)")
      #expect(outcome.errors.isEmpty, "\(example): \(outcome.errors)")
      #expect(!outcome.output.isEmpty)
    }
  }

  @Test("is given for words and for ideas of several words")
  func topics() throws {
    for words in [["help", "mttr"], ["help", "error", "budget"]] {
      let outcome = try BuiltProgram.run(words)
      #expect(outcome.status == 0)
      let topic = try #require(HelpTopic.named(words.dropFirst().joined(separator: " ")))
      #expect(outcome.output == topic.page + "\n")
    }
  }

  @Test("is that of a command where the language has no such word")
  func commands() throws {
    let outcome = try BuiltProgram.run(["help", "fmt"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("USAGE: nines fmt"))
  }

  @Test("says which word was meant")
  func misspelt() throws {
    let outcome = try BuiltProgram.run(["help", "mtr"])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("did you mean 'mttr'?"))
  }

  @Test("tells what a name stands for")
  func information() throws {
    let text = "store db: 1 of 2, 99%\nservice web: 2 of 3, 99%, needs db\ninfo db\n"
    let outcome = try BuiltProgram.run([], input: Data(text.utf8))
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("store db: 1 of 2, 99%"))
    #expect(outcome.output.contains("web"))
  }

  @Test("refuses words of the prompt outside of it", arguments: ["undo", "save x", "edit", "quit"])
  func promptWords(entry: String) throws {
    let outcome = try BuiltProgram.run([], input: Data(entry.utf8))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("is a word of the prompt: start `nines` without words"))
  }
}
