import Evaluation
import Nines
import Testing

@Suite("An entry in one line")
struct EntryLineTests {
  @Test(
    "says what its lines say",
    arguments: [
      "service web {\n  2 of 3, mtbf 30d\n  mttr 5min\n}\n",
      "a = (99%\n  & 98%)\n", "a = 99% &\n  98%\n", "a = 99%\nb = 98%\na & b\n",
      "service order {\n  2 of 3, 99%\n  needs a &\n    b\n}\na = 99%\nb = 99%\n",
      "x = \"a # b\" and\n  99%\n\"a # b\" = 99%\n",
      "zones az: 3, 99%\nstore s: 1 of 2, 99%,\n across az\n",
    ])
  func sameMeaning(entry: String) throws {
    let line = EntryLine.text(of: entry)
    #expect(!line.contains("\n"))
    #expect(
      canonical(try Parser.parse(SourceText(line)))
        == canonical(try Parser.parse(SourceText(entry))))
  }

  /// The text of a program without its comments.
  private func canonical(_ program: Program) -> [Statement.Content] {
    program.statements.map(\.content)
  }

  @Test("of a single line is that line without its comment")
  func single() {
    #expect(EntryLine.text(of: "  help mttr \n") == "help mttr")
    #expect(EntryLine.text(of: "a = 99%  # lb\n") == "a = 99%")
    #expect(EntryLine.text(of: "\n\n") == "")
  }
}
