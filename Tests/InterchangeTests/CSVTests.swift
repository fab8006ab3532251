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

  /// Answers as the program writes them, shortened, and their tables.
  private static let golden: [(answer: String, table: String)] = [
    (
      #"{"schema":1,"kind":"availability","name":"site","availability":0.9995,"#
        + #""downtime_seconds":{"per_month":1296.5,"per_year":15774.083},"outages_per_year":null,"#
        + #""method":"exact","assumptions":["a","b, c"]}"#,
      """
      schema,kind,name,availability,downtime_seconds_per_month,downtime_seconds_per_year,\
      outages_per_year,method,assumptions_1,assumptions_2
      1,availability,site,0.9995,1296.5,15774.083,,exact,a,"b, c"

      """
    ),
    (
      #"{"schema":1,"kind":"simulation","name":"s","clean":{"value":0.5,"standard_error":0.01,"#
        + #""low":0.48,"high":0.52},"first_outage_seconds":null,"#
        + #""exceeds":[{"seconds":3600,"probability":{"value":0.1,"standard_error":0.02,"low":0.06,"#
        + #""high":0.14}},{"seconds":7200,"probability":null}]}"#,
      """
      schema,kind,name,clean,clean_standard_error,clean_low,clean_high,first_outage_seconds,\
      exceeds_1_seconds,exceeds_1_probability,exceeds_1_probability_standard_error,\
      exceeds_1_probability_low,exceeds_1_probability_high,exceeds_2_seconds,exceeds_2_probability
      1,simulation,s,0.5,0.01,0.48,0.52,,3600,0.1,0.02,0.06,0.14,7200,

      """
    ),
    (
      #"{"schema":1,"kind":"importance","name":"site","components":["#
        + #"{"name":"db","domains":["az.1"],"birnbaum":0.99,"criticality":null},"#
        + #"{"name":"say \"web\"","domains":[],"birnbaum":0.125,"criticality":0.25}],"#
        + #""uncertain_inputs":0}"#,
      """
      schema,kind,name,uncertain_inputs,component_name,component_birnbaum,component_criticality,\
      component_domains_1
      1,importance,site,0,db,0.99,,az.1
      1,importance,site,0,"say ""web""\",0.125,0.25,

      """
    ),
    (
      #"{"schema":1,"kind":"sweep","name":"site","input":"db.mttr","current":null,"points":["#
        + #"{"text":"1min","value":60,"downtime_seconds":{"per_year":10}},"#
        + #"{"text":"2min","value":120,"downtime_seconds":{"per_year":20.5}}],"assumptions":["a"]}"#,
      """
      schema,kind,name,input,current,point_text,point_value,point_downtime_seconds_per_year,\
      assumptions_1
      1,sweep,site,db.mttr,,1min,60,10,a
      1,sweep,site,db.mttr,,2min,120,20.5,a

      """
    ),
    (
      #"{"schema":1,"kind":"find","question":"find n in 1..2 where …","values":{"n":2},"found":true,"#
        + #""candidates":[{"values":{"n":1},"met":false,"conditions":[{"condition":"c","met":false}]},"#
        + #"{"values":{"n":2},"met":true,"conditions":[]}],"nearest":null}"#,
      """
      schema,kind,question,values_n,found,nearest,candidate_values_n,candidate_met,\
      candidate_conditions_1_condition,candidate_conditions_1_met
      1,find,find n in 1..2 where …,2,true,,1,false,c,false
      1,find,find n in 1..2 where …,2,true,,2,true,,

      """
    ),
    (
      #"{"schema":1,"kind":"comparison","subjects":[{"name":"a","unavailability":0.1},"#
        + #"{"name":"b","unavailability":{"value":0.2,"standard_error":0.1,"low":0,"high":0.4}}],"#
        + #""differences":[{"first":"a","second":"b","ratio":2}],"best":"a"}"#,
      """
      schema,kind,best,subject_name,subject_unavailability,subject_unavailability_standard_error,\
      subject_unavailability_low,subject_unavailability_high,differences_1_first,\
      differences_1_second,differences_1_ratio
      1,comparison,a,a,0.1,,,,a,b,2
      1,comparison,a,b,0.2,0.1,0,0.4,a,b,2

      """
    ),
    (
      #"{"schema":1,"kind":"tornado","name":"s","inputs":[{"name":"a.mttr","believed":true}]}"#,
      """
      schema,kind,name,input_name,input_believed
      1,tornado,s,a.mttr,true

      """
    ),
    (
      #"{"schema":1,"kind":"improvements","name":"s","changes":[{"change":"one more web"}]}"#,
      """
      schema,kind,name,change_change
      1,improvements,s,one more web

      """
    ),
    (
      #"{"schema":1,"kind":"headroom","name":"s","rules":[{"rule":"N + 1","add":["#
        + #"{"name":"web","count":2}]},{"rule":"N + 2","add":null}]}"#,
      """
      schema,kind,name,rule_rule,rule_add,rule_add_1_name,rule_add_1_count
      1,headroom,s,N + 1,,web,2
      1,headroom,s,N + 2,,,

      """
    ),
    (
      #"{"schema":1,"kind":"budget","name":"99.9%","alerts":[{"burn_rate":14.4},{"burn_rate":6}],"#
        + #""allowances":[{"window_seconds":86400,"allowed_seconds":86.4}]}"#,
      """
      schema,kind,name,alert_burn_rate,allowances_1_window_seconds,allowances_1_allowed_seconds
      1,budget,99.9%,14.4,86400,86.4
      1,budget,99.9%,6,86400,86.4

      """
    ),
    (
      #"{"schema":1,"kind":"budget_spent","name":"s","causes":[{"name":"db","kind":"part"}]}"#,
      """
      schema,kind,name,cause_name,cause_kind
      1,budget_spent,s,db,part

      """
    ),
    (
      #"{"schema":1,"kind":"catalogue","name":"x","commitments":[],"nearest":["aws.s3"]}"#,
      """
      schema,kind,name,nearest_1
      1,catalogue,x,aws.s3

      """
    ),
    (
      #"{"schema":1,"kind":"fit","name":"web","mtbf_seconds":{"value":5,"low":4,"high":null,"#
        + #""confidence":0.9,"method":"chi-square"}}"#,
      """
      schema,kind,name,mtbf_seconds,mtbf_seconds_low,mtbf_seconds_high,mtbf_seconds_confidence,\
      mtbf_seconds_method
      1,fit,web,5,4,,0.9,chi-square

      """
    ),
    (
      #"{"schema":1,"kind":"with","name":"s","changes":[{"path":"db.mttr","after":"1h"}],"#
        + #""before":{"kind":"availability","availability":0.9},"difference":null}"#,
      """
      schema,kind,name,before_kind,before_availability,difference,changes_1_path,changes_1_after
      1,with,s,availability,0.9,,db.mttr,1h

      """
    ),
  ]

  @Test("an answer is a table", arguments: golden)
  func tables(example: (answer: String, table: String)) throws {
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

  /// The kinds that the sources write, by the two forms in which they do.
  private static func writtenKinds() throws -> Set<String> {
    let folder = root.appendingPathComponent("Sources/Interchange")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    var kinds: Set<String> = []
    for name in names where name.hasSuffix("JSON.swift") {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      for match in text.matches(of: /"kind": \.string\("([a-z_]+)"\)/) {
        kinds.insert(String(match.1))
      }
      for match in text.matches(of: /head\(\s*"([a-z_]+)"/) { kinds.insert(String(match.1)) }
      for match in text.matches(of: /\? "([a-z_]+)" : "([a-z_]+)", answer\.name\)/) {
        kinds.formUnion([String(match.1), String(match.2)])
      }
    }
    return kinds
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
      let table = CSVTable(value)
      #expect(Set(table.columns).count == table.columns.count)
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
      #expect(Set(leaves(value)).isSubset(of: Set(table.rows.joined())))
      guard case .object(let members) = value,
        case .string(let kind)? = members.first(where: { $0.key == "kind" })?.value
      else { continue }
      seen.insert(kind)
      guard let list = AnswerKind(rawValue: kind)?.list else {
        #expect(table.rows.count == 1)
        continue
      }
      let found = try #require(members.first { $0.key == list.key }?.value)
      guard case .array(let elements) = found else { continue }
      #expect(table.rows.count == max(1, elements.count))
    }
    #expect(seen.count >= 18)
  }
}
