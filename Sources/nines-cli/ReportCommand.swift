import ArgumentParser
import Evaluation
import ReportOptions

/// Writes a review of a topology, by a program of its own.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the review of a topology: one page of HTML, or Markdown.",
    usage: """
      nines report shop.nines -o shop.html
      nines report shop.nines -o shop.md
      nines report shop.nines db --format markdown
      nines report shop.nines --seed 7 --runs 100000 -o shop.html
      """,
    discussion: """
      The answer and its method, the topology, promises and what spends them, the distribution of months \
      and years, what takes it down, what to fix first, assumptions, the text. The same text, seed and runs \
      give the same page to the last byte. Exit status: 0 written, 1 written and a promise is not met, 2 \
      the input is wrong, 3 written without an answer or with a promise that can't be decided.
      """)

  @OptionGroup var options: ReportOptions

  /// This process becomes the other program, so that signals and its status are its own.
  func run() throws {
    let words = Array(CommandLine.arguments.drop { $0 != "report" }.dropFirst())
    SiblingProgram.become("nines-report", words)
    StandardError.print("error: reports need nines-report beside nines, which is not there")
    throw ExitCode(ExitStatus.wrongInput.rawValue)
  }
}
