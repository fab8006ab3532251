import TerminalText
import Testing

@Suite("Wrapped lines")
struct LineWrappingTests {
  private static let cases: [(String, Int?, Int?, [String])] = [
    ("one two three", nil, nil, ["one two three"]),
    ("one two three", 13, nil, ["one two three"]),
    ("one two three", 12, nil, ["one two", "three"]),
    ("one two three", 3, nil, ["one", "two", "three"]),
    ("one two three", 7, 3, ["one two", "three"]),
    ("a  b  c", 4, nil, ["a  b", "c"]),
    ("extraordinary a b", 5, nil, ["extraordinary", "a b"]),
    ("a extraordinary", 5, nil, ["a", "extraordinary"]),
    ("可用 性可", 5, nil, ["可用", "性可"]),
    ("", 5, nil, [""]),
    ("down 7.22 ± 0.05 h a month", 16, nil, ["down", "7.22 ± 0.05 h a", "month"]),
    ("down 7.22 ± 0.05 h a month", 9, nil, ["down", "7.22 ±", "0.05 h a", "month"]),
    ("lasts 13.7 s, at most", 11, nil, ["lasts", "13.7 s, at", "most"]),
  ]

  @Test("break at blanks and nowhere else", arguments: cases)
  func breaks(text: String, columns: Int?, later: Int?, lines: [String]) {
    #expect(text.wrapped(to: columns, later: later) == lines)
  }

  @Test("keep every word in its order, within the width unless one is longer", arguments: 1...30)
  func complete(columns: Int) {
    let text = "a chance of 99.992 ± 0.011% that shop meets gold, counted by whole minutes"
    let lines = text.wrapped(to: columns)
    #expect(lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { $0.count <= columns || !$0.contains(" ") })
  }
}
