import TerminalText
import Testing

@Suite("Styles of text")
struct TextStyleTests {
  @Test("plain text has no escapes, coloured text ends each of its own")
  func marks() {
    #expect(TextStyle.plain.marked("a", .bold, .red) == "a")
    #expect(TextStyle.coloured.marked("a", .bold, .red) == "\u{1B}[1;31ma\u{1B}[0m")
    #expect(TextStyle.coloured.marked("a", .dim) == "\u{1B}[2ma\u{1B}[0m")
  }

  @Test("nothing is written around nothing")
  func empty() {
    #expect(TextStyle.coloured.marked("", .dim) == "")
    #expect(TextStyle.coloured.marked("a") == "a")
  }
}
