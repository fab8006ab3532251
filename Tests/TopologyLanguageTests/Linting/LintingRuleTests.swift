import Testing

@testable import TopologyLanguage

/// The rules that look at one statement, or at names.
@Suite("Lint: names and figures")
struct LintingRuleTests {
  /// Texts, what breaks, the words that it is about, and what to write instead.
  private static let positive: [(text: String, rule: LintRule, words: String, fix: String?)] = [
    ("lb = aws.elb.multi-az", .promiseAsForecast, "aws.elb.multi-az", nil),
    ("show s\nsystem s = 99% & aws.elb.multi-az", .promiseAsForecast, "aws.elb.multi-az", nil),
    (
      "web = 99.95%\nsla gold: 99.95% per month\ncheck web meets gold", .promiseAsForecast,
      "99.95%",
      nil
    ),
    ("lb = 99.95%\ncheck lb 99.95% per month", .promiseAsForecast, "99.95%", nil),
    ("lb = 99.95%\nbudget lb 99.95% per month", .promiseAsForecast, "99.95%", nil),
    (
      "lb = 99.95%\nsla gold: 99.95% per month\nP(lb meets gold)", .promiseAsForecast, "99.95%",
      nil
    ),
    (
      "lb = 99.95%\nsla gold: 99.95% per month\nbudget lb meets gold", .promiseAsForecast,
      "99.95%", nil
    ),
    ("web = 99%\nweb = 98%", .duplicateName, "web", "web-2"),
    ("law slow = lognormal(1h, 1)\nslow = 98%", .duplicateName, "slow", "slow-2"),
    ("my-db = 99%\nmy_db = 98%\nsystem s = my-db & my_db", .similarNames, "my_db", nil),
    ("db = 99%\nDB = 98%\nsystem s = db & DB", .similarNames, "DB", nil),
    ("a = 99%\nsystem s = 99%", .unused, "a", nil),
    ("a = 99%\nb = 98%\nshow a", .unused, "b", nil),
    ("zones az: 3, 99.9%\na = 99%", .unused, "az", nil),
    ("sla gold: 99.9% per month\na = 99%", .unused, "gold", nil),
    ("law slow = lognormal(1h, 1)\na = 99%", .unused, "slow", nil),
    ("demand peak: 12k rps\na = 99%", .unused, "peak", nil),
    ("lb = 9.99%", .lowAvailability, "9.99%", "99.99%"),
    ("service lb: 2 of 3, 40%", .lowAvailability, "40%", nil),
    ("service web: 2 of 3, mtbf 5min, mttr 30d", .longRestoration, "30d", nil),
    ("a = 99% & (mtbf 1h, mttr 2h)", .longRestoration, "2h", nil),
    ("service web: 2 of 3, mtbf 1y, mttr 5mo", .monthsForMinutes, "5mo", "5min"),
    ("service web: 2 of 3, mtbf 30d, mttr 1.5mo", .monthsForMinutes, "1.5mo", "1.5min"),
    ("web = 99%\nsystem s = web | web", .sameThingTwice, "web", nil),
    (
      "queue q: 99.95%, mttr 10min, buffer 15min\nsystem s = q", .withoutEffect, ", buffer 15min",
      nil
    ),
  ]

  @Test("finds", arguments: positive)
  func found(example: (text: String, rule: LintRule, words: String, fix: String?)) throws {
    let findings = lint(example.text)
    #expect(findings.map(\.rule) == [example.rule.rawValue])
    let finding = try #require(findings.first)
    #expect(SourceText(example.text).text(in: finding.span) == example.words)
    #expect(finding.fix == example.fix)
    #expect(finding.severity == (example.rule == .duplicateName ? .error : .warning))
    if let fix = finding.fix, example.rule != .duplicateName {
      #expect(lint(paste(fix, over: finding, in: example.text)) == [])
    }
  }

