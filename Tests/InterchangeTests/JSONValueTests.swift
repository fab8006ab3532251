import Assessment
import Documents
import Interchange
import Testing
import TopologyLanguage

@Suite("JSON that is written")
struct JSONValueTests {
  @Test(
    "escapes what JSON asks for",
    arguments: [
      ("\"", #""\"""#), ("\\", #""\\""#), ("\n\r\t", #""\n\r\t""#), ("\u{1}", #""\u0001""#),
      ("\u{1F}", #""\u001f""#), ("/", #""/""#), ("é", #""é""#),
    ])
  func escapes(string: String, json: String) throws {
    #expect(JSONValue.string(string).text == json)
    #expect(try JSONReader.value(from: Array("[\(json)]".utf8)) == .array([.string(string)]))
  }

  @Test(
    "keeps all digits of numbers",
    arguments: [0.1, 1.0 / 3, .leastNonzeroMagnitude, 1e300, 0.999_999_999_999_999_9, -2.5e-7])
  func digits(number: Double) throws {
    let text = JSONValue.array([.number(number)]).text
    #expect(try JSONReader.value(from: Array(text.utf8)) == .array([.number(number)]))
  }

  @Test("has null for what is no number")
  func notFinite() {
    #expect(
      JSONValue.array([.number(.infinity), .figure(.nan), .figure(nil)]).text == "[null,null,null]")
  }

  @Test("breaks long lines and no short ones")
  func indentation() throws {
    let text =
      "a = b & c\nservice w: 2 of 3, mtbf 30d, mttr 5min, needs some-longer-name & another-long-name & z"
    let expected = """
      {
        "schema": 1,
        "statements": [
          {"name": "a", "is": {"all": ["b", "c"]}},
          {
            "service": "w",
            "count": "2 of 3",
            "mtbf": "30d",
            "mttr": "5min",
            "needs": ["some-longer-name", "another-long-name", "z"]
          }
        ]
      }
      """
    #expect(ProgramJSON.value(of: try parse(text)).indentedText == expected)
  }

  @Test("the answer parses and has the documented keys")
  func answer() throws {
    let program = try Checker.check(SourceText("site = 99.99% & 2 of 3 99.5%"))
    let answer = try Assessor(program.topology).availability(of: "site")
    let value = try JSONReader.value(from: Array(JSONValue(answer).text.utf8))
    guard case .object(let members) = value else {
      Issue.record("the answer is no object")
      return
    }
    let keys = Set(members.map(\.key))
    #expect(
      keys.isSuperset(of: [
        "schema", "kind", "name", "availability", "unavailability", "nines", "full",
        "expected_level", "downtime_seconds", "outages_per_year", "mean_outage_seconds",
        "mean_uptime_seconds", "method", "assumptions",
      ]))
  }

  @Test("simulated figures are objects with their interval, and what is not known is null")
  func simulated() async throws {
    let program = try Checker.check(SourceText("site = 99%, mttr 1h"))
    let longRun = try Assessor(program.topology).longRun(of: "site", using: .simulated)
    let answer = try #require(await longRun.answer())
    let members = try members(JSONValue(answer))
    let estimated = [
      "availability", "unavailability", "nines", "full", "expected_level", "outages_per_year",
      "mean_outage_seconds", "mean_uptime_seconds",
    ]
    for key in estimated { #expect(try isEstimate(members[key]), "\(key)") }
    let downtime = try self.members(try #require(members["downtime_seconds"]))
    for key in ["per_month", "per_year"] { #expect(try isEstimate(downtime[key]), "\(key)") }
    #expect(members["method"] == .string("simulated"))
    #expect(members["seed"] == .integer(1))
    let check = CheckAnswer(
      name: "site", target: "a goal", required: answer.availability, window: .month,
      forecast: answer)
    #expect(try self.members(JSONValue(check))["met"] == .null)
  }

  private func members(_ value: JSONValue) throws -> [String: JSONValue] {
    guard case .object(let members) = value else { throw InterchangeTestError.noObject }
    return Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })
  }

  private func isEstimate(_ value: JSONValue?) throws -> Bool {
    let keys = try members(try #require(value)).keys
    return Set(keys) == ["value", "standard_error", "low", "high"]
  }

  private enum InterchangeTestError: Error { case noObject }
}
