import Foundation
import Testing

@Suite("JSON")
struct ObjectTests {
  private static let keysOfKinds: [(line: String, keys: Set<String>)] = [
    (
      "$ nines --json site.nines",
      [
        "schema", "kind", "name", "availability", "unavailability", "nines", "full",
        "expected_level", "downtime_seconds", "outages_per_year", "mean_outage_seconds",
        "mean_uptime_seconds", "method", "assumptions",
      ]
    ),
    (
      "$ nines --json shop.nines simulate shop, runs 100, by month, exceeding 1h",
      [
        "schema", "kind", "name", "horizon_seconds", "replications", "seed", "sampling", "start",
        "ending", "downtime_seconds", "windows", "outages", "outage_seconds", "clean",
        "first_outage_seconds", "exceeds", "causes", "levels", "method", "assumptions",
      ]
    ),
    ("$ nines --json site.nines why site", ["schema", "kind", "name", "components"]),
    (
      "$ nines --json day.nines shop",
      [
        "schema", "kind", "name", "served_time", "short_time", "period_seconds",
        "loss_of_load_hours", "loss_of_load_days", "unserved_hours", "unit", "shortfalls",
        "mean_shortfall_seconds", "worst_load", "method", "assumptions",
      ]
    ),
    (
      "$ nines --json day.nines simulate shop, runs 100",
      [
        "schema", "kind", "name", "histories", "history_seconds", "seed", "ending",
        "loss_of_load_hours", "unserved_hours", "unit", "shortfalls", "shortfalls_begun_by_loads",
        "shortfall_hours", "clean", "method", "assumptions",
      ]
    ),
    (
      "$ nines --json day.nines headroom shop",
      ["schema", "kind", "name", "demand", "unit", "rules", "not_looked_at", "assumptions"]
    ),
  ]

  @Test("has the keys that programs rely on", arguments: keysOfKinds)
  func keys(line: String, keys: Set<String>) throws {
    let object = try parsed(ShellLine(line).run().output)
    #expect(keys.isSubset(of: object.keys))
    #expect(object["schema"] as? Int == 1)
  }

  @Test("of an error has the keys that programs rely on, on standard error")
  func error() throws {
    let outcome = try ShellLine("$ nines --json lb = 99,95%").run()
    let object = try parsed(outcome.errors)
    #expect(
      Set(object.keys)
        == ["schema", "kind", "code", "message", "line", "column", "length", "fix"])
    #expect(object["fix"] as? String == "99.95")
    #expect(object["column"] as? Int == 6)
    #expect(outcome.output.isEmpty && outcome.status == 2)
  }

  @Test("is one object a line")
  func lines() throws {
    let text = "a = 99%\nshow a\nwhy a\ncheck a 99% per year\n"
    let outcome = try BuiltProgram.run(["--json"], input: Data(text.utf8))
    let objects = try outcome.output.split(separator: "\n").map { try parsed(String($0)) }
    #expect(objects.map { $0["kind"] as? String } == ["availability", "importance", "check"])
  }

  @Test("names what it can't know with null")
  func unknown() throws {
    let object = try parsed(ShellLine("$ nines --json 99.95%").run().output)
    #expect(object["outages_per_year"] is NSNull)
    #expect(object["mean_outage_seconds"] is NSNull)
  }

  private func parsed(_ text: String) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(object as? [String: Any])
  }
}
