import Foundation

/// What was typed in a transcript: `$ nines` with its words, and lines of standard input, each behind
/// a `<`.
struct ShellLine {
  let words: [String]
  let input: String

  init(_ text: String) {
    let lines = text.components(separatedBy: "\n")
    let command = lines.first { $0.hasPrefix("$ nines") } ?? ""
    words = Self.words(of: command.dropFirst("$ nines".count))
    input = lines.filter { $0.hasPrefix("<") }.map { $0.dropFirst(2) + "\n" }.joined()
  }

  /// Words are separated by blanks; single quotes keep blanks together.
  private static func words(of command: Substring) -> [String] {
    command.components(separatedBy: "'").enumerated().flatMap { place, part in
      place.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [part]
    }
  }

  func run() throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(words, input: Data(input.utf8), folder: Folder.transcripts)
  }
}
