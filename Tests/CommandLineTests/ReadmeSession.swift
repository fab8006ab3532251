import Foundation

/// A command of the README and what it shows; `…` stands for text that is left out.
struct ReadmeCommand {
  let line: String
  let shown: [String]

  /// True when `output` is what is shown, with anything in the place of each `…`.
  func matches(_ output: String) -> Bool {
    Self.matches(Self.trimmed(output.components(separatedBy: "\n"))[...], shown[...])
  }

  private static func matches(_ lines: ArraySlice<String>, _ shown: ArraySlice<String>) -> Bool {
    guard let first = shown.first else { return lines.isEmpty }
    let rest = shown.dropFirst()
    if first.trimmingCharacters(in: .whitespaces) == "…" {
      return (lines.startIndex...lines.endIndex).contains { matches(lines[$0...], rest) }
    }
    guard let line = lines.first, fits(line, first) else { return false }
    return matches(lines.dropFirst(), rest)
  }

  private static func fits(_ line: String, _ shown: String) -> Bool {
    guard shown.hasSuffix("…") else { return line == shown }
    return line.hasPrefix(shown.dropLast())
  }

  /// Without the empty lines at its ends.
  static func trimmed(_ lines: [String]) -> [String] {
    var rest = lines[...]
    while rest.first?.isEmpty ?? false { rest.removeFirst() }
    while rest.last?.isEmpty ?? false { rest.removeLast() }
    return Array(rest)
  }
}

/// The README's sessions.
enum Readme {
  /// The blocks between fences that begin with a command, each as its commands: lines behind `mark`.
  static func sessions(mark: String) throws -> [[ReadmeCommand]] {
    let file = Folder.package.appendingPathComponent("README.md")
    let blocks = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n```")
    let fenced = blocks.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    return fenced.map { commands(in: $0, mark: mark) }.filter { !$0.isEmpty }
  }

  private static func commands(in block: String, mark: String) -> [ReadmeCommand] {
    let parts = block.components(separatedBy: "\n\(mark)").dropFirst()
    return parts.map { part in
      let lines = part.components(separatedBy: "\n")
      return ReadmeCommand(
        line: lines[0], shown: ReadmeCommand.trimmed(Array(lines.dropFirst())))
    }
  }
}
