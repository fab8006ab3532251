import Documents
import Interchange
import Testing
import TopologyLanguage

@Suite("What is refused in JSON")
struct RefusalTests {
  @Test(
    "names its place",
    arguments: [
      (#"{"service":"a","mtfb":"30d"}"#, "statements[0]: unknown key 'mtfb'"),
      (#"{"service":"a","mtbf":"99%"}"#, "statements[0].mtbf: expected a duration"),
      (#"{"service":"a","mtbf":30}"#, "statements[0].mtbf: "),
      (#"{"service":"a","mtbf":["30d",true]}"#, "statements[0].mtbf[1]: expected a string or"),
      (#"{"service":"a","mtbf":"30d, mttr 1h"}"#, "statements[0].mtbf: expected one value"),
      (#"{"service":"a","mtbf":"30d\nb = c"}"#, "statements[0].mtbf: expected one phrase"),
      (#"{"service":"a","mtbf":"30d # b"}"#, "statements[0].mtbf: expected one phrase"),
      (#"{"service":"a","mtbf":"5m"}"#, "statements[0].mtbf: 'm' is a minute to some tools"),
      (#"{"service":"a","need":-1}"#, "statements[0].need: "),
      (#"{"service":"a","rolling":false}"#, "statements[0].rolling: expected true"),
      (#"{"service":"a","needs":[]}"#, "statements[0].needs: expected at least one name"),
      (#"{"service":"a","needs":"b"}"#, "statements[0].needs: expected an array, found a string"),
      (#"{"service":"a","sends":{"to":"b","by":"c"}}"#, "statements[0].sends: unknown key 'by'"),
      (#"{"service":"a","order":["mttr"]}"#, "statements[0].order[0]: there is no clause 'mttr'"),
      (#"{"service":"a","comments":{"mttr":{}}}"#, "statements[0].comments.mttr: expected as many"),
      (#"{"service":"a","store":"b"}"#, "statements[0]: 'service' and 'store' don't go together"),
      (#"{"service":""}"#, "statements[0]: "),
      (#"{"service":"a","above":["b"]}"#, "statements[0].above[0]: a comment begins with '#'"),
      (#"{"name":"a"}"#, "statements[0]: the key 'is' is missing"),
      (#"{"name":"a","is":{"percent":99.5}}"#, "statements[0].is.percent: expected a string"),
      (#"{"name":"a","is":{"all":["b"]}}"#, "statements[0].is.all: expected 2 parts or more"),
      (#"{"name":"a","is":{"xor":["b"]}}"#, "statements[0].is: expected one of the keys all"),
      (#"{"name":"a","is":{"all":["b",3]}}"#, "statements[0].is.all[1]: expected a name"),
      (#"{"why":"a","mttr":"1h"}"#, "statements[0]: unknown key 'mttr'"),
      (#"{"check":"shop"}"#, "statements[0].check: "),
      (#"[]"#, "statements[0]: expected an object, found an array"),
      (#"{"mttr":"1h"}"#, "statements[0]: expected one of the keys service"),
    ])
  func place(statement: String, message: String) throws {
    let error = try #require(refusal(#"{"schema":1,"statements":[\#(statement)]}"#))
    #expect(error.description.hasPrefix(message), "\(error)")
  }

  @Test(
    "covers the document itself",
    arguments: [
      (#"{"schema":2,"statements":[]}"#, "schema: expected 1, found the number 2"),
      (#"{"schema":"1","statements":[]}"#, "schema: expected 1, found a string"),
      (#"{"statements":[]}"#, "the key 'schema' is missing"),
      (#"{"schema":1}"#, "the key 'statements' is missing"),
      (#"{"schema":1,"statements":[],"version":3}"#, "unknown key 'version'"),
      (#"{"schema":1,"statements":[],"trailing":[""]}"#, "a comment or blank line stands"),
      (#"3"#, "expected an object, found the number 3"),
    ])
  func document(text: String, message: String) throws {
    let error = try #require(refusal(text))
    #expect(error.description.hasPrefix(message), "\(error)")
  }

  @Test(
    "tells the line and column of broken JSON",
    arguments: [
      ("{\n  \"schema\": 1,\n  oops\n}", "3:3: this is no JSON"),
      ("{\"schema\":1", "this is no JSON"),
      ("", "this is no JSON"), ("{} x", "1:4: this is no JSON"), ("\u{1}", "1:1: this is no JSON"),
      (#"{"schema":1,"statements":[],"schema":1}"#, "1:2: the key 'schema' stands twice"),
    ])
  func syntax(text: String, message: String) throws {
    let error = try #require(refusal(text))
    #expect(error.description.hasPrefix(message), "\(error)")
  }

  @Test("covers bytes that are not UTF-8")
  func encoding() {
    let error = #expect(throws: InterchangeError.self) { try JSONReader.value(from: [0x22, 0xFF]) }
    #expect(error?.description == "the document is not in UTF-8")
  }

  @Test("covers nesting beyond measure")
  func nesting() {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: InterchangeError.self) { try JSONReader.value(from: bytes) }
    #expect(throws: InterchangeError.self) { try YAMLReader.value(from: bytes) }
  }

  private func refusal(_ text: String) -> InterchangeError? {
    do throws(InterchangeError) {
      _ = try ProgramJSON.program(from: try JSONReader.value(from: Array(text.utf8)))
      return nil
    } catch {
      return error
    }
  }
}
