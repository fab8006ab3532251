import ArgumentParser

/// Prints a file in its canonical form.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Print a file in its canonical form; nothing is written.")

  @Argument(help: "A .nines file; standard input without one.")
  var file: String?

  func run() throws {
    let status = Answering(isJSON: false, cutSetOrder: nil).format(file: file)
    if status != .answered { throw ExitCode(status.rawValue) }
  }
}
