import Testing

/// What the program tells the completion scripts of shells.
@Suite("Completion on the shell")
struct ShellCompletionTests {
  private func words(behind typed: String) throws -> [String] {
    let outcome = try BuiltProgram.shell(
      "nines ---completion answer -- positional@0 1 \(typed.utf8.count) nines \(typed)")
    #expect(outcome.status == 0)
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test("offers words of the language and none of the prompt alone")
  func promptWords() throws {
    #expect(try words(behind: "e") == ["explain"])
    #expect(try words(behind: "un").isEmpty)
    let beginnings = try words(behind: "s")
    #expect(beginnings.contains("show") && beginnings.contains("simulate"))
    #expect(!beginnings.contains("set") && !beginnings.contains("save"))
    #expect(try words(behind: "ca") == ["catalogue"])
  }
}
