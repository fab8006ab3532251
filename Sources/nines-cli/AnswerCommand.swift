import ArgumentParser
import Evaluation
import Nines

/// Answers a text given as words, as a file, or on standard input.
struct AnswerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Answer a topology (the default).",
    usage: """
      nines shop.nines why shop --cut-sets 2
      nines shop.nines --format markdown > review.md
      nines shop.nines --json
      nines '99.99% & 2 of 3 99.5%' --width 60
      nines shop.nines simulate shop, runs 1_000_000 --shard 1/2 -o part-1
      """,
    discussion: """
      A first word that ends in .nines, .json, .yaml or .yml, or that holds a /, is a file; the rest \
      is language, and needs no quotes where the shell leaves it alone. Exit status: 0 answered, 1 a \
      check is not met, 2 the input is wrong, 3 no answer, 130 interrupted after printing the estimate \
      so far.
      """)

  @Option(
    name: .customLong("cut-sets"),
    help: "With why: list the minimal cut sets of up to this many components.")
  var cutSetOrder: Int?

  @Option(help: "With simulate: run one of several equal parts, such as 2/7.")
  var shard: String?

  @Option(
    name: .shortAndLong, help: "The file that --shard writes, for nines merge.",
    completion: .file())
  var output: String?

  @OptionGroup var style: OutputOptions

  @Argument(
    help: "A file, or words of the language, or both.",
    completion: .custom { words, place, _ in WordCompletion.candidates(words, at: place) })
  var words: [String] = []

  func validate() throws {
    if let cutSetOrder, !(1...12).contains(cutSetOrder) {
      throw ValidationError("--cut-sets takes a number of components from 1 to 12")
    }
    if (shard == nil) != (output == nil) {
      throw ValidationError("--shard and --output go together: --shard 2/7 -o part-2")
    }
    if shard != nil, style.picture != nil || style.form.isPicture {
      throw ValidationError("a part has no picture; nines merge takes --picture and --format")
    }
    _ = try checkedShard()
  }

  /// `2/7`; nil when the whole is asked for.
  private func checkedShard() throws -> Shard? {
    guard let shard else { return nil }
    let numbers = shard.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let count = numbers[1], count > 0 else {
      throw ValidationError("--shard takes a number and how many there are, such as 2/7")
    }
    do throws(SimulationError) {
      return try Shard(number, of: count)
    } catch {
      throw ValidationError("--shard \(shard): \(error)")
    }
  }

  func run() async throws {
    let sink = try style.sink
    let evaluator = Evaluator(sink: sink, cutSetOrder: cutSetOrder)
    if let sentence = MistypedCommand.sentence(about: words, among: NinesCommand.commandNames) {
      evaluator.complain("unknown-command", sentence)
      return try Self.end(with: .wrongInput)
    }
    if let shard = try checkedShard(), let output {
      let writing = PartWriting(evaluator: evaluator, shard: shard, file: output)
      return try Self.end(with: await writing.write(words: words))
    }
    if words.isEmpty, StandardInput.isTerminal {
      guard style.answerFile == nil else {
        evaluator.complain(
          "wrong-option", "--json-file is for texts that are given, not for a prompt")
        return try Self.end(with: .wrongInput)
      }
      guard !style.form.isPicture else {
        evaluator.complain(
          "wrong-option",
          "a prompt shows more than pictures; --picture shop.svg writes them beside it")
        return try Self.end(with: .wrongInput)
      }
      var prompt = Prompt(PromptSettings(style, cutSetOrder: cutSetOrder))
      return await prompt.run()
    }
    try Self.end(with: await evaluator.answer(words: words).worse(sink.status))
  }

  private static func end(with status: ExitStatus) throws {
    if status != .answered { throw ExitCode(status.rawValue) }
  }
}
