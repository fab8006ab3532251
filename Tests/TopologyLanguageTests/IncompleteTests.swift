import Testing

@testable import TopologyLanguage

@Suite("Unfinished texts are told from wrong ones")
struct IncompleteTests {
  @Test(
    "a prompt asks for the next line",
    arguments: [
      "(a & b", "a &", "a and", "x =", "service web {", "service web { 2 of 3", "service web:",
      "service web: 2 of 3,", "2 of (a,", "(mtbf 30d,", "service web {\n  2 of 3,\n", "a else # c",
      "law x = lognormal(1h,", "with db.mttr 10min:", "find n in 1..20 where cost of s <",
      "service s: mtbf posterior(5 in", "site = posterior(48", "law slow =", "fit \"log.csv\",",
    ])
  func unfinished(text: String) throws {
    #expect(try #require(refusal(text)).isIncomplete)
  }

  @Test(
    "a prompt complains",
    arguments: [
      "a b", "a)", "service web: mtbf", "99.95", "\"open", "(a b", "check s 99%", "a & & b",
      "service web { mtbf", "(a & b\nc = d", "2 of 3", "service s: mtbf posterior", "fit",
      "service s: mtbf posterior(5 of 3)", "fit \"log.csv\" mttr 1h",
    ])
  func wrong(text: String) throws {
    #expect(try !#require(refusal(text)).isIncomplete)
  }

  @Test("a newline is blank in parentheses and after an operator or a comma")
  func continuation() throws {
    let line = try parse("x = a & (b | c), mttr 5min")
    #expect(try parse("x =\na &\n\n(b\n|\nc\n),\nmttr 5min") == line)
  }
}
