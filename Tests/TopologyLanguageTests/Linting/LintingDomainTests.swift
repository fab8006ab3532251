import Testing

@testable import TopologyLanguage

/// Failure domains: copies that share one, and those whose loss takes a system down.
@Suite("Lint: failure domains")
struct LintingDomainTests {
  private static let zones = "zones az: 3, mtbf 2y, mttr 1h\n"
  private static let life = "mtbf 30d, mttr 5min"

  /// Texts, what breaks, the words that it is about, and what to write instead.
  private static let positive: [(text: String, rule: LintRule, words: String, fix: String?)] = [
    ("store db: 1 of 2, \(life), in az.1", .sharedDomain, "in az.1", "across az"),
    ("service web: 3 per az, need 7, \(life)", .domainLoss, "3 per az", "4 per az"),
    ("service web: 9, need 7, \(life), across az", .domainLoss, "9", "11"),
    ("service web: 3 of 3, \(life), across az", .domainLoss, "3 of 3", "3 of 5"),
    ("service web: 1, \(life), in az.2", .domainLoss, "in az.2", nil),
    ("service web: 1, \(life), across az", .domainLoss, "web", nil),
    ("system s = az.1 & 99.9%", .domainLoss, "s", nil),
    ("web = 3 of 3 99.9%, across az", .domainLoss, "web", nil),
    ("web = 2 of 3 99.9%, in az.3", .sharedDomain, "in az.3", "across az"),
    ("3 of 3 99.9%, across az", .domainLoss, "3 of 3 99.9%, across az", nil),
    ("az.1 & 99.9%", .domainLoss, "az.1 & 99.9%", nil),
    ("a = 99% & az.1\nsimulate 1 of 2 a for 1y", .sharedDomain, "1 of 2 a", nil),
    ("a = 99% & az.1\nb = 99% & az.1\nsystem s = a | b", .sharedDomain, "a | b", nil),
    ("a = 99% & az.1\nb = 99% & az.1\nsystem s = (a else b)", .sharedDomain, "a else b", nil),
    (
      "a = 99% & az.1\nb = 99% & az.1\nc = 99% & az.2\nsystem s = 2 of (a, b, c)", .sharedDomain,
      "2 of (a, b, c)", nil
    ),
    ("store db: 1, \(life), in az.1\nsystem s = 1 of 2 db", .sharedDomain, "1 of 2 db", nil),
    (
      "service web: 3 per az, need 1, capacity 1k rps, \(life)\nsystem s = web, demand 7k rps",
      .domainLoss, "s", nil
    ),
    ("\(pair)site = a | b\n\(tail)check site 99.9% per month", .sharedDomain, "a | b", nil),
    ("\(pair)site = a | b\n\(tail)compare tail, site", .sharedDomain, "a | b", nil),
    (
      "\(pair)site = a | b\n\(tail)with tail.availability 98%: show site", .sharedDomain, "a | b",
      nil
    ),
  ]

  private static let pair = "a = 99% & az.1\nb = 99% & az.1\n"
  /// What stands last and is asked about too.
  private static let tail = "tail = 99.9%\ncheck tail 99% per month\n"

  @Test("names what a domain takes along", arguments: positive)
  func found(example: (text: String, rule: LintRule, words: String, fix: String?)) throws {
    let text = Self.zones + example.text
    let findings = lint(text).filter { $0.rule == example.rule.rawValue }
    let finding = try #require(findings.first)
    #expect(SourceText(text).text(in: finding.span) == example.words)
    #expect(finding.fix == example.fix)
    #expect(finding.severity == .warning)
    guard let fix = finding.fix else { return }
    #expect(lint(paste(fix, over: finding, in: text)) == [])
  }

  private static let negative = [
    "store db: 1 of 2, \(life), across az",
    "service web: 3 per az, need 6, \(life)",
    "service web: 7 of 11, \(life), across az",
    "a = 99% & az.1\nb = 99% & az.2\nsystem s = a | b",
    "a = 99% & az.1\nb = 99% & az.2\nc = 99% & az.3\nsystem s = 2 of (a, b, c)",
    // Down together, but a third place is left.
    "store a: 1 of 2, \(life), in az.1\nb = 99% & az.2\nsystem s = a else b",
    "service web: 3 per az, need 1, capacity 1k rps, \(life)\nsystem s = web, demand 6k rps",
    // Always below its demand: no zone is to blame.
    "service web: 3 per az, need 1, capacity 1k rps, \(life)\nsystem s = web, demand 99k rps",
    // The number that is looked for isn't known yet.
    "service web: n per az, capacity 1k rps, \(life)\nsystem s = web, demand 6k rps\n"
      + "find n in 1..9 where availability of s >= 99%",
  ]

  @Test("is silent where every loss is survived", arguments: negative)
  func silent(text: String) {
    #expect(lint(Self.zones + text) == [])
  }

  @Test("one of one domain is the writer's choice")
  func single() {
    #expect(lint("zones az: 1, 99.9%\nservice web: 2 of 3, 99%, in az.1") == [])
  }

