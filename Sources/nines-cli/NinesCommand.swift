import ArgumentParser
import Evaluation

struct NinesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nines",
    abstract: "The mathematics of availability: how many nines a topology has, exactly.",
    usage: """
      nines '99.99% & 2 of 3 99.5%'
      nines shop.nines
      nines shop.nines why shop
      nines shop.nines check shop 99.95% per month
      nines shop.nines simulate shop for 1y, exceeding 1h
      nines shop.nines simulate shop, runs 1_000_000 --shard 1/2 -o part-1
      nines merge part-1 part-2
      nines shop.nines why shop --format csv
      nines fit incidents.csv --from 2026-01-01 --to 2026-07-01
      nines shop.nines plot shop --picture shop.svg
      nines draw shop.nines -o topology.svg
      nines lint shop.nines
      nines fmt shop.nines --to yaml
      nines report shop.nines -o shop.html
      nines shop.json
      echo '2 of 3 99.5%' | nines
      nines help mttr
      nines

      A first word that ends in .nines, .json, .yaml or .yml, or that holds a /, is a file; the
      rest is language, and needs no quotes where the shell leaves it alone. Without words nines
      reads standard input, or asks line by line on a terminal. `nines help WORD` explains a word
      of the language, and `nines answer --help` lists the options of answers: --format, --color,
      --width, --picture, --cut-sets, --shard.

      Exit status: 0 answered, 1 a check is not met, 2 the input is wrong, 3 no answer, 130
      interrupted after printing the estimate so far.
      """,
    version: ProductVersion.text,
    subcommands: [
      AnswerCommand.self, DrawCommand.self, FitCommand.self, FormatCommand.self, LintCommand.self,
      MergeCommand.self, ReportCommand.self,
    ],
    defaultSubcommand: AnswerCommand.self)

  /// The first words that name a command.
  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }
}

@main
enum Main {
  /// `help mttr` asks about a word of the language, `help fmt` about a command.
  private static var arguments: [String] {
    let words = Array(CommandLine.arguments.dropFirst())
    guard words.count >= 2, words[0] == "help", !NinesCommand.commandNames.contains(words[1]) else {
      return words
    }
    return ["answer"] + words
  }

  /// Runs the command; a wrong option is wrong input, status 2, as any other.
  ///
  /// Answers are not asked for through their protocol, which would move them to another thread.
  @MainActor
  static func main() async {
    if let script = CompletionScript.text(arguments) { return StandardOutput.print(script) }
    do {
      var command = try NinesCommand.parseAsRoot(arguments)
      if let command = command as? AnswerCommand {
        try await command.run()
      } else if let command = command as? FitCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard NinesCommand.exitCode(for: error) == .validationFailure else {
        NinesCommand.exit(withError: error)
      }
      StandardError.print(NinesCommand.fullMessage(for: error))
      NinesCommand.exit(withError: ExitCode(ExitStatus.wrongInput.rawValue))
    }
  }
}
