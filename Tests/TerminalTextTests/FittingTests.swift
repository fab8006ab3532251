import TerminalText
import Testing

@Suite("Texts in columns")
struct FittingTests {
  @Test(
    "blanks are added up to the columns",
    arguments: [("ab", 4, "ab  "), ("可", 4, "可  "), ("abcd", 3, "abcd"), ("", 2, "  ")])
  func padded(text: String, columns: Int, expected: String) {
    #expect(text.padded(toColumns: columns) == expected)
  }

  @Test(
    "an ellipsis stands for what is cut",
    arguments: [
      ("abcd", 4, "abcd"), ("abcde", 4, "abc…"), ("可用性", 5, "可用…"), ("可用性", 4, "可…"),
      ("ab", 1, "…"), ("", 1, ""),
    ])
  func cut(text: String, columns: Int, expected: String) {
    #expect(text.cut(toColumns: columns) == expected)
    #expect(text.cut(toColumns: columns).terminalColumns <= columns)
  }

  @Test("a descriptor that is no terminal has no window")
  func window() { #expect(TerminalWindow(descriptor: -1) == nil) }
}
