import Foundation
import Testing

/// The reference designs beside the language's sources, asked whether what they teach is so.
@Suite("Reference designs")
struct LibraryTests {
  /// A design, and the same with one thing changed, of which one is down more.
  struct Lesson: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let design: String
    let subject: String
    /// What is replaced, and by what.
    let change: (String, String)
    /// At least so many times the downtime of the design, below 1 for less downtime.
    let factor: ClosedRange<Double>
  }

  private static let lessons = [
    Lesson(
      testDescription: "a queue takes in most outages of what works it off",
      design: "queue-decoupled-orders", subject: "shopping",
      change: ("sends payment via orders", "needs payment"), factor: 5...100),
    Lesson(
      testDescription: "a breaker turns outages into a degraded page",
      design: "breaker-with-fallback", subject: "storefront",
      change: (
        "breaker recommendations trips 10s retries 5s fallback 95%", "needs recommendations"
      ),
      factor: 5...1_000),
    Lesson(
      testDescription: "switches that don't work are a good part of a pair's downtime",
      design: "primary-and-standby-database", subject: "data",
      change: ("success 98%", "success 100%"), factor: 0.5...0.95),
    Lesson(
      testDescription: "nearly all of a pair's downtime is its switches",
      design: "primary-and-standby-database", subject: "data",
      change: (
        """
          detect 30s
          failover uniform(30s, 90s)
          success 98%
          manual lognormal(30min, sigma 0.7)

        """, ""
      ),
      factor: 0...0.1),
    Lesson(
      testDescription: "without its common cause a quorum is hardly ever lost",
      design: "quorum-store", subject: "cluster", change: ("  common 2%", "  common 0.0001%"),
      factor: 0.1...0.6),
    Lesson(
      testDescription: "deployments are down more than machines",
      design: "three-zone-web-service", subject: "site", change: (" & deploys", ""),
      factor: 0.3...0.55),
    Lesson(
      testDescription: "automatic switches between regions fail rarely, and cost much then",
      design: "two-regions-active-passive", subject: "world", change: ("success 97%", "success 0%"),
      factor: 3...10),
  ]

  private static let folder = Folder.tests
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/TopologyLanguage/Library")

  private func text(_ design: String) throws -> String {
    try String(
      contentsOf: Self.folder.appendingPathComponent("\(design).nines"), encoding: .utf8)
  }

  /// The mean downtime of a year in seconds.
  private func downtime(
    of subject: String, in text: String, counting: String = ""
  ) throws -> Double {
    let question = "\nsimulate \(subject) for 1y, runs 2000, seed 7, sampling plain\(counting)\n"
    let outcome = try BuiltProgram.run(["--json"], input: Data((text + question).utf8))
    #expect(outcome.status == 0)
    #expect(!outcome.errors.contains("error: "), "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let answer = try #require(object as? [String: Any])
    let figures = try #require(answer["downtime_seconds"] as? [String: Any])
    let mean = try #require(figures["mean"] as? [String: Any])
    return try #require(mean["value"] as? Double)
  }

  @Test("teach what is so", arguments: lessons)
  func teaches(lesson: Lesson) throws {
    let text = try text(lesson.design)
    let changed = text.replacingOccurrences(of: lesson.change.0, with: lesson.change.1)
    try #require(changed != text)
    let before = try downtime(of: lesson.subject, in: text)
    let after = try downtime(of: lesson.subject, in: changed)
    #expect(lesson.factor.contains(after / before), "\(before) s became \(after) s")
  }

  @Test("of two regions are down less where both serve")
  func regions() throws {
    let passive = try text("two-regions-active-passive")
    let active = try text("two-regions-active-active")
    #expect(try downtime(of: "world", in: active) < downtime(of: "world", in: passive) / 2)
    let counting = ", counting below 90%"
    let shared = try downtime(of: "users", in: active, counting: counting)
    let slow = try downtime(
      of: "users", in: active.replacingOccurrences(of: "detect 30s", with: "detect 10min"),
      counting: counting)
    #expect(slow > 5 * shared)
  }

  @Test("of shuffled workers spare the customers of other pairs")
  func shuffling() throws {
    let text = try text("cells-with-shuffle-sharding")
    let counting = ", counting below 60%"
    let cells = try downtime(of: "in-cells", in: text, counting: counting)
    let shuffled = try downtime(of: "shuffled", in: text, counting: counting)
    #expect(shuffled < cells / 100)
  }
}
