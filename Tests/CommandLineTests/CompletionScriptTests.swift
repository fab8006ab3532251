import Foundation
import Testing

@Suite(
  "Completions of the shell",
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")))
struct CompletionScriptTests {
  @Test(
    "offer commands, files, options, and the language with the file's names",
    arguments: [
      ("nines l", "lint"), ("nines sh", "shop.nines"), ("nines shop.nines why c", "checkout"),
      ("nines shop.nines check checkout m", "meets"), ("nines shop.nines --format j", "json"),
      ("nines fmt sh", "shop.nines"), ("nines answer shop.nines why c", "checkout"),
      ("nines lint --ru", "--rules"),
    ])
  func words(typed: String, offered: String) throws {
    #expect(try candidates(for: typed).contains(offered), "\(typed)")
  }

  @Test("offer no command where none stands")
  func noCommand() throws {
    #expect(try !candidates(for: "nines shop.nines why f").contains("fit"))
  }

  /// What bash would offer behind `typed`.
  private func candidates(for typed: String) throws -> [String] {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let shop = scratch.url.appendingPathComponent("shop.nines")
    try "checkout = 99.9%\n".write(to: shop, atomically: true, encoding: .utf8)
    let script = scratch.url.appendingPathComponent("complete.bash")
    try Self.script(typed).write(to: script, atomically: true, encoding: .utf8)
    let output = try BuiltProgram.shell("/bin/bash complete.bash", in: scratch.url).output
    return output.split(separator: "\n").map(String.init)
  }

  /// Does what bash does at the Tab key.
  private static func script(_ typed: String) -> String {
    """
    source <(nines --generate-completion-script bash)
    COMP_LINE='\(typed)'
    COMP_POINT=${#COMP_LINE}
    read -r -a COMP_WORDS <<< "$COMP_LINE"
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _nines_or_answer nines "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    printf '%s\\n' "${COMPREPLY[@]}"
    """
  }
}
