import InputUncertainty
import Quantities
import Testing
import Topology

@testable import TopologyLanguage

@Suite("Beliefs as the checker reads them")
struct BeliefTests {
  private func inputs(_ text: String) throws -> [UncertainInput] {
    try checked(text).uncertain?.inputs ?? []
  }

  private func names(_ text: String) throws -> [String] { try inputs(text).map(\.name) }

  @Test("a program without any has no uncertain topology")
  func none() throws {
    #expect(try checked(Self.certain).uncertain == nil)
    #expect(try checked(Self.certain).inputSpans.isEmpty)
  }

  private static let certain = "service web: 2 of 3, mtbf 30d, mttr 5min\nlb = 99.99% & web"

  @Test("without GSL posteriors are refused by name", .enabled(if: !hasGSL))
  func missingLibrary() {
    for text in ["a = posterior(48 of 50)", "a = 99%, mttr posterior(5 in 1y)"] {
      #expect(flaw(text)?.code == .missingLibrary)
      #expect(flaw(text)?.message.contains("posterior(") ?? false)
    }
  }

  @Test("each has a name, in the order of the text", .enabled(if: hasGSL))
  func order() throws {
    let text = """
      zones az: 3, mtbf 1y to 3y, mttr 1h
      service web: 2 of 3, mtbf 20d to 45d, mttr lognormal(1h to 2h, sigma 1 to 1.5)
      site = 99% to 99.9% & web & 99.9% to 99.99%
      law slow = weibull(1h, shape 1 to 2)
      law quick = 1min to 2min
      store db: 1 of 2, posterior(99 of 100), mttr 10min, failover 30s, success posterior(48 of 50)
      demand peak: 1k rps to 2k rps
      """
    #expect(
      try names(text) == [
        "az.mtbf", "web.mtbf", "web.mttr", "web.mttr.sigma", "site.availability",
        "site.2.availability", "slow.shape", "quick.mean", "db.availability", "db.success",
        "peak.demand",
      ])
    let program = try checked(text)
    let source = SourceText(text)
    #expect(source.text(in: program.inputSpans[1]) == "20d to 45d")
    #expect(source.text(in: program.inputSpans[9]) == "posterior(48 of 50)")
  }

  @Test("behaviour in time, schedules and calls are believed too")
  func behaviour() throws {
    let text = """
      queue q: 99.95%, mttr 10min, buffer 10min to 20min, drain 2 to 3
      a = 99%, mttr 1h
      order = 99.9%, mttr 1h, breaker a trips 5s to 10s retries 30s fallback 80% to 90%
      pair = (a else q, detect 5s to 10s, failover exponential(30s to 60s), ttl 1min to 2min)
      changes d: every 1d, fails 1% to 5%, restore 30min to 1h, canary 5% 30min to 1h catches 80%
      maintenance m: every 30d, lasts 1h to 2h
      service s: 1 of 2, 99%, mttr 1h, standby warm 10% to 30%, common 1% to 10%
      service l: 1 of 2, mtbf 9d, mttr 1h, sharing 1 to 2, capacity 1k rps to 2k rps, wants a degraded 70% to 80%
      """
    #expect(
      try names(text) == [
        "q.buffer", "q.drain", "order.a.trips", "order.a.fallback", "pair.detect", "pair.failover",
        "pair.ttl", "d.fails", "d.restore", "d.canary.length", "m.lasts", "s.standby", "s.common",
        "l.sharing", "l.capacity", "l.degraded",
      ])
  }

  @Test("say what is believed", .enabled(if: hasGSL))
  func beliefs() throws {
    let text = """
      lb = 99% to 99.9%, mttr 1min to 4min
      web = posterior(9 of 10), mttr posterior(5 in 10h)
      service pool: 3, 99%, capacity 1k rps to 120_000 rpm, need 1
      """
    let beliefs = try inputs(text).map(\.belief)
    #expect(beliefs[0] == .probability(low: try .percent(99), high: try .percent(99.9)))
    #expect(beliefs[1] == .positive(low: 60, high: 240))
    #expect(beliefs[2] == .chance(events: 9, trials: 10))
    #expect(beliefs[3] == .timePerEvent(events: 5, exposure: .hours(10)))
    #expect(beliefs[4] == .positive(low: 1_000, high: 2_000))
  }

  @Test("the topology is that of the medians")
  func medians() throws {
    let program = try checked("lb = 99% to 99.9%, mttr 1min to 4min")
    let restoration = try #require(try component("lb", in: program.topology).restoration)
    #expect(abs(restoration.mean.seconds - 120) < 1e-10)
    let odds = (99.0 * 999).squareRoot()
    let unavailability = try component("lb", in: program.topology).availability.complement
    #expect(abs(unavailability * (1 + odds) - 1) < 1e-12)
    #expect(program.topology == program.uncertain?.median)
  }

  @Test("one draw a declaration, shared by all that name it")
  func shared() throws {
    let text = """
      law slow = exponential(1h to 2h)
      service a: 1 of 2, mtbf 10d, mttr slow
      b = 99%, mttr again
      law again = slow
      """
    let uncertain = try #require(try checked(text).uncertain)
    #expect(uncertain.inputs.map(\.name) == ["slow.mean"])
    let drawn = try uncertain.topology(at: [InputValue(5_000)])
    #expect(try component("a", in: drawn).restoration?.mean.seconds == 5_000)
    #expect(try component("b", in: drawn).restoration?.mean.seconds == 5_000)
  }

  @Test("two literals are two draws, in the order of the text")
  func literals() throws {
    let text = "site = (99% to 99.9%, mttr 1h to 2h) & (mtbf 9d to 10d, mttr 3h to 4h)"
    let uncertain = try #require(try checked(text).uncertain)
    #expect(
      uncertain.inputs.map(\.name)
        == ["site.availability", "site.mttr", "site.mtbf", "site.2.mttr"])
    let values = [
      InputValue(try Probability.percent(50)), InputValue(1), InputValue(30), InputValue(10),
    ]
    let site = try #require(try uncertain.topology(at: values).definition(named: "site"))
    guard case .expression(.all(let parts)) = site.body, case .component(let first) = parts[0],
      case .component(let second) = parts[1]
    else {
      Issue.record("the site has other parts")
      return
    }
    #expect(first.availability.value == 0.5)
    #expect(
      second.availability
        == (try Component(
          mtbf: .exponential(mean: .seconds(30)), mttr: .exponential(mean: .seconds(10))))
        .availability)
  }

  @Test("an expression that is asked twice is one thing")
  func asked() throws {
    let text = "2 of 3 99% to 99.5%\n2  of 3 99% to 99.5%\n1 of 2 90% to 99%"
    #expect(try names(text) == ["availability", "2.availability"])
  }

  @Test("no name is given twice, whatever definitions are called")
  func distinct() throws {
    let text = "a = (99%, mttr 1h to 2h) & (98%, mttr 1h to 2h)\na.2 = 99%, mttr 3h to 4h"
    #expect(try names(text) == ["a.mttr", "a.2.mttr", "a.2.2.mttr"])
  }

  @Test("what was written is shown in errors")
  func written() throws {
    let message = try #require(flaw("check x 99.9% per year\nx = level 99% to 99.9% & 1h")?.message)
    #expect(message.contains("1h"))
    let fix = flaw("a = (99% to 99.9%) & level 50%, absorb 5min")?.fix
    #expect(fix?.contains("99% to 99.9%") ?? false)
  }

  @Test("for any two inputs one lies low and the other high in some of the extremes")
  func extremes() {
    for count in 1...70 {
      let all = Extremes.covering(count)
      #expect(all.count <= 16)
      for first in 0..<count {
        for second in 0..<count where second != first {
          let covers = all.contains {
            $0.probability(of: first).value < 0.5 && $0.probability(of: second).value > 0.5
          }
          #expect(covers, "\(first) and \(second) of \(count)")
        }
      }
    }
    #expect(Extremes.covering(0).isEmpty)
    #expect(Extremes.covering(1).count == 2)
  }

  @Test("draws that no topology has are refused before the first")
  func farDraws() throws {
    for text in [
      "a = 99%, mttr uniform(10min to 20min, 30min)",
      "a = 99%, mttr uniform(10min to 20min, 25min to 40min)",
      "a = 99%, mttr hyperexponential(1h, cv 1.2 to 3)",
      "a = 99%, mttr 1h, buffer 1h, drain 1.25 to 3",
      "maintenance m: every 10h to 20h, lasts 5h to 9h\na = 99%, mttr 1h, needs m",
    ] {
      let diagnostic = try #require(flaw(text), "\(text)")
      #expect(diagnostic.message.hasPrefix("some draws"), "\(diagnostic.message)")
      #expect(diagnostic.code == .valueOutOfRange)
    }
    for text in [
      "a = 99%, mttr uniform(10min to 12min, 2h)",
      "a = 99%, mttr uniform(10min to 12min, 2h to 3h)",
      "a = 99%, mttr hyperexponential(1h, cv 4 to 5)", "a = 99%, mttr 1h, buffer 1h, drain 4 to 5",
      "maintenance m: every 30d to 40d, lasts 1h to 2h\na = 99%, mttr 1h, needs m",
    ] { #expect(flaw(text) == nil, "\(text): \(flaw(text)?.message ?? "")") }
  }

  @Test("errors of draws are shown at their input")
  func drawErrors() throws {
    let text = "a = 99%, mttr 1h to 2h\nb = 90% to 95%"
    let program = try checked(text)
    let source = SourceText(text)
    let named = program.diagnostic(InputUncertaintyError.belief("b.availability", flaw: "x"))
    #expect(source.text(in: named.span) == "90% to 95%")
    #expect(source.text(in: program.diagnostic(.builder("x")).span) == "1h to 2h")
    let uncertain = try #require(program.uncertain)
    #expect(throws: InputUncertaintyError.self) {
      try uncertain.topology(at: [InputValue(-1), InputValue(try Probability.percent(50))])
    }
  }
}
