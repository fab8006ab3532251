import ArgumentParser
import Evaluation
import Nines

/// Says what a text says and its writer can hardly mean.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find what a file says and its writer can hardly mean.",
    usage: """
      nines lint shop.nines
      nines lint *.nines --format csv
      nines lint --rules
      """,
    discussion: """
      A comment `# lint: allow unused` beside a statement, or above it, allows what a rule finds there.
      Exit status: 0 nothing was found, 1 something was, 2 a file is wrong or unreadable.
      """)

  @Flag(help: "List the rules and why each matters.")
  var rules = false

  @OptionGroup var output: OutputOptions

  @Argument(help: "The files; standard input without one.", completion: .file())
  var files: [String] = []

  func validate() throws {
    guard output.answerFile == nil else {
      throw ValidationError(
        "--json-file is for answers; --format json prints what the linter finds")
    }
    guard output.picture == nil, !output.form.isPicture else {
      throw ValidationError(
        "what the linter finds has no picture; --format takes text, json, csv or markdown here")
    }
    guard rules else { return }
    guard files.isEmpty else {
      throw ValidationError("--rules lists the rules of all files; leave \(files[0]) out")
    }
    guard output.isPlain else {
      throw ValidationError("--rules prints a plain list; leave the other flags out")
    }
  }

  func run() throws {
    guard !rules else { return StandardOutput.print(Self.table) }
    let sink = try output.sink
    var status = ExitStatus.answered
    var found: [FoundPlace] = []
    for file in files.isEmpty ? [nil] : files.map(Optional.some) {
      do throws(InputError) {
        found += Self.findings(in: try input(file, wantsJSON: sink.wantsJSON))
      } catch {
        Evaluator(sink: sink).complain(error)
        status = .wrongInput
      }
    }
    sink.show(found)
    for place in found { status = status.worse(place.status) }
    if status != .answered { throw ExitCode(status.rawValue) }
  }

  private func input(_ file: String?, wantsJSON: Bool) throws(InputError) -> Input {
    guard let file else { return try Input(words: [], wantsJSON: wantsJSON) }
    return try Input(file: file, wantsJSON: wantsJSON)
  }

  private static func findings(in input: Input) -> [FoundPlace] {
    Linter.findings(of: input.source, reading: input.observations).map {
      FoundPlace($0, in: input.source)
    }
  }

  /// A line for each rule.
  private static var table: String {
    let width = LintRule.allCases.map(\.rawValue.count).max() ?? 0
    return LintRule.allCases.map { rule in
      let blanks = String(repeating: " ", count: width - rule.rawValue.count + 2)
      return rule.rawValue + blanks + rule.reason
    }.joined(separator: "\n")
  }
}
