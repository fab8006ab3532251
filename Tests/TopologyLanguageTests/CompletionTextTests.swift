import Foundation
import Testing

@testable import TopologyLanguage

/// Completion in the texts of the project.
@Suite("Completion in whole texts")
struct CompletionTextTests {
  @Test("offers every word of the project's texts where it stands", arguments: ProjectText.all)
  func words(text: ProjectText) {
    let source = SourceText(text.content)
    let completer = Completer(names: KnownName.all(in: source))
    for word in StandingWord.all(in: source) {
      for length in Set([word.offset % 2, (word.text.utf8.count + 1) / 2]) {
        let list = completer.complete(text.content, at: word.offset + length)
        let texts = list.candidates.map(\.text)
        #expect(
          texts.contains(word.text),
          "\(word.text) at \(word.offset), \(length) bytes typed: \(texts)")
        #expect(list.replaced == SourceSpan(offset: word.offset, length: length))
      }
    }
  }

  @Test("ends at any place of what the transcripts hold, mistakes and answers included")
  func transcripts() throws {
    let completer = Completer(names: KnownName.all(in: SourceText(Systems.shop)))
    for text in try ProjectText.transcripts() {
      for length in stride(from: 0, through: text.utf8.count, by: 223) {
        #expect(completer.complete(text, at: length).replaced.end == length)
      }
    }
  }

  @Test("is fast behind a thousand definitions")
  func speed() {
    let text = (1...1_000).map { "service web-\($0): 2 of 3, mtbf 30d, mttr 5min, needs db\n" }
    let completer = Completer()
    let whole = text.joined() + "service x: 2 of 3, "
    let clock = ContinuousClock()
    var list = CompletionList(replacing: SourceSpan(offset: 0, length: 0))
    let times = (0..<5).map { _ in
      clock.measure { list = completer.complete(whole, at: whole.utf8.count) }
    }
    #expect(list.candidates.contains { $0.text == "mtbf" })
    #expect(times.min() ?? .zero < .seconds(1))
  }

  @Test("ends at any place of any text", arguments: ProjectText.all)
  func prefixes(text: ProjectText) {
    let bytes = Array(text.content.utf8)
    let completer = Completer(names: KnownName.all(in: SourceText(text.content)))
    for length in stride(from: 0, through: bytes.count, by: 17) {
      let list = completer.complete(text.content, at: length)
      #expect(list.replaced.end == length)
    }
  }
}

/// A text of the project.
struct ProjectText: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let content: String

  private static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let folders = [
    "Sources/TopologyLanguage/Library", "Examples", "Tests/CommandLineTests/Transcripts",
  ]

  /// The cases of the transcripts, each with its answers.
  static func transcripts() throws -> [String] {
    let url = package.appendingPathComponent("Tests/CommandLineTests/Transcripts")
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
    return try names.sorted().filter { $0.hasSuffix(".txt") }.flatMap { name in
      try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
        .components(separatedBy: "\n=== ")
    }
  }

  static let all: [ProjectText] = folders.flatMap { folder in
    let url = package.appendingPathComponent(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".nines") }.compactMap { name in
      let content = try? String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
      return content.map { ProjectText(testDescription: "\(folder)/\(name)", content: $0) }
    }
  }
}

/// A word of a text that a completion must offer: no new name and no number.
private struct StandingWord {
  let text: String
  let offset: Int

  static func all(in source: SourceText) -> [StandingWord] {
    var lexer = Lexer(source)
    lexer.run()
    let tokens = lexer.tokens
    let known = Set(KnownName.all(in: source).filter { $0.kind != .free }.map(\.text))
    return tokens.indices.compactMap { place in
      let text = source.text(in: tokens[place].span)
      guard tokens[place].kind == .word, !isNew(place, tokens),
        tokens[place].keyword != nil || known.contains(text)
      else { return nil }
      return StandingWord(text: text, offset: tokens[place].span.offset)
    }
  }

  private static func isNew(_ place: Int, _ tokens: [Token]) -> Bool {
    if tokens[place + 1].kind == .equals { return true }
    guard place > 0, let keyword = tokens[place - 1].keyword, tokens[place].keyword == nil else {
      return false
    }
    return keyword.beginsDeclaration && (place == 1 || tokens[place - 2].endsStatement)
  }
}
