import Evaluation
import Testing

@Suite("Pasted lines")
struct PastedEntriesTests {
  @Test(
    "are one entry between words of the prompt",
    arguments: [
      ("a = 99%\nb = a\nb\n", ["a = 99%\nb = a\nb\n"]),
      ("load x.nines\nshow shop\nundo\n", ["load x.nines\n", "show shop\n", "undo\n"]),
      (
        "a = 99%\na\nset a.availability 98%\nlist\n",
        ["a = 99%\na\n", "set a.availability 98%\n", "list\n"]
      ),
      (
        "service web {\n  2 of 3\n\n  99%\n}\nquit\n",
        ["service web {\n  2 of 3\n\n  99%\n}\n", "quit\n"]
      ),
      ("\n\n", []),
    ])
  func entries(lines: String, entries: [String]) {
    #expect(Workspace.entries(of: lines) { $0 == "quit" }.map(trimmed) == entries.map(trimmed))
  }

  private func trimmed(_ entry: String) -> String {
    entry.split(separator: "\n").joined(separator: "\n")
  }
}
