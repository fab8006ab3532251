import Foundation
import Testing

@testable import TopologyLanguage

@Suite("Canonical form")
struct FormatterTests {
  @Test(
    "one way to write each thing",
    arguments: [
      ("a and b", "a & b"), ("a or b", "a | b"), ("((a)) & (b & c)", "a & (b & c)"),
      ("(a & b)", "a & b"), ("((99%, mttr 1h))", "(99%, mttr 1h)"),
      ("2 of 3 (a & b)", "2 of 3 (a & b)"), ("2 of 3 (web)", "2 of 3 web"),
      ("2 of (a & b, c, 99 %)", "2 of (a & b, c, 99%)"),
      ("a else (b else c)", "a else (b else c)"), ("5nines", "5 nines"),
      ("60% * a + 40% * (b & c)", "60% * a + 40% * (b & c)"), ("a + b", "a + b"),
      ("x = 99%, mttr 1h30min", "x = 99%, mttr 1h 30min"),
      ("x = 99%, mttr 30 days to 2 months", "x = 99%, mttr 30d to 2mo"),
      (
        "service s: 1 of 2, mttr weibull(30d, 1.5)",
        "service s: 1 of 2, mttr weibull(30d, shape 1.5)"
      ),
      ("demand d: 12 k rps", "demand d: 12k rps"), ("demand d: 1_500rps", "demand d: 1_500 rps"),
      ("\"web\" & \"load\" & \"a b\"", "web & \"load\" & \"a b\""),
      ("\"a\\\"b\\\\\" & x", "\"a\\\"b\\\\\" & x"),
      ("check s 99.9% per 30 d with 95%", "check s 99.9% per 30d with 95%"),
      ("system s = a & b { demand peak }", "system s = a & b, demand peak"),
      (
        "with \"load\".mttr 5min, az.1.mttr 3h: why x",
        "with \"load\".mttr 5min, az.1.mttr 3h: why x"
      ),
      ("simulate s, exceeding 5min 1h 2h 30min", "simulate s, exceeding 5min 1h 2h 30min"),
      ("save shop.nines \"a b\" ./x/y.json", "save shop.nines \"a b\" ./x/y.json"),
      (
        "sla g: credits 10% below 99.9%, 25% below 99%, 99.95% per month",
        "sla g: credits 10% below 99.9%, 25% below 99%, 99.95% per month"
      ),
    ])
  func canonical(text: String, canonical: String) throws {
    #expect(try format(text) == canonical + "\n")
    #expect(try parse(canonical) == parse(text))
  }

  @Test("long definitions break behind operators and commas, and parse back")
  func wrapping() throws {
    let names = (1...40).map { "service-\($0)" }
    let text = try format("x = (" + names.joined(separator: " & ") + ") | 99%, mttr 5min")
    #expect(text.split(separator: "\n").count > 4)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(try format(text) == text)
  }

  @Test("long lines break outside of parentheses where they can")
  func parentheses() throws {
    let term = "25% * (first | \"a (\")"
    let text = try format("users = " + Array(repeating: term, count: 6).joined(separator: " + "))
    #expect(
      text == """
        users = 25% * (first | "a (") + 25% * (first | "a (") + 25% * (first | "a (") +
          25% * (first | "a (") + 25% * (first | "a (") + 25% * (first | "a (")

        """)
    #expect(try format(text) == text)
    let long = try format(
      "switched = (eu else us, detect 90s, failover 5min, success 97%, "
        + "manual lognormal(45min, sigma 0.7), ttl 60s) & dns")
    #expect(
      long == """
        switched = (eu else us, detect 90s, failover 5min, success 97%, \
        manual lognormal(45min, sigma 0.7),
          ttl 60s) & dns

        """)
    #expect(try format(long) == long)
  }

  @Test("a declaration of 100 columns stays on its line, of 101 becomes a block")
  func width() throws {
    let exact = "service " + String(repeating: "s", count: 74) + ": 2 of 3, mtbf 30d"
    #expect(exact.count == 100)
    #expect(try format(exact) == exact + "\n")
    #expect(try format("service s" + exact.dropFirst(8)).split(separator: "\n").count == 4)
  }

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let files = [
    "Examples", "Sources/TopologyLanguage/Library", "Tests/CommandLineTests/Transcripts",
  ]
  .flatMap { folder in
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent(folder).path)
    return (names ?? []).filter { $0.hasSuffix(".nines") }.sorted().map { "\(folder)/\($0)" }
  }

  @Test("files keep their meaning and their comments, and are left alone the second time")
  func wholeFiles() throws {
    #expect(Self.files.count >= 19)
    for name in Self.files {
      let text = try String(
        contentsOf: Self.root.appendingPathComponent(name), encoding: .utf8)
      let canonical = try format(text)
      #expect(try parse(canonical) == parse(text), "\(name)")
      #expect(try format(canonical) == canonical, "\(name)")
      let code = canonical.split(separator: "\n").map { $0.prefix { $0 != "#" } }
      #expect(code.allSatisfy { $0.count <= Formatter.width }, "\(name)")
    }
  }
}