  @Test("only the group to blame is named, with the system that goes down")
  func blame() throws {
    let text =
      Self.zones
        + """
        service web: 3 per az, need 7, \(Self.life)
        service cache: 1 of 2, \(Self.life), in az.1
        origin = 99.9%
        system shop = web & (cache | origin)
        """
    let findings = lint(text)
    #expect(findings.map(\.rule) == ["domain-loss"])
    #expect(
      findings.first?.message.contains("'web', which needs 7, so that 'shop' is down") == true)
    #expect(findings.first?.notes == ["`4 per az`, or a need of 6, survives it"])
  }

  @Test("copies that fall for another's sake are not blamed, and those that fall themselves are")
  func besides() {
    let shared =
      Self.zones
        + """
        store db: 1 of 2, \(Self.life), in az.1
        service a: 1 of 2, \(Self.life), across az, needs db
        service b: 1 of 2, \(Self.life), across az, needs db

        """
    #expect(
      lint(shared + "system s = a | b").map(\.message) == [
        "both members of 'db' stand in az.1: its loss takes them together, although 1 of 2 is enough"
      ])
    let own = "c = 99% & az.1\nd = 99% & az.1\nsystem s = (a | b) & (c | d)"
    #expect(
      lint(shared + own).map(\.message).dropFirst() == [
        "losing az.1 takes both of `c | d` together, and 1 is needed"
      ])
  }

  @Test("a demand says what is left of it")
  func demand() {
    let text =
      Self.zones + "service web: 3 per az, need 1, capacity 1k rps, \(Self.life)\n"
      + "system s = web, demand 8k rps"
    #expect(
      lint(text).map(\.message) == [
        "losing any one domain of 'az' leaves 's' with 75% of its demand of 8000 rps"
      ])
    #expect(lint(text).flatMap(\.notes) == ["`headroom s` says what to add"])
  }

  @Test("zones of regions: the region is told once, and no count for it")
  func nested() {
    let text = """
      regions r: 2, 99.99%
      zones az: 2 per r, 99.9%
      service web: 2 per az, need 6, \(Self.life)
      """
    let findings = lint(text)
    #expect(findings.map(\.rule) == ["domain-loss"])
    #expect(findings.first?.fixes == [])
  }

  // MARK: Bounds

  /// What the domains of a text say, and how many visits that took.
  private func lookAtDomains(_ text: String) throws -> (findings: [LintFinding], visits: Int) {
    let source = SourceText(text)
    let program = try Parser.parse(source)
    let checked = try Checker.check(program, of: source)
    var domains = DomainLinter(
      Linter(
        source: source, program: program, checked: checked, words: WordTable(source),
        lines: LineTable(source)),
      checked.topology)
    domains.run()
    return (domains.findings, domains.visits)
  }

  /// `s1` to `s20` and so on.
  private func names(_ range: ClosedRange<Int>, _ separator: String) -> String {
    range.map { "s\($0)" }.joined(separator: separator)
  }

  @Test("3,000 zones of few sorts take a few visits of each definition")
  func manyZones() throws {
    let text =
      "zones az: 3_000, 99.9%\n"
      + (1...20).map { "service s\($0): 2_999 of 3_001, 99.9%, across az\n" }.joined()
      + "system all = \(names(1...20, " & "))"
    let (findings, visits) = try lookAtDomains(text)
    // A need of 2,999 and two to spare: the first zone holds two members.
    #expect(findings == [])
    #expect((1...1_000).contains(visits))
  }

  @Test("what is looked at before any loss is counted too")
  func manySystems() throws {
    let text =
      "zones az: 3, 99.9%\n" + (1...500).map { "s\($0) = 99.9%\n" }.joined()
      + "all = \(names(1...500, " & ")) & (az.1 | az.2)\n"
      + (1...300).map { "system t\($0) = all\n" }.joined()
    let (findings, visits) = try lookAtDomains(text)
    #expect(findings.map(\.severity) == [.note])
    // A look that has begun is ended: at most five times 504 definitions with their parts.
    #expect(visits <= DomainLinter.mostVisits + 5 * 504 * 3)
  }

  @Test("beyond the most visits the rest is named as left out, once a family")
  func bounded() throws {
    let count = 1_000
    let text =
      "zones az: \(count), 99.9%\ndomains rack: \(count), 99.9%\n"
      + (1...count).map { "s\($0) = 99.9% & az.\($0) & rack.\($0)\n" }.joined()
      + (1...3).map { "system t\($0) = \(names(1...count, " | "))\n" }.joined()
    let (findings, visits) = try lookAtDomains(text)
    #expect(findings.map(\.severity) == [.note, .note])
    let messages = findings.map(\.message)
    #expect(messages.first?.contains("of the 3000 losses of a domain of 'az' were not") == true)
    #expect(messages.last?.contains("3000 of the 3000 losses of a domain of 'rack'") == true)
    #expect(visits <= DomainLinter.mostVisits + 5 * 1_000 * 6)
  }
}
