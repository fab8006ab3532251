import ArgumentParser
import Evaluation
import Nines

/// What `nines report` is asked with, and the program that it starts.
package struct ReportOptions: ParsableArguments {
  /// How a review is written.
  package enum Form: String, CaseIterable, Sendable, ExpressibleByArgument {
    case html, markdown

    /// The form that a file's name ends in; nil for others.
    init?(endOf path: String) {
      switch path.split(separator: ".", omittingEmptySubsequences: false).last?.lowercased() {
      case "html"?, "htm"?: self = .html
      case "md"?, "markdown"?: self = .markdown
      default: return nil
      }
    }
  }

  @Option(
    name: .shortAndLong, help: "The file to write: .html, .htm or .md; standard output without.",
    completion: .file(extensions: ["html", "htm", "md"]))
  package var output: String?

  @Option(help: "How it is written: html or markdown; by default as the file's name ends.")
  package var format: Form?

  @Option(help: "Where the random numbers begin.")
  package var seed: UInt64?

  @Option(help: "How many histories each simulation draws, instead of as many as it needs.")
  package var runs: Int?

  @Option(
    help: ArgumentHelp(
      "How long each simulation may take, such as 30s; 10s by default.", valueName: "time"))
  package var within: String?

  @Argument(
    help: "A .nines, .json or .yaml file; - for standard input.",
    completion: .file(extensions: ["nines", "json", "yaml", "yml"]))
  package var file: String

  @Argument(help: "What is reviewed, instead of what the file asks about first.")
  package var name: String?

  package init() {}

  package func validate() throws {
    if let runs, !(1...SimulationRequest.mostRuns).contains(runs) {
      throw ValidationError("--runs takes a number from 1 to \(SimulationRequest.mostRuns)")
    }
    if runs != nil, within != nil {
      throw ValidationError("--runs and --within contradict each other; give one of them")
    }
    _ = try time
    _ = try form
  }

  /// How it is written. Throws a `ValidationError` for a file whose name ends in neither, or in the other
  /// one.
  package var form: Form {
    get throws {
      guard let output else { return format ?? .html }
      guard let ending = Form(endOf: output) else {
        throw ValidationError(
          "\(output): a report is written as .html or .md; write -o report.html")
      }
      guard let format, format != ending else { return ending }
      throw ValidationError(
        "-o \(output) and --format \(format.rawValue) contradict each other")
    }
  }

  /// How long each simulation may take; nil where that isn't said.
  package var time: Duration? {
    get throws {
      guard let within else { return nil }
      guard let time = Self.duration(within) else {
        throw ValidationError("--within takes a time such as 30s or 5min, not \(within)")
      }
      return time
    }
  }

  /// A number and a unit of the language, above 0.
  private static func duration(_ text: String) -> Duration? {
    let digits = text.prefix { $0.isNumber || $0 == "." }
    let unit = text.dropFirst(digits.count)
    guard let number = Double(digits), number > 0,
      let known = DurationUnit(word: unit)
    else { return nil }
    return try? Duration(seconds: number * known.seconds)
  }
}
