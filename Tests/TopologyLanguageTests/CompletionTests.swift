import Testing

@testable import TopologyLanguage

@Suite("Completion")
struct CompletionTests {
  /// A text with the cursor at its end, what must be offered there and what must not.
  struct Place: Sendable, CustomTestStringConvertible {
    let text: String
    let offered: String
    let refused: String

    init(_ text: String, _ offered: String, not refused: String = "") {
      self.text = text
      self.offered = offered
      self.refused = refused
    }

    var testDescription: String { text }
  }

  private static let workspace =
    Systems.shop + """
      law slow = lognormal(1h, sigma 1)
      demand peak: 12k rps
      changes deploys: every 1d, fails 5%, restore 1h
      service edge: n per az, 99.9%
      "us east" = 99.9%
      """

  static let completer = Completer(
    names: KnownName.all(in: SourceText(workspace)),
    settings: [Completer.Setting("format", values: ["text", "json"])])

  private static let statements = [
    Place(
      "", "shop auth \"us east\" service law check headroom P( help edit", not: "mtbf gold az mon"),
    Place("s", "sessions shop service simulate save", not: "auth check"),
    Place("S", "shop system"),
    Place("lb = 99%\nser", "service"),
    Place("service ", "", not: "auth mtbf check"),
    Place("service x", "", not: "auth"),
    Place("with auth.mttr 5min: ", "shop simulate check"),
    Place("# check s", "", not: "shop"),
    Place("service x: 2 of 3, 99,5%, ", "", not: "mttr"),
    Place("check shop meets gold; show ", "shop"),
  ]

  private static let clauses = [
    Place("service x: ", "mtbf mttr need across needs", not: "ttl rolling every of"),
    Place("service x: 2 of 3, mtbf 30d, ", "mttr needs", not: "mtbf counted"),
    Place("service x: 99.9%, mtbf 30d, ", "needs", not: "mttr mtbf"),
    Place("service x {\n 2 of 3\n mtbf 30d\n m", "mttr manual", not: "mtbf needs"),
    Place("zones q: 3, ", "mtbf mttr in cost", not: "needs failover across"),
    Place("sla g: 99.9% per month, ", "counted excluding credits rolling", not: "mtbf mttr"),
    Place("changes c: every 1d, ", "fails restore share canary", not: "every mtbf"),
    Place("maintenance m: every 30d, ", "lasts across in rolling", not: "mttr fails"),
    Place("x = 99.9%, ", "mttr capacity", not: "need failover standby"),
    Place("x = (lb else auth, ", "failover detect ttl", not: "need across"),
    Place("service x: 2 of 3 ", "per", not: "mtbf auth rps"),
  ]

  private static let values = [
    Place("service x: 2 of 3, mtbf 30", "d h min y", not: "% rps minutes"),
    Place("service x: 2 of 3, mtbf 30 ", "d h min y"),
    Place("service x: 2 of 3, mtbf 30mon", "months"),
    Place("service x: 2 of 3, mttr 1h 30m", "min ms", not: "h mo"),
    Place("service x: 2 of 3, mttr ", "slow lognormal posterior", not: "auth"),
    Place("service x: 2 of 3, mttr lognormal(1h, ", "sigma", not: "shape"),
    Place("service x: 1, capacity 8 ", "rps k workers", not: "h"),
    Place("service x: 1, capacity 8 workers of 20ms ", "waiting"),
    Place("service x: 1, standby ", "cold warm hot"),
    Place("service x: 1, cost 70 per ", "month year", not: "az"),
    Place("service x: 2 ", "of per", not: "h"),
    Place("x = 99.9", "%", not: "nines h"),
    Place("sla g: 99.9% per ", "day month calendar", not: "az 30d"),
    Place("sla g: 99.9% per month, counted ", "whole runs continuous"),
    Place("demand d: 1 rps, ", "growing"),
  ]

  private static let roles = [
    Place("service x: 2 of 3, needs ", "auth orders-db lb", not: "az gold slow"),
    Place("service x: 2 of 3, needs auth and o", "order orders-db"),
    Place("service x: 2 of 3, wants auth ", "degraded and"),
    Place("service x: 2 of 3, sends order via ", "pay-queue", not: "auth"),
    Place("service x: 1, across ", "az", not: "az.1 auth"),
    Place("service x: 1, in ", "az.1 az.3", not: "az.4 auth"),
    Place("service x: 2 per ", "az", not: "auth month"),
    Place("service x: 1, demand ", "peak", not: "auth"),
    Place("x = lb & ", "auth deploys", not: "az"),
    Place("x = 2 of 3 ", "auth lb", not: "rps"),
    Place("x = 2 of (lb, ", "auth", not: "mttr"),
    Place("x = lb & auth o", "", not: "or of"),
    Place("x = aws.s3.st", "aws.s3.standard", not: "aws.ec2.region"),
    Place("x = \"us", "\"us east\""),
  ]

