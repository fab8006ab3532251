import ArgumentParser
import Documents
import Foundation
import Interchange
import TopologyLanguage

/// Turns documents into canonical text and back. It stands beside `nines`, which runs it for such
/// files: what reads them would triple the size of `nines` and slow its start.
@main
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nines-convert",
    abstract: "Print the text of a JSON or YAML topology, or standard input's text as YAML.")

  @Flag(help: "Print errors as JSON.")
  var json = false

  @Argument(
    help: "A .json, .yaml or .yml file; without one, a text on standard input becomes YAML.")
  var file: String?

  func run() throws {
    do throws(InterchangeError) {
      let text = if let file { try text(of: file) } else { try yaml() }
      print(text, terminator: "")
    } catch {
      report(error)
      throw ExitCode(2)
    }
  }

  private func text(of file: String) throws(InterchangeError) -> String {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw InterchangeError("the file cannot be read", at: "")
    }
    let isJSON = file.hasSuffix(".json")
    let value =
      isJSON ? try JSONReader.value(from: Array(data)) : try YAMLReader.value(from: Array(data))
    return TopologyLanguage.Formatter.format(try ProgramJSON.program(from: value))
  }

  private func yaml() throws(InterchangeError) -> String {
    let source = SourceText(bytes: Array(FileHandle.standardInput.readDataToEndOfFile()))
    let program: Program
    do throws(Diagnostic) {
      program = try TopologyLanguage.Parser.parse(source)
    } catch {
      throw InterchangeError(error.message, at: "")
    }
    return try YAMLWriter.text(of: ProgramJSON.value(of: program))
  }

  private func report(_ error: InterchangeError) {
    let separator = error.line == nil ? ": " : ":"
    let message = file.map { "\($0)\(separator)\(error)" } ?? "\(error)"
    let object = JSONValue.object([
      "schema": .integer(1), "kind": .string("error"), "code": .string("document"),
      "message": .string(message), "line": error.line.map { .integer($0) } ?? .null,
      "column": error.column.map { .integer($0) } ?? .null, "length": .null, "fix": .null,
    ])
    let line = json ? object.text : "error: \(message)"
    FileHandle.standardError.write(Data("\(line)\n".utf8))
  }
}
