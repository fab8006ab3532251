import Nines
import Synchronization

/// Answers on standard output and complaints on standard error, in one of the forms of
/// ``AnswerForm``.
package final class StreamSink: AnswerSink {
  private struct State {
    /// What was shown last; nil where nothing was.
    var isLastBrief: Bool?
    var table = CSVWriter()
  }

  let form: AnswerForm
  let style: StreamStyle
  private let state = Mutex(State())

  /// A sink of a process that has shown nothing yet.
  package init(_ form: AnswerForm, _ style: StreamStyle = StreamStyle()) {
    self.form = form
    self.style = style
  }

  package var wantsJSON: Bool { form == .json }

  /// A blank line stands between answers for people.
  package func show(_ answer: ShownAnswer) {
    switch form {
    case .json: StandardOutput.print(answer.json().text)
    case .csv:
      StandardOutput.print(state.withLock { $0.table.lines(of: answer.json()) }, terminator: "")
    case .text: printApart(answer, answer.report().text(width: style.width, style: style.output))
    case .markdown: printApart(answer, answer.report().markdown)
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
    StandardError.print(
      wantsJSON
        ? JSONValue(complaint).text : complaint.text(style.errors, width: style.width))
  }
}

/// How answers are written.
package enum AnswerForm: String, CaseIterable, Sendable {
  /// Cards and tables for people.
  case text
  /// One object a line.
  case json
  /// Tables for spreadsheets, with a header.
  case csv
  /// Tables for design reviews.
  case markdown
}
