import Testing

@testable import IncidentLogs

@Suite("Delimited text")
struct DelimitedTextTests {
  private func rows(_ text: String) -> [[String]] {
    let bytes = Array(text.utf8)
    var reader = DelimitedText(bytes)
    var row = DelimitedRow()
    var rows: [[String]] = []
    while reader.next(into: &row) { rows.append(row.cells.map { $0.text(in: bytes) ?? "?" }) }
    return rows
  }

  @Test(
    "RFC 4180, section 2",
    arguments: [
      // The rule's number, a text, and its rows.
      (1, "aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      (2, "aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      (4, "a b, c ,\r\n", [["a b", " c ", ""]]),
      (5, "\"aaa\",\"bbb\",ccc", [["aaa", "bbb", "ccc"]]),
      (6, "\"aaa\",\"b\r\nbb\",\"c,c\"\r\nz,y,x", [["aaa", "b\r\nbb", "c,c"], ["z", "y", "x"]]),
      (7, "\"aaa\",\"b\"\"bb\",\"\"\"\"", [["aaa", "b\"bb", "\""]]),
    ])
  func rules(rule: Int, text: String, expected: [[String]]) {
    #expect(rows(text) == expected)
  }

  @Test("line feeds, carriage returns, a byte order mark and an empty cell at the end")
  func lineEnds() {
    #expect(rows("a,b\n1,2\r3,\r\n") == [["a", "b"], ["1", "2"], ["3", ""]])
    #expect(rows("\u{FEFF}a,b\n1,") == [["a", "b"], ["1", ""]])
    #expect(rows("a,b\n\n1,2\n") == [["a", "b"], [""], ["1", "2"]])
    #expect(rows("") == [])
  }

  @Test("a quote within a cell without quotes stands for itself")
  func looseQuote() {
    #expect(rows("a,b\n19\" rack,2") == [["a", "b"], ["19\" rack", "2"]])
  }

  @Test("blanks may follow a closing quote")
  func blankAfterQuote() {
    #expect(rows("a,b\n\"x\" ,2") == [["a", "b"], ["x", "2"]])
  }

  @Test(
    "the delimiter is the one that the header has most of, outside quotes",
    arguments: [
      ("a,b;c,d\n", ","), ("a;b;c,d\n", ";"), ("a\tb\tc\n", "\t"), ("\"a;b;c\",d\n", ","),
      ("alone\n1;2;3\n", ","),
    ])
  func delimiter(text: String, expected: String) {
    #expect(DelimitedText(Array(text.utf8)).delimiter == expected.utf8.first)
  }

  private func quoteFlaw(_ text: String) -> (cell: Int, kind: QuoteFlaw)? {
    var reader = DelimitedText(Array(text.utf8))
    var row = DelimitedRow()
    return reader.next(into: &row) ? row.flaw : nil
  }

  @Test("flaws of quotes, and the cell that has them")
  func quoteFlaws() {
    #expect(quoteFlaw("a,\"b\n")?.kind == .unclosedQuote)
    #expect(quoteFlaw("a,\"b\n")?.cell == 1)
    #expect(quoteFlaw("\"a\"b,c\n1,2")?.kind == .textAfterQuote)
    #expect(quoteFlaw("\"a\"b,c\n1,2")?.cell == 0)
    #expect(quoteFlaw("\"a\",c\n1,2") == nil)
    #expect(rows("\"a\"b,c\n1,2") == [["a", "c"], ["1", "2"]])
  }

  @Test("equal ranges of bytes have one index")
  func ranges() {
    let bytes = Array("abcabcabd".utf8)
    var table = ByteRangeTable()
    let found = [0..<3, 3..<6, 6..<9, 0..<0, 9..<9].map { table.index(of: $0, in: bytes) }
    #expect(found.map(\.index) == [0, 0, 1, 2, 2])
    #expect(found.map(\.isNew) == [true, false, true, true, false])
  }

  @Test("a table that grew many times still finds all")
  func growth() {
    let numbers = (0..<5_000).map { Array(String($0 + 10_000).utf8) }
    let bytes = numbers.flatMap { $0 }
    var table = ByteRangeTable()
    for pass in 0..<2 {
      for index in numbers.indices {
        let found = table.index(of: index * 5..<index * 5 + 5, in: bytes)
        if found != (index, pass == 0) { Issue.record("\(index) is \(found)") }
      }
    }
  }
}
