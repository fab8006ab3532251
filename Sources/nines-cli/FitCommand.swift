import ArgumentParser
import Evaluation
import Nines

/// What an incident log says, with flags instead of the language's words.
struct FitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "MTBF, MTTR, laws and a definition to paste, from an incident log.",
    usage: """
      nines fit incidents.csv
      nines fit incidents.csv --service checkout --from 2026-01-01 --to 2026-07-01
      nines fit incidents.csv --column start=Begin --column end=Finish --zone Europe/Berlin
      """,
    discussion: """
      The log is a CSV with a header and one row an incident: a start, and an end or a duration; \
      exports of PagerDuty and Statuspage are known by their headers. The same as `fit "FILE", …` in \
      the language.
      """)

  @Argument(help: "The incident log.", completion: .file())
  var file: String

  @Option(help: "The rows of this service alone.")
  var service: String?

  @Option(help: "When the log began to be complete, such as 2026-01-01.")
  var from: String?

  @Option(help: "When it ended to be so.")
  var to: String?

  @Option(help: "The zone of times that don't say theirs, such as +01:00 or Europe/Berlin.")
  var zone: String?

  @Option(help: "Outages shorter than this, such as 1min, are flaps and reported apart.")
  var flaps: String?

  @Option(help: "Outages with a gap shorter than this are one.")
  var joining: String?

  @Option(
    help: """
      What a column is called, such as start=Begin; of start, end, duration, service, severity, \
      share. May be repeated.
      """)
  var column: [String] = []

  @Option(help: "The rows of this severity alone. May be repeated.")
  var severity: [String] = []

  @Option(
    name: .customLong("share-above"), help: "The rows that hit more users than this, such as 5%.")
  var shareAbove: String?

  @Option(help: "The confidence of the intervals, such as 90%.")
  var confidence: String?

  @OptionGroup var output: OutputOptions

  func validate() throws { _ = try columns() }

  private func columns() throws -> [(role: String, name: String)] {
    try column.map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, FitOption.Column(rawValue: parts[0]) != nil else {
        let roles = FitOption.Column.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--column takes a role and a name, such as start=Begin; of \(roles)")
      }
      return (parts[0], parts[1])
    }
  }

  func run() async throws {
    let sink = try output.sink
    let evaluator = Evaluator(sink: sink)
    let status = await evaluator.answer(Input(question: try question())).worse(sink.status)
    if status != .answered { throw ExitCode(status.rawValue) }
  }

  /// The question in the language.
  private func question() throws -> String {
    let quoted: [(String, String?)] = [
      ("service", service), ("from", from), ("to", to), ("zone", zone),
    ]
    let plain: [(String, String?)] = [
      ("flaps", flaps), ("joining", joining), ("share above", shareAbove),
      ("confidence", confidence),
    ]
    let columns = try columns().map { "column \($0.role) \(QuotedText.quote($0.name))" }
    let options =
      quoted.compactMap { word, value in value.map { "\(word) \(QuotedText.quote($0))" } }
      + plain.compactMap { word, value in value.map { "\(word) \($0)" } } + columns
      + severity.map { "severity \(QuotedText.quote($0))" }
    return (["fit \(QuotedText.quote(file))"] + options).joined(separator: ", ")
  }
}
