import ArgumentParser
import Evaluation

/// Prints a file in its canonical form, or as a JSON or YAML document, or brings files into that form.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Print a file in its canonical form, or bring files into it.",
    usage: """
      nines fmt shop.nines
      nines fmt shop.nines --to yaml
      nines fmt --write *.nines
      nines fmt --check *.nines
      """,
    discussion: """
      Without --write nothing is written. Comments stay. Exit status: 0 done, 1 with --check a file \
      isn't in its canonical form, 2 a file is wrong, unreadable or unwritable.
      """)

  @Option(help: "The form to print: text, json or yaml.")
  var to: OutputForm?

  @Flag(help: "Write each file anew that isn't in its canonical form, and name it.")
  var write = false

  @Flag(help: "Name each file that isn't in its canonical form; write nothing.")
  var check = false

  @Argument(
    help: "Files in .nines, .json or .yaml; standard input without one.", completion: .file())
  var files: [String] = []

  func validate() throws {
    guard !write || !check else {
      throw ValidationError("--write and --check contradict each other")
    }
    guard write || check else {
      if files.count > 1 {
        throw ValidationError(
          "one file can be printed; --write brings several into their canonical form, --check names them"
        )
      }
      return
    }
    if to != nil { throw ValidationError("--to prints a file; --write and --check are for text") }
    if files.isEmpty || files.contains(Input.dash) {
      throw ValidationError("--write and --check take files")
    }
    if let document = files.first(where: { $0.hasSuffix(".json") || Self.isYAML($0) }) {
      throw ValidationError("\(document): --write and --check are for .nines files")
    }
  }

  private static func isYAML(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  func run() throws {
    let evaluator = Evaluator(sink: StreamSink(.text))
    var status = ExitStatus.answered
    if write || check {
      for file in files { status = status.worse(evaluator.bring(file, isWriting: write)) }
    } else {
      status = evaluator.format(file: files.first, to: to ?? .text)
    }
    if status != .answered { throw ExitCode(status.rawValue) }
  }
}

/// How a topology is written.
enum OutputForm: String, CaseIterable, ExpressibleByArgument {
  case text, json, yaml
}