  private static let questions = [
    Place("check ", "shop lb", not: "gold az"),
    Place("check shop ", "meets survives", not: "over"),
    Place("check shop meets ", "gold", not: "shop"),
    Place("check shop survives 1 ", "az", not: "auth"),
    Place("check shop survives 25% of ", "auth", not: "az"),
    Place("check shop 99.9% per month ", "with"),
    Place("check shop meets gold, ", "given runs seed"),
    Place("simulate shop for 1y, ", "runs seed error from"),
    Place("simulate shop for 1y, seed 7, ", "runs", not: "seed"),
    Place("simulate shop, from ", "steady up"),
    Place("find ", "n", not: "auth"),
    Place("find n ", "in"),
    Place("find n in 1..20 ", "where", not: "minutes"),
    Place("find n in 1..20 where ", "P( availability cost"),
    Place("find n in 1..20 where P(shop meets gold) >= 99% ", "minimizing and"),
    Place(
      "with ", "auth.mttr orders-db.failover slow peak lb.availability", not: "auth check mttr"),
    Place("with auth.m", "auth.mtbf auth.mttr", not: "order.mtbf"),
    Place("plot shop over ", "auth.mttr"),
    Place("why shop over ", "inputs", not: "auth.mttr"),
    Place("compare lb, ", "auth seed"),
    Place("explain shop using ", "exact simulation"),
    Place("fit \"incidents.csv\", ", "service severity share"),
  ]

  /// What the grammar takes and the checker refuses.
  private static let refusals = [
    Place("2 of ", "(", not: "P( auth"),
    Place("x = 2 of ", "( n", not: "P( auth"),
    Place("service x: 2 of ", "n", not: "( P( auth"),
    Place("find n in 1..20 where ", "P(", not: "("),
    Place("check shop ", "meets", not: "posterior"),
    Place("budget ", "shop", not: "posterior"),
    Place("sla g: 99% per month, ", "counted", not: "posterior"),
    Place("changes d: ", "every", not: "posterior"),
    Place("maintenance m: ", "every", not: "posterior"),
    Place("check shop 99.9% per month with ", "", not: "posterior"),
    Place("simulate shop, error ", "", not: "posterior"),
    Place("service x: 2 of 3, mttr ", "posterior"),
    Place("service x: 2 of 3, ", "posterior"),
    Place("x = ", "posterior"),
    Place("with auth.mttr ", "posterior lognormal"),
    Place("compare shop, auth, ", "lb runs error", not: "by exceeding from counting sampling"),
    Place("check shop 99.9% per month with 95%, ", "given from runs", not: "error by exceeding"),
    Place("check shop meets gold, runs 5, ", "given", not: "runs within error"),
    Place("check shop meets gold, given 5min down, 9d left, ", "runs", not: "given"),
    Place("check shop 99.9% per month, ", ""),
    Place("check shop survives 1 az ", ""),
    Place("budget shop meets gold, ", "error from", not: "by exceeding given"),
    Place("find n in 1..20 where availability of shop >= 99%, ", "seed", not: "runs by from"),
    Place("find n in ", "", not: "az az.1 lognormal posterior"),
    Place("simulate shop, runs 5, ", "seed", not: "within error"),
    Place("with ", "gold.availability", not: "gold.count"),
    Place("set ", "gold.availability", not: "gold.count"),
    Place("plot shop over ", "gold.availability", not: "gold.count"),
    Place("service x: 2 of 3, in ", "az.1", not: "az"),
    Place("P(downtime of shop > ", "", not: "lognormal posterior slow"),
    Place(
      "with lb.availability 99%: ", "shop check P( improve with",
      not: "service law demand posterior list help set edit quit fit catalogue"),
  ]

  private static let commands = [
    Place("info s", "sessions shop slow", not: "auth"),
    Place("edit ", "", not: "shop"),
    Place("set ", "format auth.mttr", not: "auth mttr"),
    Place("set format ", "text json", not: "auth.mttr format"),
    Place("set format j", "json", not: "text"),
    Place("set format json ", ""),
    Place("help error ", "budget", not: "error"),
    Place("catalogue aws.s3", "aws.s3.standard"),
    Place("set auth.", "auth.mttr", not: "order.mttr mttr"),
    Place("set auth.mttr 1", "h min"),
    Place("help m", "mttr mtbf maintenance", not: "need"),
    Place("undo ", "", not: "shop"),
  ]

