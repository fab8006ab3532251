import Reports
import Testing

@Suite("Reports as Markdown")
struct MarkdownRendererTests {
  private static let texts: [(String, String)] = [
    ("2 * 3 < 7 & a_b", #"2 \* 3 \< 7 \& a_b"#), ("_private", #"\_private"#),
    ("say `a * b | c` or so", "say `a * b | c` or so"), ("a ` b * c", #"a \` b \* c"#),
    ("# no heading", "\\# no heading"), ("- no item", #"\- no item"#),
    ("2. no item", #"2\. no item"#), ("2.5 h", "2.5 h"), ("[a](b) ~x~", #"\[a\](b) \~x\~"#),
    (#"a\b"#, #"a\\b"#), ("\u{0600}<b> *\u{301}", "\u{0600}\\<b> \\*\u{301}"), ("", ""), ("3", "3"),
  ]

  @Test("show their text as it is, and code as code", arguments: texts)
  func escaping(text: String, markdown: String) {
    #expect(Report([.sentence(text)]).markdown == markdown)
  }

  @Test("have bars within cells behind a backslash, in code as well")
  func cells() {
    let table = Report.Table(
      [Report.Table.Column("a|b", isLeft: true), Report.Table.Column("n", isLeft: false)],
      [["`x|y`", "1"], ["z"]], bars: [Report.Bar(1, length: 3), Report.Bar(0, length: 3)])
    #expect(
      Report([.table(table)]).markdown == #"""
        | a\|b | n |  |
        |---|---:|---|
        | `x\|y` | 1 | ### |
        | z |  |  |
        """#)
  }

  @Test("have headings of the level asked for, lists and fences that nothing within ends")
  func blocks() {
    let report = Report([
      .heading("x meets it", .good), .rows([Report.Row("down", ["1 h", "2 h"])]),
      .notes(["and 2 more"]), .notes(["one", "two"]), .assumptions(["a month is 30 d"]),
      .verbatim(["```", "x = 1 * 2"]),
    ])
    #expect(
      MarkdownRenderer(level: 2).render(report) == """
        ## x meets it

        |  |  |
        |---|---|
        | down | 1 h<br>2 h |

        and 2 more

        - one
        - two

        Assuming:

        - a month is 30 d

        ````
        ```
        x = 1 * 2
        ````
        """)
    #expect(MarkdownRenderer(level: 9).render(report).hasPrefix("###### x"))
  }
}
