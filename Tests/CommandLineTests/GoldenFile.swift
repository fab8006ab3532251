import Foundation

/// A file of cases, each an input and the output that it must have.
///
///     === the name of the case
///     the input, any number of lines
///     ---
///     the expected output
///
/// With `NINES_RECORD=1` in the environment of `swift test` the expected outputs are written anew
/// from what the program says. Read the difference before committing it: a recorded output is what
/// the program does, not what it should do.
struct GoldenFile {
  struct Case {
    let name: String
    let input: String
    let expected: String
  }

  let file: URL
  let cases: [Case]

  static var isRecording: Bool { ProcessInfo.processInfo.environment["NINES_RECORD"] == "1" }

  init(_ file: URL) throws {
    self.file = file
    let text = try String(contentsOf: file, encoding: .utf8)
    cases = ("\n" + text).components(separatedBy: "\n=== ").dropFirst().map(Self.read)
  }

  private static func read(_ section: String) -> Case {
    let lines = section.components(separatedBy: "\n")
    let input = lines.dropFirst().prefix { $0 != "---" }
    var output = lines.dropFirst(input.count + 2)
    while output.last == "" { output.removeLast() }
    return Case(
      name: lines[0], input: trimmed(input), expected: output.joined(separator: "\n"))
  }

  /// The blank line at the end of a file is none of the input.
  private static func trimmed(_ lines: ArraySlice<String>) -> String {
    var lines = lines
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Writes the file anew, with `outputs` in the order of the cases.
  func record(_ outputs: [String]) throws {
    let sections = zip(cases, outputs).map { golden, output in
      "=== \(golden.name)\n\(golden.input)\n---\n\(output)\n"
    }
    try sections.joined().write(to: file, atomically: true, encoding: .utf8)
  }

  /// The files in a folder beside the tests, in alphabetical order.
  static func files(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}

/// Where the tests' own data is.
enum Folder {
  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let package = tests.deletingLastPathComponent().deletingLastPathComponent()
  static let wrongInputs = tests.appendingPathComponent("WrongInputs")
  static let transcripts = tests.appendingPathComponent("Transcripts")
}
