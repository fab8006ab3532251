import Testing
import Topology

@testable import TopologyLanguage

@Suite("Sweeps and inputs of a program")
struct SweepTests {
  private func sweep(_ range: String) throws -> CheckedSweep {
    let text = "service db: 1 of 2, 99.9%, mttr 1h, capacity 500 rps\nplot db over \(range)"
    guard case .sweep(let sweep)? = try Checker.check(SourceText(text)).questions.first else {
      throw Diagnostic(.unexpectedText, "no sweep", at: .unknown)
    }
    return sweep
  }

  /// A range, and its values as they are shown.
  static let ranges: [(range: String, values: [String])] = [
    (
      "db.mttr 1min..256min",
      ["1min", "2min", "4min", "8min", "16min", "32min", "1.07h", "2.13h", "256min"]
    ),
    (
      "db.availability 99%..99.99%",
      [
        "99%", "99.438%", "99.684%", "99.822%", "99.9%", "99.9438%", "99.9684%", "99.9822%",
        "99.99%",
      ]
    ),
    ("db.common 1%..9%", ["1%", "2%", "3%", "4%", "5%", "6%", "7%", "8%", "9%"]),
    ("db.count 2..4", ["2", "3", "4"]),
    ("db.count 2..42", ["2", "7", "12", "17", "22", "27", "32", "37", "42"]),
    // Between its ends the value of the program stands for the nearest.
    ("db.count 1..41", ["1", "2", "11", "16", "21", "26", "31", "36", "41"]),
    (
      "db.capacity 100 rps..900 rps",
      [
        "100 rps", "132 rps", "173 rps", "228 rps", "300 rps", "395 rps", "500 rps", "684 rps",
        "900 rps",
      ]
    ),
    // As many digits as keep neighbours apart, in one unit.
    (
      "db.mttr 59min..61min",
      [
        "59min", "59.2min", "59.5min", "59.7min", "60min", "60.2min", "60.5min", "60.7min",
        "61min",
      ]
    ),
    (
      "db.mttr 3600s..3601s",
      [
        "3600s", "3600.1s", "3600.2s", "3600.4s", "3600.5s", "3600.6s", "3600.7s", "3600.9s",
        "3601s",
      ]
    ),
    (
      "db.capacity 100 rps..25600 rps",
      [
        "100 rps", "200 rps", "500 rps", "800 rps", "1600 rps", "3200 rps", "6400 rps", "12800 rps",
        "25600 rps",
      ]
    ),
  ]

  @Test("space their values by what they are", arguments: ranges)
  func values(range: String, values: [String]) throws {
    #expect(try sweep(range).points.map(\.text) == values)
  }

  @Test("change the program at every value")
  func programs() throws {
    let sweep = try sweep("db.mttr 1min..2h")
    #expect(sweep.before == "1h")
    for point in sweep.points {
      let text = "service db: 1 of 2, 99.9%, mttr \(point.text), capacity 500 rps\nshow db"
      #expect(point.program.topology == (try Checker.check(SourceText(text)).topology))
    }
  }

  private func inputs(_ text: String) throws -> CheckedTornado {
    let program = try Checker.check(SourceText(text))
    guard case .inputs(let tornado)? = program.questions.first else {
      throw Diagnostic(.unexpectedText, "no inputs", at: .unknown)
    }
    return tornado
  }

  @Test("of all inputs name each number that describes the system, once")
  func names() throws {
    let text = """
      law slow = lognormal(1h, sigma 1)
      demand peak: 100 rps to 200 rps
      service web: 2 of 3, mtbf 30d, mttr slow, capacity 50 rps, common 5%
      site = 99.99% & web & 99.9%, demand peak
      sla gold: 99.9% per month
      why site over inputs
      """
    #expect(
      try inputs(text).inputs.map(\.name) == [
        "slow.mean", "slow.sigma", "peak.demand", "web.mtbf", "web.capacity", "web.common",
        "site.availability", "site.2.availability",
      ])
    #expect(try inputs(text).inputs.map(\.isBelief).filter(\.self).count == 1)
  }

  /// An input, and the text with it halved and doubled.
  @Test("halve and double what is known")
  func ends() throws {
    func text(_ availability: String, _ mttr: String, _ fails: String) -> String {
      """
      changes d: every 1d, fails \(fails), restore 1h
      a = \(availability), mttr \(mttr)
      s = a & d
      why s over inputs
      """
    }
    let tornado = try inputs(text("99%", "1h", "10%"))
    let expected: [(name: String, low: String, high: String)] = [
      ("a.availability", text("99.5%", "1h", "10%"), text("98%", "1h", "10%")),
      ("a.mttr", text("99%", "30min", "10%"), text("99%", "2h", "10%")),
      ("d.fails", text("99%", "1h", "5%"), text("99%", "1h", "20%")),
    ]
    for (name, low, high) in expected {
      let input = try #require(tornado.inputs.first { $0.name == name })
      let ends = [input.topology(isHigh: false), input.topology(isHigh: true)]
      for (end, text) in zip(ends, [low, high]) {
        let topology = try Checker.check(SourceText(text)).topology
        let (one, other) = (try #require(end).definitions, topology.definitions)
        #expect(one.map(\.name) == other.map(\.name))
        #expect(Self.isAlike(try #require(end), topology), "\(name)")
      }
    }
  }

  /// Equal but for the last bits of what is left of a share.
  private static func isAlike(_ left: Topology, _ right: Topology) -> Bool {
    guard left != right else { return true }
    let parts = [left, right].map { topology in
      topology.definitions.compactMap { definition -> Double? in
        guard case .expression(.component(let component)) = definition.body else { return nil }
        return component.availability.complement
      }
    }
    return zip(parts[0], parts[1]).allSatisfy { abs($0 - $1) <= 1e-15 }
  }

  @Test("leave out ends that are no topology")
  func impossible() throws {
    let text = """
      queue q: 99.95%, mttr 10min, buffer 15min, drain 1.25
      b = 99%, mttr 1h
      service a: 1 of 1, 99.9%, mttr 1h, sends b via q
      why a over inputs
      """
    let drain = try #require(try inputs(text).inputs.first { $0.name == "q.drain" })
    #expect(drain.topology(isHigh: false) == nil)
    #expect(drain.topology(isHigh: true) != nil)
  }

  @Test("take what is believed to the ends of its range")
  func beliefs() throws {
    let tornado = try inputs("a = 99% to 99.9%\nwhy a over inputs")
    let input = try #require(tornado.inputs.first)
    for (isHigh, unavailability) in [(false, 0.01), (true, 0.001)] {
      let topology = try #require(input.topology(isHigh: isHigh))
      guard case .expression(.component(let a)) = topology.definitions[0].body else {
        Issue.record("no component")
        return
      }
      #expect(abs(a.availability.complement / unavailability - 1) < 1e-9)
    }
  }
}
