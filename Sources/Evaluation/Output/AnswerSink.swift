import Nines

/// Where answers and complaints go: the streams of a process, or the cell of a notebook.
package protocol AnswerSink: Sendable {
  /// Takes an answer.
  func show(_ answer: ShownAnswer)
  /// Takes what is wrong with a text, or why there is no answer.
  func complain(_ complaint: Complaint)
  /// True where complaints are wanted as JSON: what another process says is passed on as it is.
  var wantsJSON: Bool { get }
  /// False where standard error belongs to another program, so that no progress is written there.
  var showsProgress: Bool { get }
}

extension AnswerSink {
  /// True unless a sink says otherwise.
  package var showsProgress: Bool { true }
}

/// An answer in every form that a sink may want; what isn't wanted is not worked out.
package struct ShownAnswer {
  /// For people.
  package let report: () -> Report
  /// For programs, with seconds and all digits.
  package let json: () -> JSONValue
  /// What it looks like, or why there is no picture of it.
  package let picture: () -> Picture
  /// True where the picture is what was asked for, for people too.
  package let isPicture: Bool
  /// True for a line that needs no blank line between itself and another such line.
  package let isBrief: Bool
}

/// What is wrong with a text, or why a question has no answer.
package enum Complaint: Sendable {
  /// A text is refused.
  case refusal(Diagnostic, in: SourceText)
  /// A text is odd, and answered all the same.
  case warning(Diagnostic, in: SourceText)
  /// A sentence about no place in a text, or about a row of a log; `code` is stable, for programs.
  case sentence(String, code: String, row: Int? = nil)
}
