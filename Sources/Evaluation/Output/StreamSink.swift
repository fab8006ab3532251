import Nines
import Synchronization

/// Answers on standard output and complaints on standard error, in one of the forms of
/// ``AnswerForm``; pictures in files, where these are asked for.
package final class StreamSink: AnswerSink {
  struct State {
    /// What was shown last; nil where nothing was.
    var isLastBrief: Bool?
    var table = CSVWriter()
    /// The pictures that were shown, those that were written to files, and why an answer has none.
    var shown = 0
    var written = 0
    var refusal: String?
    var status = ExitStatus.answered
  }

  let form: AnswerForm
  let style: StreamStyle
  let pictureFile: PictureFile?
  private let answerFile: AnswerFile?
  let state = Mutex(State())

  /// A sink of a process that has shown nothing yet.
  package init(
    _ form: AnswerForm, _ style: StreamStyle = StreamStyle(), picturesIn file: PictureFile? = nil,
    answersIn answerFile: AnswerFile? = nil
  ) {
    self.form = form
    self.style = style
    pictureFile = file
    self.answerFile = answerFile
  }

  package var wantsJSON: Bool { form == .json }

  /// A blank line stands between answers for people.
  package func show(_ answer: ShownAnswer) {
    switch form {
    case .json: StandardOutput.print(answer.json().text)
    case .csv:
      StandardOutput.print(
        state.withLock { $0.table.lines(of: answer.json()) }, terminator: "")
    case .text: printApart(answer, text(of: answer))
    case .markdown: printApart(answer, markdown(of: answer))
    case .svg, .vegaLite: draw(answer)
    }
    if let pictureFile { write(answer, to: pictureFile) }
    keep(answer.json)
  }

  private func keep(_ value: () -> JSONValue) {
    guard let answerFile else { return }
    do throws(InputError) {
      try answerFile.add(value())
    } catch {
      state.withLock { $0.status = $0.status.worse(error.status) }
      StandardError.print("error: \(error.description)")
    }
  }

  private func text(of answer: ShownAnswer) -> String {
    let report = answer.report().text(width: style.width, style: style.output)
    guard let plot = plot(of: answer, style.output) else { return report }
    return "\(plot)\n\(report)"
  }

  private func markdown(of answer: ShownAnswer) -> String {
    let report = answer.report().markdown
    if answer.isPicture, case .drawing(let drawing) = answer.picture() {
      return "```mermaid\n\(drawing.mermaid)```\n\n\(report)"
    }
    guard let plot = plot(of: answer, .plain) else { return report }
    return "```text\n\(plot)```\n\n\(report)"
  }

  /// A plot in characters, its lines ended, or why there is none; nil unless a picture was asked for that
  /// characters show, and goes to no file.
  private func plot(of answer: ShownAnswer, _ style: TextStyle) -> String? {
    guard answer.isPicture, pictureFile == nil else { return nil }
    switch answer.picture() {
    case .none(let reason): return "no picture: \(reason)\n"
    case .drawing: return nil
    case .chart(let chart):
      let width = min(self.style.width ?? 80, 120)
      guard width >= TextPlotRenderer.leastWidth else {
        return "a plot takes \(TextPlotRenderer.leastWidth) columns\n"
      }
      return TextPlotRenderer(width: width, style: style).text(chart)
    }
  }

  private func printApart(_ answer: ShownAnswer, _ text: String) {
    let isApart = state.withLock { state in
      defer { state.isLastBrief = answer.isBrief }
      return state.isLastBrief.map { !($0 && answer.isBrief) } ?? false
    }
    StandardOutput.print(isApart ? "\n\(text)" : text)
  }

  package func complain(_ complaint: Complaint) {
    keep { JSONValue(complaint) }
    StandardError.print(
      wantsJSON
        ? JSONValue(complaint).text : complaint.text(style.errors, width: style.width))
  }
}

/// How answers are written.
package enum AnswerForm: String, CaseIterable, Sendable {
  /// Cards, tables and plots for people.
  case text
  /// One object a line.
  case json
  /// Tables for spreadsheets, with a header.
  case csv
  /// Tables for design reviews.
  case markdown
  /// The picture of an answer.
  case svg
  /// A specification of the picture a line, for Vega-Lite.
  case vegaLite = "vega-lite"

  /// True for the forms that hold pictures alone.
  package var isPicture: Bool { self == .svg || self == .vegaLite }
}
