import ArgumentParser
import Evaluation

/// Prints a file in its canonical form, or as a JSON or YAML document.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Print a file in its canonical form; nothing is written.")

  @Argument(help: "A .nines, .json or .yaml file; standard input without one.")
  var file: String?

  @Option(help: "The form to print.")
  var to: OutputForm = .text

  func run() throws {
    let status = Evaluator(sink: StreamSink(.text)).format(file: file, to: to)
    if status != .answered { throw ExitCode(status.rawValue) }
  }
}

/// How a topology is written.
enum OutputForm: String, CaseIterable, ExpressibleByArgument {
  case text, json, yaml
}
