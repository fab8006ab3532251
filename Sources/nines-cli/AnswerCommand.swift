import ArgumentParser
import Nines

/// Answers a text given as words, as a file, or on standard input.
struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Answer a topology (the default).")

  @Flag(help: "Print answers and errors as JSON, one object a line.")
  var json = false

  @Option(
    name: .customLong("cut-sets"),
    help: "With why: list the minimal cut sets of up to this many components.")
  var cutSetOrder: Int?

  @Argument(help: "A file, or words of the language, or both.")
  var words: [String] = []

  func validate() throws {
    if let cutSetOrder, !(1...12).contains(cutSetOrder) {
      throw ValidationError("--cut-sets takes a number of components from 1 to 12")
    }
  }

  func run() throws {
    let answering = Answering(isJSON: json, cutSetOrder: cutSetOrder)
    if words.isEmpty, StandardInput.isTerminal {
      Prompt(answering: answering).run()
      return
    }
    let status = answering.answer(words: words)
    if status != .answered { throw ExitCode(status.rawValue) }
  }
}

/// What the program tells the shell.
enum ExitStatus: Int32 {
  case answered = 0
  case notMet = 1
  case wrongInput = 2
  case unanswerable = 3

  func worse(_ other: ExitStatus) -> ExitStatus { other.rawValue > rawValue ? other : self }
}
