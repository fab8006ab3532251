import Testing
import Topology

@testable import TopologyLanguage

@Suite("Changed values")
struct ChangeTests {
  /// Something of every kind.
  static let text = """
    zones az: 3, mtbf 2y, mttr 1h
    zones rack: 2, 99.9%
    service web: 2 per az, need 4, mtbf 30d, mttr 5min, capacity 500 rps, cost 70 per month
    store db: 1 of 2, 99.9%, mttr 1h, failover 30s, success 98%, manual 1h
    queue q: 99.95%, mttr 10min, buffer 15min, drain 1.25
    service pay: 2 of 3, 99.9%, mttr 5min, common 5%, crews 1
    service order: 1 of 2, 99.9%, mttr 5min, sends pay via q, sharing 0.5
    changes deploys: every 1d, fails 5%, restore 1h, share 10%
    maintenance patch: every 30d, lasts 20min, across pay, rolling
    law slow = lognormal(1h, sigma 1)
    demand peak: 1_500 rps
    cache = 99.9%, mttr slow, lag 1min
    pair = 2 of 3 99.5%, mttr 10min
    eu = 99.95%, mttr 2h
    us = 99.9%, mttr 2h
    world = 99.99% & (eu else us, detect 90s, failover 5min, ttl 60s) & 99.8%
    system site = web & order & deploys & cache & db, demand peak

    """

  /// A change, and the same edit of the text.
  static let edits: [(change: String, old: String, new: String)] = [
    ("az.mttr 30min", "mtbf 2y, mttr 1h", "mtbf 2y, mttr 30min"),
    ("az.count 4", "zones az: 3", "zones az: 4"),
    ("web.mtbf weibull(60d, shape 2)", "mtbf 30d", "mtbf weibull(60d, shape 2)"),
    ("web.count 4", "2 per az", "4 per az"),
    ("web.need 5", "need 4", "need 5"),
    ("web.capacity 600 rps", "capacity 500 rps", "capacity 600 rps"),
    ("web.common 10%", "cost 70 per month", "cost 70 per month, common 10%"),
    ("web.cost 80 per year", "cost 70 per month", "cost 80 per year"),
    ("web.cost 80", "cost 70 per month", "cost 80 per month"),
    ("web.count 4 per rack", "2 per az", "4 per rack"),
    ("db.cost 5 per month", "failover 30s", "cost 5 per month, failover 30s"),
    ("db.availability 99.99%", "1 of 2, 99.9%, mttr 1h", "1 of 2, 99.99%, mttr 1h"),
    ("db.count 3", "1 of 2, 99.9%, mttr 1h", "1 of 3, 99.9%, mttr 1h"),
    ("db.failover 5s", "failover 30s", "failover 5s"),
    ("db.success 90%", "success 98%", "success 90%"),
    ("db.manual 2h", "manual 1h", "manual 2h"),
    ("db.detect 10s", "manual 1h", "manual 1h, detect 10s"),
    ("q.buffer 1h", "buffer 15min", "buffer 1h"),
    ("q.drain 2", "drain 1.25", "drain 2"),
    ("pay.common 0.1%", "common 5%", "common 0.1%"),
    ("pay.crews 2", "crews 1", "crews 2"),
    ("pay.need 3", "service pay: 2 of 3", "service pay: 3 of 3"),
    ("order.sharing 1", "sharing 0.5", "sharing 1"),
    ("deploys.every 2d", "every 1d", "every 2d"),
    ("deploys.fails 2%", "fails 5%", "fails 2%"),
    ("deploys.restore 10min", "restore 1h", "restore 10min"),
    ("deploys.share 50%", "share 10%", "share 50%"),
    ("patch.lasts 1h", "lasts 20min", "lasts 1h"),
    ("slow 2h", "slow = lognormal(1h, sigma 1)", "slow = 2h"),
    ("slow.mean 2h", "slow = lognormal(1h, sigma 1)", "slow = 2h"),
    ("peak 2k rps", "peak: 1_500 rps", "peak: 2k rps"),
    ("cache.availability 99.95%", "cache = 99.9%", "cache = 99.95%"),
    ("cache.absorb 10s", "lag 1min", "lag 1min, absorb 10s"),
    ("cache.mttr slow", "mttr slow", "mttr slow"),
    ("pair.availability 99%", "99.5%", "99%"),
    ("pair.count 4", "pair = 2 of 3", "pair = 2 of 4"),
    ("pair.need 3", "pair = 2 of 3", "pair = 3 of 3"),
    ("world.failover 1min", "failover 5min", "failover 1min"),
    ("world.ttl 5min", "ttl 60s", "ttl 5min"),
    ("world.2.availability 99%", "99.8%", "99%"),
    ("site.demand 1k rps", "demand peak\n", "demand 1k rps\n"),
    ("db.mttr 1min, web.need 3", "mttr 1h, failover", "mttr 1min, failover"),
  ]

  private func changed(_ question: String) throws -> ChangedQuestion {
    let program = try Checker.check(SourceText(Self.text + question))
    guard case .changed(let changed)? = program.questions.first else {
      throw Diagnostic(.unexpectedText, "no change", at: .unknown)
    }
    return changed
  }

