import Documents
import Interchange
import Testing
import TopologyLanguage

@Suite("Text through documents")
struct RoundTripTests {
  @Test("is the identity on the canonical form", arguments: Systems.written)
  func identity(system: String) throws {
    let canonical = try canonical(system)
    let value = ProgramJSON.value(of: try parse(canonical))
    for written in [value.text, value.indentedText] {
      let read = try ProgramJSON.program(from: JSONReader.value(from: Array(written.utf8)))
      #expect(read == (try parse(canonical)))
      #expect(Formatter.format(read) == canonical)
    }
  }

  @Test("through YAML is the identity too", arguments: Systems.written)
  func throughYAML(system: String) throws {
    let canonical = try canonical(system)
    let text = try YAMLWriter.text(of: ProgramJSON.value(of: try parse(canonical)))
    let read = try ProgramJSON.program(from: YAMLReader.value(from: Array(text.utf8)))
    #expect(read == (try parse(canonical)))
    #expect(Formatter.format(read) == canonical)
  }

  @Test("doesn't depend on the order of keys")
  func reversedKeys() throws {
    let canonical = try canonical(Systems.everything)
    let value = reversed(ProgramJSON.value(of: try parse(canonical)))
    #expect(Formatter.format(try ProgramJSON.program(from: value)) == canonical)
  }

  @Test("has real keys for what programs edit")
  func shape() throws {
    let text = "service order: 3 per az, need 6, mtbf 30d, needs db & auth, sends pay via q"
    let expected =
      #"{"schema":1,"statements":[{"service":"order","count":"3 per az","need":6,"#
      + #""mtbf":"30d","needs":["db","auth"],"sends":{"to":"pay","via":"q"}}]}"#
    #expect(ProgramJSON.value(of: try parse(text)).text == expected)
  }

  @Test("keeps every digit of an availability")
  func digits() throws {
    let text = "a = 99.999999999999999999999912345678900%\n"
    let value = ProgramJSON.value(of: try parse(text))
    #expect(value.text.contains(#"{"percent":"99.999999999999999999999912345678900%"}"#))
    #expect(Formatter.format(try ProgramJSON.program(from: value)) == text)
  }

  private func reversed(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let values): .array(values.map { reversed($0) })
    case .object(let members):
      .object(members.reversed().map { .init(key: $0.key, value: reversed($0.value)) })
    default: value
    }
  }
}

func parse(_ text: String) throws(Diagnostic) -> Program { try Parser.parse(SourceText(text)) }

func canonical(_ text: String) throws(Diagnostic) -> String { Formatter.format(try parse(text)) }