  @Test(
    "offers what is valid and nothing else",
    arguments: statements + clauses + values + roles + questions + refusals + commands)
  func offers(place: Place) {
    let list = Self.completer.complete(place.text, at: place.text.utf8.count)
    let texts = list.candidates.map(\.text)
    for word in Self.words(place.offered) { #expect(texts.contains(word), "\(word) in \(texts)") }
    for word in Self.words(place.refused) { #expect(!texts.contains(word), "\(word) in \(texts)") }
    #expect(!place.offered.isEmpty || texts.isEmpty)
    #expect(Set(texts).count == texts.count)
    #expect(list.candidates.map(\.kind) == list.candidates.map(\.kind).sorted())
  }

  /// Cut at blanks, except at the one in quotes.
  private static func words(_ text: String) -> [String] {
    text.replacing("us east", with: "us_east").split(separator: " ").map {
      String($0).replacing("us_east", with: "us east")
    }
  }

  @Test(
    "offers the clauses that the checker has no quarrel with, and some that need another beside them",
    arguments: [
      "service s: 2 of 3, 99%, ", "store s: 1 of 2, 99%, ", "queue s: 1 of 2, 99%, ",
      "zones s: 3, 99%, ",
      "domains s: 3, 99%, ", "system s = 99%, ", "sla s: 99% per month, ",
      "changes s: every 1d, fails 5%, restore 1h, ", "maintenance s: every 30d, lasts 1h, ",
      "s = 99%, ", "s = (99% else 98%, ",
    ])
  func clausesOfPlace(beginning: String) {
    let list = Completer().complete(beginning, at: beginning.utf8.count)
    let offered = Set(list.candidates.filter { $0.kind == .clause }.map(\.text))
    let end = beginning.contains("(") ? ")" : ""
    let accepted = Keyword.clauseWords.filter { word in
      let text = beginning + word.rawValue + GrammarWord.rest(of: word) + end
      return !Self.isMisplaced(text)
    }
    #expect(offered.isSuperset(of: accepted.map(\.rawValue)))
    #expect(offered.subtracting(accepted.map(\.rawValue)).isSubset(of: Self.companions))
  }

  /// A demand needs a capacity, `rolling` and `across` of a maintenance what they go over, and a
  /// common cause several members.
  private static let companions: Set<String> = ["demand", "rolling", "across", "common"]

  /// True where the whole checker refuses a clause for standing where it does.
  private static func isMisplaced(_ text: String) -> Bool {
    do throws(Diagnostic) {
      _ = try Checker.check(SourceText(text))
      return false
    } catch {
      return [.misplacedClause, .duplicateClause, .tooManyTimes].contains(error.code)
    }
  }

  @Test("replaces the word that is being written")
  func replaced() {
    let text = "check shop me\nsimulate shop"
    let list = Self.completer.complete(text, at: 13)
    #expect(list.replaced == SourceSpan(offset: 11, length: 2))
    #expect(list.candidates.map(\.text) == ["meets"])
    #expect(
      Self.completer.complete("x = \"us e", at: 9).replaced == SourceSpan(offset: 4, length: 5))
  }

  @Test("knows the names of the text itself")
  func ownNames() {
    let list = Completer().complete("service web: 2 of 3, 99%\nsite = we", at: 34)
    #expect(list.candidates.map(\.text) == ["web"])
    #expect(list.candidates.map(\.description) == ["service"])
  }

  @Test("leaves files to who can list them")
  func files() {
    let places: [(String, String, Bool)] = [
      ("load Examples/sh", "Examples/sh", false), ("save ", "", false), ("fit \"inc", "inc", true),
      ("fit ", "", true), ("demand day: \"d", "d", true),
      ("law x = empirical(\"rep", "rep", true),
    ]
    for (text, prefix, needsQuotes) in places {
      let list = Self.completer.complete(text, at: text.utf8.count)
      #expect(list.file == CompletionList.FilePrefix(prefix, needsQuotes: needsQuotes))
      #expect(list.candidates.isEmpty)
    }
  }

  @Test("takes any offset and any bytes")
  func odd() {
    #expect(Self.completer.complete("check é", at: 7).candidates.isEmpty)
    #expect(!Self.completer.complete("", at: -5).candidates.isEmpty)
    #expect(Self.completer.complete("service \u{7F}\"", at: 99).candidates.isEmpty)
  }
}
