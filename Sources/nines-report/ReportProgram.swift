import ArgumentParser
import DesignReviews
import Evaluation
import Nines
import ReportOptions

/// Writes a review of a topology. It stands beside `nines`, which becomes it for `nines report`: the
/// template would slow the start of `nines`.
@main
struct ReportProgram: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nines-report", abstract: "Write the review of a topology, for `nines report`.")

  @OptionGroup var options: ReportOptions

  func run() async throws {
    let status = await review()
    if status != .answered { throw ExitCode(status.rawValue) }
  }

  private func review() async -> ExitStatus {
    let evaluator = Evaluator(sink: StreamSink(.text))
    do throws(InputError) {
      if let output = options.output, let obstacle = WholeFile.obstacle(to: output) {
        throw obstacle
      }
      let input = try Input(file: options.file, wantsJSON: false)
      guard let reviewer = reviewer(input, evaluator) else { return .wrongInput }
      let review = await reviewer.review()
      try write(review)
      return review.verdict.status
    } catch {
      evaluator.complain(error)
      return .wrongInput
    }
  }

  private func reviewer(_ input: Input, _ evaluator: Evaluator) -> Reviewer? {
    do {
      let program = try Checker.check(input.source, reading: input.observations)
      for warning in program.warnings {
        evaluator.sink.complain(.warning(warning, in: input.source))
      }
      return try Reviewer(
        program, text: input.source, of: options.name, limits: try limits,
        version: ProductVersion.text, command: command)
    } catch let error as Diagnostic {
      evaluator.complain(error, input.source)
    } catch {
      evaluator.complain("unreviewed", "\(error)")
    }
    return nil
  }

  private var limits: ReviewLimits {
    get throws { ReviewLimits(seed: options.seed, runs: options.runs, within: try options.time) }
  }

  /// Folders are left out: the same text gives the same page wherever it is.
  private var command: String {
    let file = options.file.split(separator: "/").last.map(String.init) ?? options.file
    let words = [file] + [options.name].compactMap(\.self)
    let form = (try? options.form) == .markdown ? ["--format markdown"] : []
    return (["nines report"] + words.map(Self.quoted) + form).joined(separator: " ")
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "._-".contains($0) }
    return isPlain ? word : "'\(word.replacing("'", with: "'\\''"))'"
  }

  private func write(_ review: DesignReview) throws(InputError) {
    let form = (try? options.form) ?? .html
    let text = form == .html ? review.html : review.markdown
    guard let output = options.output else { return StandardOutput.print(text, terminator: "") }
    try WholeFile.write(Array(text.utf8), to: output)
  }
}

extension DesignReview.Verdict {
  /// What the shell is told.
  fileprivate var status: ExitStatus {
    switch self {
    case .answered: .answered
    case .notMet: .notMet
    case .unanswered: .unanswerable
    }
  }
}
