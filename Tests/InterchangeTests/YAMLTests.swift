import Documents
import Interchange
import Testing
import TopologyLanguage

@Suite("YAML")
struct YAMLTests {
  @Test("reads what people write")
  func written() throws {
    let yaml = """
      schema: 1
      statements:
        # a comment of YAML, not of the text
        - service: web
          count: 2 of 3
          mtbf: 30d
          mttr: "5min"
          drain: 1.50
          needs: [db, no]
        - name: site
          is: {all: [web, {percent: 99.99%}]}
      """
    #expect(
      try text(yaml) == """
        service web: 2 of 3, mtbf 30d, mttr 5min, drain 1.50, needs db & no
        site = web & 99.99%

        """)
  }

  @Test(
    "has none of the old surprises",
    arguments: [
      ("no", JSONValue.string("no")), ("1:30", .string("1:30")), ("010", .string("010")),
      ("0x10", .string("0x10")), ("4", .integer(4)), ("1.25", .number(1.25)), ("~", .null),
      ("true", .bool(true)), ("'4'", .string("4")), ("!!str 4", .string("4")),
      ("2026-01-02", .string("2026-01-02")), (".inf", .string(".inf")), ("1_500", .string("1_500")),
    ])
  func plain(yaml: String, value: JSONValue) throws {
    #expect(try YAMLReader.value(from: Array(yaml.utf8)) == value)
  }

  @Test(
    "keeps strings that look like something else",
    arguments: [
      "no", "4", "1e3", "~", "", "# a", "a: b", "- a", "'", "\"", "\\", "é", "<<", "=", "a\nb",
      " a ",
      "\t", "null", "0o7", "!x", "&a", "*a", "%", "@", "`", "{}", "2026-01-02", "\u{7F}",
      "\u{1F600}",
    ])
  func strings(string: String) throws {
    let value = JSONValue.object(["key": .string(string), "list": .array([.string(string)])])
    let yaml = try YAMLWriter.text(of: value)
    #expect(try YAMLReader.value(from: Array(yaml.utf8)) == value, "\(yaml)")
  }

  @Test(
    "refuses with a place",
    arguments: [
      ("schema: 1\nstatements: [", "3:1: this is no YAML"),
      ("schema: 1\nstatements:\n  - service: a\n    service: b", "3:5: the key 'service' stands"),
      ("schema: 1\nstatements: []\n---\na: 1", "3:1: this is no YAML"),
      ("schema: !!int 1", "1:9: the tag"), ("? [a]\n: 1", "1:3: a key must be a string"),
      ("a: *b", "1:4: this is no YAML"), ("", "the document is empty"),
      ("schema: 1\nstatements:\n  - service: a\n    mtbf: 5m", "statements[0].mtbf: 'm' is"),
    ])
  func refusals(yaml: String, message: String) throws {
    let error = #expect(throws: InterchangeError.self) { _ = try text(yaml) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test("aliases that name more than memory holds are refused")
  func aliases() throws {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let names = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(names)]\n"
    }
    let bytes = Array(yaml.utf8)
    #expect(throws: InterchangeError.self) { try YAMLReader.value(from: bytes) }
  }

  private func text(_ yaml: String) throws -> String {
    Formatter.format(try ProgramJSON.program(from: YAMLReader.value(from: Array(yaml.utf8))))
  }
}
