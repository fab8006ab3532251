import Foundation
import Testing

/// Published figures of capacities against demands, through the program's JSON.
@Suite("Known answers of demands that vary")
struct KnownAdequacyTests {
  /// A figure by the keys that lead to it, and how many parts of it the source's last digit leaves open.
  struct Figure: Sendable {
    let keys: [String]
    let expected: Double
    let tolerance: Double
    let source: String

    init(_ keys: String..., is expected: Double, within tolerance: Double, _ source: String) {
      self.keys = keys
      self.expected = expected
      self.tolerance = tolerance
      self.source = source
    }
  }

  private static let convolution = "exact convolution of the task force's tables 1 to 8 (1979)"
  private static let chain = "the same, in continuous time with load steps at the edges of hours"

  private static let reliabilityTestSystem = [
    Figure("loss_of_load_hours", is: 9.394175489455, within: 1e-12, convolution),
    Figure("loss_of_load_days", is: 1.368862905524, within: 1e-12, convolution),
    Figure("unserved_hours", is: 1176.298460045, within: 1e-12, convolution),
    Figure("shortfalls", is: 2.019674695941, within: 1e-12, chain),
    Figure("mean_shortfall_seconds", is: 4.651330983319 * 3_600, within: 1e-12, chain),
    Figure("shortfalls_begun_by_loads", is: 1.672252, within: 5e-7, chain),
    Figure("shortfalls_begun_by_failures", is: 0.347423, within: 2e-6, chain),
    Figure("period_seconds", is: 8_736 * 3_600, within: 0, "52 weeks"),
    Figure("capacity", is: 3_405, within: 0, "table 1"),
    Figure("peak_demand", is: 2_850, within: 0, "table 1"),
  ]

  @Test("the IEEE Reliability Test System 1979, to the digits given")
  func system() throws {
    let object = try ask("../../../Examples/rts79.nines", "grid")
    for figure in Self.reliabilityTestSystem { try expect(figure, in: object) }
  }

  /// All capacities are whole MW: so much is out where one MW more than the rest is not there. The demand
  /// is the same at all times, and varies by its form alone.
  @Test(
    "its outage table by demands that stay the same",
    arguments: [
      ("2906 MW", 0.1225162184, 4.1e-10), ("2406 MW", 0.0043408742, 1.2e-8),
      ("1906 MW", 0.0000404351, 1.3e-6),
    ])
  func table(demand: String, outage: Double, tolerance: Double) throws {
    let figure = Figure("short_time", is: outage, within: tolerance, Self.convolution)
    try expect(figure, in: try askUnits(of: demand))
  }

  @Test("all of its units up")
  func allUp() throws {
    let figure = Figure("served_time", is: 0.236395119118, within: 2.2e-12, Self.convolution)
    try expect(figure, in: try askUnits(of: "3405 MW"))
  }

  private func askUnits(of demand: String) throws -> [String: Any] {
    try ask(
      "../../../Examples/rts79.nines",
      """
      demand flat: \(demand), growing 0% per month for 1mo
      system all = u12 + u20 + u50 + u76 + u100 + u155 + u197 + u350 + u400, demand flat
      all
      """)
  }

  /// The certain capacity of each hour is taken off its load.
  private static let node = [
    Figure("loss_of_load_hours", is: 0.355, within: 1e-12, "PRAS, its test data"),
    Figure("unserved_hours", is: 1.59, within: 1e-12, "PRAS, its test data"),
    Figure("worst_load", "number", is: 2, within: 0, "PRAS, its test data"),
    Figure("worst_load", "short_probability", is: 0.271, within: 1e-12, "PRAS, its test data"),
    Figure("worst_load", "unserved", is: 0.832, within: 1e-12, "PRAS, its test data"),
  ]

  @Test("the hand-solved node of PRAS")
  func singleNode() throws {
    let text = """
      service g: 1 of 3, 90%, capacity 10 MW
      demand hourly: "node.csv"
      system a = g, demand hourly
      """
    let object = try ask(text)
    for figure in Self.node { try expect(figure, in: object) }
    #expect(object["shortfalls"] is NSNull)
  }

  @Test(
    "its hours one by one, with their certain capacities",
    arguments: [
      (25.0, 5, 0.028, 0.29), (28, 6, 0.271, 0.832), (27, 7, 0.028, 0.29), (24, 8, 0.028, 0.178),
    ])
  func hour(load: Double, certain: Int, short: Double, unserved: Double) throws {
    let text = """
      service g: 1 of 3, 90%, capacity 10 MW
      c = 100%, capacity \(certain) MW
      system a = g + c, demand \(Int(load)) MW
      """
    let object = try ask(text)
    try expect(Figure("unavailability", is: short, within: 1e-12, "PRAS"), in: object)
    let level = try #require(object["expected_level"] as? Double)
    #expect(abs((1 - level) * load / unserved - 1) < 1e-12)
  }

  /// Four means, each within 4.9 standard errors of its exact one: fails four times in a million by chance.
  @Test("sequential simulation of the Reliability Test System agrees")
  func simulation() throws {
    let object = try ask("../../../Examples/rts79.nines", "simulate grid, runs 400, seed 11")
    for key in [
      "loss_of_load_hours", "unserved_hours", "shortfalls", "shortfalls_begun_by_loads",
    ] {
      let figure = try #require(object[key] as? [String: Any])
      let mean = try #require(figure["mean"] as? [String: Any])
      let value = try #require(mean["value"] as? Double)
      let error = try #require(mean["standard_error"] as? Double)
      let exact = try #require(figure["exact_mean"] as? Double)
      #expect(abs(value - exact) < 4.9 * error, "\(key)")
    }
  }

  private func ask(_ words: String...) throws -> [String: Any] {
    let outcome = try BuiltProgram.run(["--json"] + words, folder: Folder.transcripts)
    #expect(outcome.errors.isEmpty)
    let line = try #require(outcome.output.split(separator: "\n").first)
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
    return try #require(object as? [String: Any])
  }

  private func expect(_ figure: Figure, in object: [String: Any]) throws {
    var value: Any? = object
    for key in figure.keys { value = (value as? [String: Any])?[key] }
    let found = try #require(value as? Double, "\(figure.keys)")
    let error = abs(found / figure.expected - 1)
    #expect(error <= figure.tolerance, "\(figure.keys): \(found), \(figure.source)")
  }
}
