import Nines
import Testing

@testable import nines_kernel

/// Reports as HTML for a notebook's page.
@Suite struct HTMLFragmentTests {
  @Test func everyBlockIsShown() {
    let report = Report([
      .heading("shop", .bad),
      .rows([Report.Row("availability", ["99.9%", "43 min a month"])]),
      .table(
        Report.Table(
          [.init("part", isLeft: true), .init("share", isLeft: false)], [["db", "60%"]],
          bars: [Report.Bar(0.6, length: 10)])),
      .notes(["a note"]), .sentence("not met"), .assumptions(["independent"]),
      .verbatim(["web = 2 of 3", "  x"]),
    ])
    let expected = """
      <p><strong>&#10007; shop</strong></p>
      <table>
      <tr><td style="text-align:left">availability</td><td style="text-align:left">99.9%<br>43 min \
      a month</td></tr>
      </table>
      <table>
      <tr><th style="text-align:left">part</th><th style="text-align:right">share</th><th></th></tr>
      <tr><td style="text-align:left">db</td><td style="text-align:right">60%</td><td \
      style="text-align:left">\(String(repeating: "&#9608;", count: 6))</td></tr>
      </table>
      <p>a note</p>
      <p>not met</p>
      <p>Assuming:</p>
      <ul>
      <li>independent</li>
      </ul>
      <pre>web = 2 of 3
        x</pre>
      """
    #expect(HTMLFragment(report).text == expected)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("a & \"b\"", "a &amp; &quot;b&quot;"), ("write `a < b`", "write <code>a &lt; b</code>"),
    ("one ` alone", "one ` alone"),
  ])
  func namesOfOthersStayText(text: String, html: String) {
    #expect(HTMLFragment(Report([.sentence(text)])).text == "<p>\(html)</p>")
  }

  @Test func signsThatHideInCharactersAreEscaped() {
    #expect(
      HTMLFragment.plain("\u{0600}<b>\u{301} \u{0600}\"&")
        == "\u{0600}&lt;b&gt;\u{301} \u{0600}&quot;&amp;")
  }
}