  @Test("mean what the edited text means", arguments: edits)
  func edited(change: String, old: String, new: String) throws {
    var text = Self.text
    let place = try #require(text.range(of: old))
    text.replaceSubrange(place, with: new)
    if change.contains("web.need 3") { text = text.replacing("need 4", with: "need 3") }
    let expected = try Checker.check(SourceText(text + "show site"))
    #expect(try changed("with \(change): show site").program.topology == expected.topology)
  }

  @Test("say what stood there before")
  func before() throws {
    let changed = try changed(
      "with db.mttr 10min, web.count 4, db.detect 5s, world.1.availability 9 nines: site")
    #expect(
      changed.changes == [
        ValueChange(path: "db.mttr", before: "1h", after: "10min"),
        ValueChange(path: "web.count", before: "2 per az", after: "4"),
        ValueChange(path: "db.detect", before: nil, after: "5s"),
        ValueChange(path: "world.1.availability", before: "99.99%", after: "9 nines"),
      ])
    #expect(changed.before != nil)
    #expect(changed.question == .availability("site"))
  }

  @Test("leave the other questions alone, and don't depend on the order")
  func order() throws {
    let late = "a = 99%\n"
    let text = "with b.mttr 1h: b & a\n" + late + "b = 99.9%, mttr 5min\ncheck b 99% per year\n"
    let program = try Checker.check(SourceText(text))
    #expect(program.questions.count == 2)
    let plain = try Checker.check(SourceText(late + "b = 99.9%, mttr 5min\n"))
    #expect(program.topology.definitions == plain.topology.definitions)
  }

  @Test("of a `with` within a `with` are made together")
  func nested() throws {
    let nested = try changed("with db.mttr 2h: with web.need 3: why site")
    #expect(nested.changes == (try changed("with db.mttr 2h, web.need 3: why site")).changes)
    #expect(nested.before == nil)
  }

  @Test("of an availability beside an mtbf and an mttr take the place of the mtbf")
  func thirdOfLife() throws {
    let text = "service s: 1 of 2, mtbf 10d, mttr 1h\nwith s.availability 99%: s"
    guard case .changed(let changed)? = try Checker.check(SourceText(text)).questions.first else {
      Issue.record("no change")
      return
    }
    #expect(
      changed.changes == [
        ValueChange(path: "s.availability", before: "mtbf 10d", after: "99%")
      ])
    let plain = try Checker.check(SourceText("service s: 1 of 2, 99%, mttr 1h"))
    #expect(changed.program.topology == plain.topology)
  }

  /// A change that is refused, the code and the text that is marked.
  static let refusals: [(change: String, code: DiagnosticCode, marked: String)] = [
    ("dbx.mttr 1h: site", .unknownName, "dbx.mttr"),
    ("db.mtr 1h: site", .unknownClause, "db.mtr"),
    ("db.mttr 99%: site", .expectedDuration, "99%"),
    ("db.availability 1h: site", .expectedPercentage, "1h"),
    ("web.count 2.5: site", .expectedCount, "2.5"),
    ("web.capacity 5: site", .expectedRate, "5"),
    ("q.drain 5min: site", .expectedNumber, "5min"),
    ("web.count 1: site", .needOutOfRange, "web.count 1"),
    ("db.ttl 1min: site", .misplacedClause, "db.ttl 1min"),
    ("db.standby 5: site", .misplacedClause, "db.standby"),
    ("db.mttr 1h, db.mttr 2h: site", .duplicateClause, "db.mttr"),
    ("db.mttr 1h: with db.mttr 2h: site", .duplicateClause, "db.mttr"),
    ("world.availability 99%: world", .ambiguousScope, "world.availability"),
    ("world.3.availability 99%: world", .valueOutOfRange, "world.3.availability"),
    ("az.1.mttr 5min: site", .misplacedClause, "az.1.mttr"),
    ("slow.sigma 2: site", .unknownClause, "slow.sigma"),
    ("db.mttr 1h: list", .misplacedClause, "list"),
    ("db.mttr 1h: x = 99%", .misplacedClause, "x = 99%"),
    ("db.mttr 0s: site", .valueOutOfRange, "0s"),
    ("web.mttr 5min per month: site", .unexpectedText, "per"),
    ("pair.count 4 per az: site", .misplacedClause, "az"),
    ("world.2.availability 99% per month: world", .misplacedClause, "month"),
    ("db.mttr = 2h: site", .unexpectedText, "="),
    ("web.mttr unknown: site", .unknownName, "unknown"),
  ]

  @Test("without meaning are refused at the path or the value", arguments: refusals)
  func refused(change: String, code: DiagnosticCode, marked: String) throws {
    let source = SourceText(Self.text + "with " + change)
    do throws(Diagnostic) {
      _ = try Checker.check(source)
      Issue.record("'\(change)' is accepted")
    } catch {
      #expect(error.code == code, "\(error.message)")
      #expect(source.text(in: error.span) == marked)
      #expect(error.span.offset >= Self.text.utf8.count)
    }
  }

  @Test("warn of what the change alone makes odd")
  func warnings() throws {
    let text = "store db: 1 of 2, 99.9%, mttr 1h, failover 30s\n"
    #expect(try Checker.check(SourceText(text + "with db.count 3: db")).warnings.isEmpty)
    let program = try Checker.check(SourceText(text + "with db.need 2: db"))
    #expect(program.warnings.count == 1)
  }
}
