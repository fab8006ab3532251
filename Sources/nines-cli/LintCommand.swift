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
      nines lint *.nines --json
      nines lint --rules
      """,
    discussion: """
      A comment `# lint: allow unused` beside a statement, or above it, allows what a rule finds there.
      Exit status: 0 nothing was found, 1 something was, 2 a file is wrong or unreadable.
      """)

  @Flag(help: "Print findings as JSON, one object a line.")
  var json = false

  @Flag(help: "List the rules and why each matters.")
  var rules = false

  @Option(help: "Colours: auto, always or never.")
  var color: StreamStyle.Colour = .auto

  @Argument(help: "The files; standard input without one.", completion: .file())
  var files: [String] = []

  func run() throws {
    guard !rules else { return StandardOutput.print(Self.table) }
    var status = ExitStatus.answered
    for file in files.isEmpty ? [nil] : files.map(Optional.some) {
      status = status.worse(lint(file))
    }
    if status != .answered { throw ExitCode(status.rawValue) }
  }

  private var evaluator: Evaluator { Evaluator(sink: StreamSink(json ? .json : .text, style)) }

  private var style: StreamStyle { StreamStyle(colour: color) }

  /// The findings of a file, on standard output; that it can't be read, on standard error.
  private func lint(_ file: String?) -> ExitStatus {
    do throws(InputError) {
      guard let file else { return lint(try Input(words: [], wantsJSON: json)) }
      return lint(try Input(file: file, wantsJSON: json))
    } catch {
      evaluator.complain(error)
      return .wrongInput
    }
  }

  private func lint(_ input: Input) -> ExitStatus {
    let findings = Linter.findings(of: input.source, reading: input.observations)
    for finding in findings { show(finding, in: input.source) }
    if findings.contains(where: { $0.severity == .error }) { return .wrongInput }
    return findings.contains { $0.severity == .warning } ? .notMet : .answered
  }

  private func show(_ finding: LintFinding, in source: SourceText) {
    let renderer = DiagnosticRenderer(source: source, style: style.output)
    StandardOutput.print(json ? JSONValue(finding, in: source).text : renderer.render(finding))
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
