import TerminalText
import Testing

@Suite("Columns of text on a terminal")
struct TerminalColumnsTests {
  /// Widths by Unicode's EastAsianWidth.txt and emoji-data.txt.
  private static let widths: [(String, Int)] = [
    ("", 0), ("db", 2), ("7.22 ± 0.05 h", 13), ("café", 4), ("cafe\u{301}", 4), ("可用性", 6),
    ("한", 2), ("ｱ", 1), ("Ａ", 2), ("🚀", 2), ("👩‍👩‍👧", 2), ("🇨🇭", 2), ("❤", 1), ("❤\u{FE0F}", 2),
    ("\u{200B}", 0), ("\u{FEFF}a", 1), ("א", 1), ("→", 1), ("…", 1),
  ]

  @Test("are two for wide characters and none for marks", arguments: widths)
  func columns(text: String, width: Int) {
    #expect(text.terminalColumns == width)
  }

  @Test("are those of the characters, one after the other")
  func sum() {
    for (text, width) in Self.widths {
      #expect((text + "a" + text).terminalColumns == 2 * width + 1)
    }
  }
}