  private static let negative = [
    "", "# nothing but a comment", "99.9%",
    // A name of the text itself, not of the catalogue.
    "aws.elb.multi-az = 99.9%\nsystem s = aws.elb.multi-az",
    "web = 99.99%\nsla gold: 99.95% per month\ncheck web meets gold",
    "web = 99.96%\ncheck web 99.95% per month", "budget 99.95% per month",
    "web = 99.95%\nlb = 99.99%\nsystem s = web & lb\nsla gold: 99.95% per month\ncheck s meets gold",
    "db-1 = 99%\ndb1 = 99%\nsystem s = db-1 & db1",
    "a = 99%\nwith a.availability 98%: a",
    "a = 99%, mttr 5min\nwith a.mttr 10min: a",
    "\"load\" = 99%\nsystem s = \"load\" & 99%",
    "law slow = lognormal(1h, 1)\na = (mtbf 30d, mttr slow)",
    "zones az: 3, 99.9%\na = 99% & az.1 & az.2\nsystem s = a | 99%",
    "a = 99%\nb = 99%\nsystem s = 10% * a + 90% * b",
    "system s = (99% else level 10%)",
    "service web: 2 of 3, mtbf 30d, mttr 5min",
    "service web: 2 of 3, mtbf 2mo, mttr 5min",
    "changes deploys: every 1d, fails 5%, restore 1h\nsystem s = 99% & deploys",
  ]

  @Test("is silent about what is in order", arguments: negative)
  func silent(text: String) {
    #expect(lint(text) == [])
  }

  @Test("tells every place of a name that is defined twice, with the line of the first")
  func duplicates() {
    let findings = lint("web = 99%\n\nweb = 98%\ndb = 99%\nweb = 97%\nservice db: 2 of 3, 99%")
    #expect(findings.map(\.rule) == Array(repeating: "duplicate-name", count: 3))
    #expect(findings.map { $0.message.contains("in line 1 already") } == [true, true, false])
    #expect(findings.last?.message.contains("in line 4 already") == true)
  }

  @Test("a text that is refused tells why, and what can be seen besides")
  func refusals() {
    let findings = lint("lb = aws.elb.multi-az\nsystem s = lb & nothing")
    #expect(findings.map(\.rule) == ["promise-as-forecast", "unknown-name"])
    #expect(findings.map(\.severity) == [.warning, .error])
    #expect(lint("web = 99.95").map(\.rule) == ["missing-percent"])
  }

  @Test("tells all findings in the order of the text")
  func order() {
    let text = """
      lb = aws.elb.multi-az
      DB = 9.99%
      db = 99%, mttr 5mo
      spare = 99%
      system s = lb & db & DB & (db | db)
      """
    #expect(
      lint(text).map(\.rule) == [
        "promise-as-forecast", "low-availability", "similar-names", "months-for-minutes", "unused",
        "same-thing-twice",
      ])
  }

  @Test("any text ends in findings", arguments: 1...300)
  func random(seed: Int) {
    var random = RandomProgram(seed: UInt64(seed))
    let text = random.text()
    let findings = lint(text)
    #expect(findings.allSatisfy { $0.span.end <= text.utf8.count })
  }

  @Test("of very many findings the first are told, and how many are left")
  func many() {
    let text = String(repeating: "web = 99%  # lint: allow unused\n", count: 4_000)
    let findings = lint(text)
    #expect(findings.count == Linter.mostFindings + 1)
    #expect(findings.last?.severity == .error)
    // Duplicates but for the first, and comments that allow nothing.
    let left = 3_999 + 4_000 - Linter.mostFindings
    #expect(findings.last?.message.hasPrefix("this and \(left - 1) more findings") == true)
  }

  @Test("every rule says why it is there and has a code of its own")
  func rules() {
    for rule in LintRule.allCases {
      #expect(rule.reason.count > 10)
      #expect(rule.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
    }
    #expect(DiagnosticCode(rawValue: LintRule.duplicateName.rawValue) == .duplicateName)
    #expect(DiagnosticCode(rawValue: LintRule.sameThingTwice.rawValue) == .sameThingTwice)
  }

  @Test("is written in few lines, the first as compilers write them")
  func rendering() throws {
    let source = SourceText("a = 99%\nlb = 9.99%\nsystem s = a & lb", name: "shop.nines")
    let finding = try #require(Linter.findings(of: source).first)
    #expect(
      DiagnosticRenderer(source: source).render(finding) == """
        warning: shop.nines:2:6: at 9.99% it is down more than half of the time [low-availability]
          fix: 99.99%
        """)
  }
}
