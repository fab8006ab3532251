import Evaluation
import JupyterMessaging
import Nines
import Synchronization

// What a word means, where it stands.
extension Kernel {
  func inspect(_ request: Request) async {
    let code = request.content.string("code") ?? ""
    let cursor = request.content.integer("cursor_pos") ?? code.unicodeScalars.count
    guard let report = await explanation(of: Self.word(at: cursor, in: code)) else {
      return channels.confirm(
        request, ["found": .bool(false), "data": .object([:]), "metadata": .object([:])])
    }
    channels.confirm(
      request,
      ["found": .bool(true), "data": MIMEBundle(report).json, "metadata": .object([:])])
  }

  /// What is defined under a name comes before the help on a word.
  private func explanation(of word: String) async -> Report? {
    guard !word.isEmpty else { return nil }
    let question: String
    if workspace.definitions.names.contains(word) {
      question = "info \(word)"
    } else if HelpTopic.named(word) != nil {
      question = "help \(word)"
    } else {
      return nil
    }
    let sink = ReportSink()
    var copy = workspace
    _ = await copy.take(question, Evaluator(sink: sink, interruption: interruption))
    return sink.report
  }

  /// The word around a place, or just before it; empty where there is none.
  static func word(at cursor: Int, in code: String) -> String {
    let scalars = Array(code.unicodeScalars)
    let place = min(max(0, cursor), scalars.count)
    let before = scalars[..<place].reversed().prefix { isOfWord($0) }.reversed()
    let after = scalars[place...].prefix { isOfWord($0) }
    var word = ""
    word.unicodeScalars.append(contentsOf: before)
    word.unicodeScalars.append(contentsOf: after)
    return word
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar == "_" || scalar == "-"
  }
}

/// Keeps the answer to one question.
private final class ReportSink: AnswerSink {
  private let shown = Mutex<Report?>(nil)
  let wantsJSON = false

  var report: Report? { shown.withLock { $0 } }

  func show(_ answer: ShownAnswer) {
    let report = answer.report()
    shown.withLock { $0 = report }
  }

  /// Without an answer there is nothing to inspect.
  func complain(_ complaint: Complaint) {}
}
