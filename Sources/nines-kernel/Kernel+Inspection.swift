import Evaluation
import JupyterMessaging
import Nines
import Synchronization

// What a word means, where it stands.
extension Kernel {
  func inspect(_ request: Request) async {
    let (code, cursor) = Self.place(in: request)
    guard let report = await explanation(at: cursor, in: code) else {
      return channels.confirm(
        request, ["found": .bool(false), "data": .object([:]), "metadata": .object([:])])
    }
    channels.confirm(
      request,
      ["found": .bool(true), "data": MIMEBundle(report).json, "metadata": .object([:])])
  }

  /// What is defined under a name comes before the help on a word.
  private func explanation(at cursor: Int, in code: String) async -> Report? {
    let known = SourceText(workspace.definitions.text)
    let questions = InspectedWord.candidates(at: cursor, in: code).lazy
      .compactMap { Self.question(about: $0, known) }
    guard let question = questions.first else { return nil }
    let sink = ReportSink()
    var copy = workspace
    _ = await copy.take(question, Evaluator(sink: sink, interruption: interruption))
    return sink.report
  }

  /// What asks about a name or a word; nil where it is not known.
  private static func question(about word: InspectedWord, _ known: SourceText) -> String? {
    switch word {
    case .name(let name):
      let isKnown =
        Information(of: name, in: known) != nil
        || CommitmentCatalogue.published.named(name) != nil
      return isKnown ? "info \(NameWriter.text(Identifier(name)))" : nil
    case .topic(let topic): return HelpTopic.named(topic) == nil ? nil : "help \(topic)"
    }
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
