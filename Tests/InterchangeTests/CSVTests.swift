import Documents
import Foundation
import Interchange
import Testing
import TopologyLanguage

@Suite("Comma-separated values")
struct CSVTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// An answer as it is written; YAML's reader keeps the order of its keys.
  private func answer(_ text: String) throws -> JSONValue {
    try YAMLReader.value(from: Array(text.utf8))
  }

  private func lines(_ answers: [String]) throws -> String {
    var writer = CSVWriter()
    return try answers.map { writer.lines(of: try answer($0)) }.joined()
  }

  @Test("an answer is a table", arguments: AnswerExample.all)
  func tables(example: AnswerExample) throws {
    let found = try lines([example.answer])
    #expect(found == example.table)
  }

  @Test("fields are quoted where they must be, and quotes doubled")
  func quoting() throws {
    let text = #"{"a":"x","b":"1,2","c":"\"","d":"two\nlines","e":"r\r","f":" blank ","g":""}"#
    #expect(
      try lines([text]) == "a,b,c,d,e,f,g\nx,\"1,2\",\"\"\"\",\"two\nlines\",\"r\r\", blank ,\n")
    #expect(try lines([#"{"a":null}"#]) == "a\n\"\"\n")
  }

  @Test("numbers have all their digits")
  func digits() throws {
    let value = JSONValue.object(["a": .number(0.1 + 0.2), "b": .number(1e-300), "c": .integer(7)])
    var writer = CSVWriter()
    #expect(writer.lines(of: value) == "a,b,c\n0.30000000000000004,1e-300,7\n")
  }

  @Test("the same columns share a header, others get one behind an empty line")
  func headers() throws {
    #expect(
      try lines([#"{"a":1}"#, #"{"a":2}"#, #"{"a":1,"b":2}"#, #"{"a":3}"#])
        == "a\n1\n2\n\na,b\n1,2\n\na\n3\n")
  }

  @Test("keys that come to the same name are told apart")
  func collisions() throws {
    #expect(try lines([#"{"a_b":1,"a":{"b":2}}"#]) == "a_b,a_b_2\n1,2\n")
  }

  @Test("a column that not every element has stands where it belongs")
  func sparse() throws {
    let text =
      #"{"kind":"sweep","points":[{"x":1,"z":2},{"x":3,"y":4,"z":5},{"z":6,"u":7}]}"#
    #expect(
      try lines([text])
        == "kind,point_x,point_y,point_z,point_u\nsweep,1,,2,\nsweep,3,4,5,\nsweep,,,6,7\n")
  }

  @Test("a row of 100,000 columns keeps their order", .timeLimit(.minutes(1)))
  func wide() {
    let count = 100_000
    let list = JSONValue.array((1...count).map { .integer($0) })
    let tables = CSVTable.tables(of: .object(["a": list]))
    #expect(tables.map(\.columns) == [(1...count).map { "a_\($0)" }])
    #expect(tables.map(\.rows) == [[(1...count).map { "\($0)" }]])
  }

  @Test("findings with more and fewer notes are one table")
  func findings() throws {
    let source = SourceText("zones az: 2, 99.9%\na = 9.99%\nsystem s = a & az.1", name: "x")
    let table = CSVTable(
      objects: Linter.findings(of: source).map { JSONValue($0, in: source) })
    #expect(table.rows.count == 2)
    #expect(table.rows.map { $0[2] } == ["low-availability", "domain-loss"])
  }

  @Test("what the linter finds is an object with its file, and a table")
  func finding() throws {
    let source = SourceText("lb = 9.99%, mttr 1min\nsystem s = lb", name: "shop.nines")
    let value = JSONValue(try #require(Linter.findings(of: source).first), in: source)
    #expect(
      value.text == #"{"schema":1,"kind":"finding","rule":"low-availability","severity":"warning","#
        + #""message":"at 9.99% it is down more than half of the time","file":"shop.nines","#
        + #""line":1,"column":6,"length":5,"fix":"99.99%","notes":[]}"#)
    var writer = CSVWriter()
    #expect(
      writer.lines(of: value) == """
        schema,kind,rule,severity,message,file,line,column,length,fix
        1,finding,low-availability,warning,at 9.99% it is down more than half of the time,\
        shop.nines,1,6,5,99.99%

        """)
  }

  // MARK: Every kind

  /// The sources that write answers.
  private static func sources() throws -> [String] {
    try ["Sources/Interchange", "Sources/Evaluation"].flatMap { folder in
      let folder = root.appendingPathComponent(folder)
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      return try names.filter { $0.hasSuffix(".swift") }.map {
        try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
      }
    }
  }

  /// The kinds that the sources write, by the forms in which they do; complaints are no answers.
  private static func writtenKinds() throws -> Set<String> {
    var kinds: Set<String> = []
    for text in try sources() {
      for match in text.matches(of: /"kind": \.string\(\s*"([a-z_]+)"\)/) {
        kinds.insert(String(match.1))
      }
      for match in text.matches(of: /head\(\s*"([a-z_]+)"/) { kinds.insert(String(match.1)) }
      for match in text.matches(of: /\? "([a-z_]+)" : "([a-z_]+)", answer\.name\)/) {
        kinds.formUnion([String(match.1), String(match.2)])
      }
    }
    return kinds.subtracting(["error"])
  }

  @Test("every kind has a table by hand, but for the linter's above")
  func goldenKinds() throws {
    let kinds = try AnswerExample.all.map { example -> String in
      guard case .object(let members) = try answer(example.answer),
        case .string(let kind)? = members.first(where: { $0.key == "kind" })?.value
      else { return "" }
      return kind
    }
    #expect(Set(kinds + ["finding"]) == Set(AnswerKind.allCases.map(\.rawValue)))
  }

  @Test("every kind that is written is known, and none besides")
  func kinds() throws {
    #expect(try Self.writtenKinds() == Set(AnswerKind.allCases.map(\.rawValue)))
  }

  /// The answers of the program's transcripts.
  private static func transcripts() throws -> [String] {
    let folder = root.appendingPathComponent("Tests/CommandLineTests/Transcripts")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.filter { $0.hasSuffix(".txt") }.flatMap { name in
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        .split(separator: "\n").filter { $0.hasPrefix(#"{"schema":1"#) && $0.hasSuffix("}") }
        .map(String.init)
    }
  }

  /// The texts of all values that aren't null, as a table shows them.
  private func leaves(_ value: JSONValue) -> [String] {
    switch value {
    case .null: []
    case .string(let text): text.isEmpty ? [] : [text]
    case .bool, .number, .integer: [value.text]
    case .array(let values): values.flatMap(leaves)
    case .object(let members): members.flatMap { leaves($0.value) }
    }
  }

  @Test("answers of the program lose nothing, and their main lists have a row an element")
  func wholeAnswers() throws {
    let texts = try Self.transcripts()
    var seen: Set<String> = []
    for text in texts {
      let value = try answer(text)
      let tables = CSVTable.tables(of: value)
      for table in tables {
        #expect(Set(table.columns).count == table.columns.count)
        #expect(table.rows.allSatisfy { $0.count == table.columns.count })
      }
      #expect(Set(leaves(value)).isSubset(of: Set(tables.flatMap(\.rows).joined())))
      guard case .object(let members) = value,
        case .string(let kind)? = members.first(where: { $0.key == "kind" })?.value
      else { continue }
      seen.insert(kind)
      guard let list = AnswerKind(rawValue: kind)?.list else {
        #expect(tables.map(\.rows.count) == [1])
        continue
      }
      let further = elements(of: AnswerKind(rawValue: kind)?.furtherList, in: members)
      #expect(
        tables.map(\.rows.count) == [max(1, elements(of: list, in: members).count)]
          + (further.isEmpty ? [] : [further.count]))
      // No other list of objects is repeated in each row.
      let known = [list.key, AnswerKind(rawValue: kind)?.furtherList?.key]
      for member in members where !known.contains(member.key) {
        if case .array(let values) = member.value { #expect(!values.contains(where: isObject)) }
      }
    }
    #expect(seen.count >= 18)
  }

  private func elements(
    of list: AnswerKind.MainList?, in members: [JSONValue.Member]
  ) -> [JSONValue] {
    guard case .array(let elements)? = members.first(where: { $0.key == list?.key })?.value else {
      return []
    }
    return elements
  }

  private func isObject(_ value: JSONValue) -> Bool {
    if case .object = value { true } else { false }
  }
}
