import Foundation
import Testing

@Suite("Streams")
struct StreamTests {
  @Test(
    "that are closed or full are told in a sentence",
    arguments: [
      ("nines <&-", "error: standard input cannot be read: Bad file descriptor\n"),
      ("nines 99% >&-", "error: standard output cannot be written: Bad file descriptor\n"),
      (
        "nines 99% >/dev/full",
        "error: standard output cannot be written: No space left on device\n"
      ),
      ("nines lint </dev/null >/dev/full", ""),
      ("nines fmt </dev/null", ""),
    ])
  func closed(line: String, sentence: String) throws {
    let outcome = try BuiltProgram.shell(line)
    #expect(outcome.output == sentence)
    #expect(outcome.status == (sentence.isEmpty ? 0 : 2))
  }

  @Test("whose reader has enough end the program without a word")
  func pipe() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    // More than a pipe holds, so that the program still writes when its reader has gone.
    let text = (0..<10_000).map { "part\($0) = 99.9%\n" }.joined()
    try folder.write("big.nines", Data(text.utf8))
    let line = "(nines fmt <big.nines; echo ended with $? >&2) | head -1"
    let outcome = try BuiltProgram.shell(line, in: folder.url)
    // 128 and SIGPIPE, as shells count. The reader may print its line later than that.
    let lines = outcome.output.split(separator: "\n").sorted()
    #expect(lines == ["ended with 141", "part0 = 99.9%"])
  }

  @Test("show no control characters of a file's name")
  func controlCharacters() throws {
    let outcome = try BuiltProgram.shell("nines \"$(printf 'a\\033[2J\\rb.nines')\"")
    #expect(outcome.output.hasPrefix("error:") && outcome.output.contains("a\u{FFFD}[2J b.nines"))
    #expect(outcome.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    #expect(outcome.status == 2)
  }

  @Test(
    "have colours where the environment or a flag asks for them",
    arguments: [
      ("nines 99%", [:], false), ("nines 99%", ["CLICOLOR_FORCE": "1"], true),
      ("nines 99%", ["CLICOLOR_FORCE": "0"], false),
      ("nines 99%", ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
      ("nines 99% --color always", ["NO_COLOR": "1", "TERM": "dumb"], true),
      ("nines 99% --color never", ["CLICOLOR_FORCE": "1"], false),
      ("nines why x", ["CLICOLOR_FORCE": "1"], true),
      ("nines 99% --json", ["CLICOLOR_FORCE": "1"], false),
      ("nines 99% --format csv", ["CLICOLOR_FORCE": "1"], false),
      ("nines 99% --format markdown --color always", [:], false),
    ] as [(String, [String: String], Bool)])
  func colours(line: String, environment: [String: String], isColoured: Bool) throws {
    let output = try BuiltProgram.shell(line, environment: environment).output
    #expect(output.contains("\u{1B}[") == isColoured)
  }

  @Test("are given back where a line never ends")
  func endless() {
    #expect(throws: BuiltProgram.Failure.self) {
      try BuiltProgram.shell("sleep 600 | cat", limit: 0.5)
    }
  }
}
