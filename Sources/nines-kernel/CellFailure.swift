import Evaluation
import JupyterMessaging
import Nines

/// Why a cell failed, in the words of an `error` message.
struct CellFailure {
  /// A code for programs: a diagnostic's, or that of a sentence.
  let name: String
  /// One sentence.
  let sentence: String
  /// Everything that is wrong, with the line and a caret, in colours.
  let traceback: [String]

  /// The columns of an excerpt of a cell.
  private static let width = 100

  /// Nil for a cell that was answered, be it with a goal that isn't met.
  init?(_ status: ExitStatus, _ complaints: [Complaint]) {
    if let first = complaints.first {
      self.init(first.code, first.message, complaints)
      return
    }
    switch status {
    case .answered, .notMet: return nil
    case .interrupted:
      self.init(
        "interrupted",
        "interrupted: a simulation shows its estimate so far, and what follows is not answered")
    case .wrongInput, .unanswerable:
      self.init("unanswered", "there is no answer; the kernel's log says why")
    }
  }

  /// Of a request that holds no text to answer.
  init(unreadable request: Request) {
    let reason = request.flaw?.description ?? "its code is no text"
    self.init("unreadable-request", "the \(request.type) can't be read: \(reason)")
  }

  private init(_ name: String, _ sentence: String, _ complaints: [Complaint] = []) {
    (self.name, self.sentence) = (name, sentence)
    let all = complaints.isEmpty ? [Complaint.sentence(sentence, code: name)] : complaints
    traceback = all.flatMap { complaint in
      complaint.text(.coloured, width: Self.width)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The keys of an `error` message.
  var members: [JSONValue.Member] {
    [
      .init(key: "ename", value: .string(name)), .init(key: "evalue", value: .string(sentence)),
      .init(key: "traceback", value: .array(traceback.map(JSONValue.string))),
    ]
  }

  /// What a front end's own expression comes to.
  static let noExpression = JSONValue.object(
    [.init(key: "status", value: .string("error"))]
      + CellFailure("no-expressions", "this kernel has no expressions besides cells").members)
}

extension Complaint {
  /// The stable code of what is wrong.
  fileprivate var code: String {
    switch self {
    case .refusal(let diagnostic, _), .warning(let diagnostic, _): diagnostic.code.rawValue
    case .sentence(_, let code, _): code
    }
  }

  fileprivate var message: String {
    switch self {
    case .refusal(let diagnostic, _), .warning(let diagnostic, _): diagnostic.message
    case .sentence(let sentence, _, _): sentence
    }
  }
}
