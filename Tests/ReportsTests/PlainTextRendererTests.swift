import Reports
import TerminalText
import Testing

@Suite("Reports as plain text")
struct PlainTextRendererTests {
  private static let sample: Report.Block = .rows([
    Report.Row("down", ["7.22 ± 0.05 h a month", "more than 1 d in 3% of months"]),
    Report.Row("outages", ["8.81 a year"]),
  ])

  @Test("rows stand beside their labels, and below them where there is no room")
  func labels() {
    let report = Report([Self.sample])
    #expect(
      report.text(width: 40) == """
          down     7.22 ± 0.05 h a month
                   more than 1 d in 3% of months
          outages  8.81 a year
        """)
    #expect(
      report.text(width: 39) == """
          down     7.22 ± 0.05 h a month
                   more than 1 d in 3% of
                     months
          outages  8.81 a year
        """)
    #expect(
      report.text(width: 32) == """
          down
            7.22 ± 0.05 h a month
            more than 1 d in 3% of
              months
          outages
            8.81 a year
        """)
  }

  private static let verdicts: [(Report.Tone, String)] = [
    (.plain, "1"), (.good, "1;32"), (.bad, "1;31"), (.undecided, "1;33"),
  ]

  @Test("headings have the colour of their verdict", arguments: verdicts)
  func colours(tone: Report.Tone, codes: String) {
    let report = Report([.heading("x", tone), Self.sample])
    let text = report.text(width: nil, style: .coloured)
    #expect(text.hasPrefix("\u{1B}[\(codes)mx\u{1B}[0m\n  \u{1B}[2mdown\u{1B}[0m     7.22"))
    #expect(!report.text.contains("\u{1B}"))
  }

  private static let table = Report.Table(
    [
      Report.Table.Column("part", isLeft: true), Report.Table.Column("down a year", isLeft: false),
    ],
    [["a part with a long name", "5 min"], ["b", "6.25 min"]],
    bars: [Report.Bar(0.8, length: 40), Report.Bar(1, length: 40)])

  @Test("tables shorten their bars, break headings, then words, and become records at last")
  func narrowing() {
    let text = Report([.table(Self.table)])
    #expect(
      text.text(width: 60).split(separator: "\n").last
        == "  b                           6.25 min  ####################")
    #expect(
      text.text(width: 36) == """
          part                down a
                                year
          a part with a        5 min  #####
          long name
          b                 6.25 min  ######
        """)
    #expect(
      text.text(width: 30) == """
          part                  down a
                                  year
          a part with a long     5 min
          name
          b                   6.25 min
        """)
    #expect(
      text.text(width: 20) == """
          part: a part with
            a long name
            down a year:
              5 min
          part: b
            down a year:
              6.25 min
        """)
  }

  @Test("terminals count as 20 columns wide at least")
  func narrowest() {
    let report = Report([Self.sample, .table(Self.table)])
    #expect(report.text(width: 1) == report.text(width: 20))
    #expect(report.text(width: -7) == report.text(width: 20))
  }

  @Test("what is to be pasted is never broken, and stands apart")
  func verbatim() {
    let line = "service api: mtbf posterior(12 in 1y), mttr 40min to 90min"
    let report = Report([.sentence("x"), .verbatim([line, "", line])])
    #expect(report.text(width: 20) == "x\n\n\(line)\n\n\(line)")
  }

  @Test("bars show a sign for any share, and mark more than all")
  func bars() {
    func line(_ share: Double, isFramed: Bool) -> String {
      let bar = Report.Bar(share, length: 10, isFramed: isFramed)
      return Report([.rows([Report.Row("x", ["1 h"], bar: bar)])]).text
    }
    #expect(line(1e-9, isFramed: false) == "  x  #  1 h")
    #expect(line(0.52, isFramed: true) == "  x  #####.....  1 h")
    #expect(line(1.5, isFramed: true) == "  x  #########>  1 h")
  }

  @Test("names of others can't command a terminal")
  func controls() {
    let name = "a\u{1B}[31m\tb\r\nc\u{9B}1m\u{7F}"
    let table = Report.Table([Report.Table.Column(name, isLeft: true)], [[name]])
    let report = Report([
      .heading(name), .rows([Report.Row(name, [name])]), .table(table), .notes([name]),
      .sentence(name), .assumptions([name]), .verbatim([name]),
    ])
    let shown = "a\u{FFFD}[31m b  c\u{FFFD}1m\u{FFFD}"
    #expect(report.text.split { $0 == "\n" }.allSatisfy { $0.contains(shown) })
    #expect(report.text.hasPrefix("\(shown)\n  \(shown)  \(shown)\n"))
    #expect(!report.text(width: 20).unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test("cells that a row lacks are empty, and those beyond the columns are shown")
  func raggedRows() {
    let table = Report.Table([Report.Table.Column("a", isLeft: true)], [["1", "2"], []])
    #expect(table.columns.count == 2 && table.rows == [["1", "2"], ["", ""]])
  }
}
