import JupyterMessaging
import Testing

@testable import nines_kernel

/// The word that is asked about.
@Suite struct InspectedWordTests {
  @Test(arguments: [
    ("service web-1: 2 of 3", 10, "web-1"), ("service web", 11, "web"), ("mttr 5min", 0, "mttr"),
    ("a = é1", 6, "é1"), ("web", 99, "web"), ("web", -1, "web"), ("az.1", 0, "az.1"),
    ("info aws.elb.multi-az", 12, "aws.elb.multi-az"), ("web & db.", 6, "db"),
    ("plot web over web.count 2..5", 24, "2"), (#"x = "a name" & b"#, 7, "a name"),
    (#""a \"b\"" & c"#, 2, #"a "b""#), (#""a b" & "c d""#, 13, "c d"), (#""a b" & web"#, 9, "web"),
    ("# don't \"\nweb", 11, "web"), ("\"open\nweb", 8, "web"),
  ])
  func theWordAroundAPlace(code: String, cursor: Int, word: String) {
    #expect(InspectedWord.candidates(at: cursor, in: code).first == .name(word))
  }

  @Test(arguments: [("( )", 1), ("", 0), ("a  b", 2), ("a. ", 2)])
  func isNoneBetweenWords(code: String, cursor: Int) {
    #expect(InspectedWord.candidates(at: cursor, in: code).isEmpty)
  }

  @Test func ofAPathIsTheWholeOrAPart() {
    #expect(
      InspectedWord.candidates(at: 5, in: "a db.x.mttr")
        == [
          .name("db.x.mttr"), .name("db.x"), .name("x"), .topic("a db.x.mttr"), .topic("x"),
          .name("db"),
        ])
  }

  @Test func ofTwoWordsIsBoth() {
    let candidates = InspectedWord.candidates(at: 3, in: "an error budget")
    #expect(
      candidates == [
        .name("error"), .topic("an error"), .topic("error budget"), .topic("error"),
      ])
  }

  @Test func inQuotesIsAName() {
    #expect(InspectedWord.candidates(at: 2, in: #""error budget""#) == [.name("error budget")])
  }
}
