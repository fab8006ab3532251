import Nines
import Synchronization

/// Answers on standard output and complaints on standard error, in one of the forms of
/// ``AnswerForm``.
package final class StreamSink: AnswerSink {
  private struct State {
    var hasShown = false
  }

  /// The form of the answers.
  package let form: AnswerForm
  private let state = Mutex(State())

  /// A sink of a process that has shown nothing yet.
  package init(_ form: AnswerForm) { self.form = form }

  package var wantsJSON: Bool { form == .json }

  /// A blank line stands between answers for people.
  package func show(_ answer: ShownAnswer) {
    let isFirst = state.withLock { state in
      defer { state.hasShown = true }
      return !state.hasShown
    }
    switch form {
    case .json: print(answer.json().text)
    case .text:
      if !isFirst { print("") }
      print(answer.report().text)
    }
  }

  package func complain(_ complaint: Complaint) {
    StandardError.print(wantsJSON ? JSONValue(complaint).text : complaint.text)
  }
}

/// How answers are written.
package enum AnswerForm: String, CaseIterable, Sendable {
  /// Cards and tables for people.
  case text
  /// One object a line.
  case json
}
