import Testing

@testable import TerminalInput

/// What is shown, without a terminal.
@Suite("Prompts and lists")
struct LayoutTests {
  @Test(
    "escape sequences are marked before the character that they colour",
    arguments: [
      ("> ", "> ", "> "),
      ("\u{1B}[1mn>\u{1B}[0m ", "\u{1}\u{1B}[1m\u{1}n>\u{1}\u{1B}[0m\u{1} ", "n> "),
      (
        "\u{1B}[1m\u{1B}[32mé\u{1B}[0m ",
        "\u{1}\u{1B}[1m\u{1B}[32m\u{1}é\u{1}\u{1B}[0m\u{1} ", "é "
      ),
      ("ab\u{1B}[0m", "a\u{1}\u{1B}[0m\u{1}b", "ab"),
      ("\u{1B}[1m", "", ""),
      ("", "", ""),
    ])
  func prompts(prompt: String, marked: String, plain: String) {
    #expect(PromptText(prompt).marked == marked)
    #expect(PromptText(prompt).plain == plain)
  }

  private func lines(_ texts: [String], width: Int, rows: Int = 10) -> [String] {
    CandidateList(candidates: texts.map { .init($0) }, width: width, rows: rows).lines
  }

  @Test("columns are read downwards and fit the width")
  func columns() {
    let texts = ["a", "bb", "ccc", "d", "e"]
    #expect(lines(texts, width: 80) == ["a    bb   ccc  d    e"])
    #expect(lines(texts, width: 11) == ["a    d", "bb   e", "ccc"])
    #expect(lines(texts, width: 3) == ["a", "bb", "ccc", "d", "e"])
    #expect(lines(["a long name"], width: 6) == ["a lon…"])
  }

  @Test("what doesn't fit in the rows is counted")
  func tooMany() {
    let texts = (10..<60).map { "n\($0)" }
    #expect(lines(texts, width: 10, rows: 3) == ["n10  n12", "n11  n13", "… and 46 more"])
  }

  @Test("candidates with notes stand one a row")
  func notes() {
    let list = CandidateList(
      candidates: [.init("mtbf", note: "time between failures"), .init("as", note: "x")],
      width: 20, rows: 5)
    #expect(list.lines == ["mtbf  time between …", "as    x"])
  }

  @Test("control characters of candidates and notes don't act on the terminal")
  func controlCharacters() {
    #expect(lines(["a\u{1B}[2J", "b\nc"], width: 80) == ["a\u{FFFD}[2J  b c"])
    let list = CandidateList(candidates: [.init("a", note: "x\u{7}\r")], width: 20, rows: 5)
    #expect(list.lines == ["a  x\u{FFFD} "])
  }

  @Test(
    "the insertion is what all candidates begin with",
    arguments: [
      ([], ""), (["mttr"], "mttr "), (["mttr", "mtbf", "mtta"], "mt"), (["a", "b"], ""),
      (["zürich", "zürs"], "zür"),
    ])
  func insertion(texts: [String], expected: String) {
    let candidates = texts.map { Completion.Candidate($0, ending: " ") }
    #expect(Completion(replacedFrom: 0, candidates: candidates).insertion == expected)
  }

  @Test(
    "a paste is cleaned of keys, and of line ends of every kind",
    arguments: [
      ("a\nb", "a\nb"), ("a\r\nb\r\n", "a\nb\n"), ("a\n\rb", "a\nb"), ("a\r\rb", "a\n\nb"),
      ("a\n\nb", "a\n\nb"), ("a\r\n\r\nb", "a\n\nb"), ("a\tb", "a b"),
      ("a\u{3}\u{7F}b", "a\u{FFFD}\u{FFFD}b"),
    ])
  func cleaned(paste: String, expected: String) {
    #expect(PasteBracket.cleaned(Array(paste.utf8)[...]) == Array(expected.utf8))
  }
}
