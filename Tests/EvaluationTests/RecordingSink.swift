import Evaluation
import Nines
import Synchronization

/// Keeps what is shown and complained of.
final class RecordingSink: AnswerSink {
  private let lines = Mutex<(shown: [String], charts: [Chart], complaints: [Complaint])>(
    ([], [], []))
  let wantsJSON = false

  /// The reports as text, in their order.
  var shown: [String] { lines.withLock { $0.shown } }
  /// The charts of what has one, in their order.
  var charts: [Chart] { lines.withLock { $0.charts } }
  /// The complaints, in their order.
  var complaints: [Complaint] { lines.withLock { $0.complaints } }

  func show(_ answer: ShownAnswer) {
    let text = answer.report().text
    let chart: Chart? = if case .chart(let chart) = answer.picture() { chart } else { nil }
    lines.withLock { lines in
      lines.shown.append(text)
      if let chart { lines.charts.append(chart) }
    }
  }

  func complain(_ complaint: Complaint) { lines.withLock { $0.complaints.append(complaint) } }
}

/// A workspace with all that it said.
struct Conversation {
  private(set) var workspace: Workspace
  private(set) var status = ExitStatus.answered
  /// What the last entry brought.
  private(set) var sink = RecordingSink()

  /// A conversation in which what took longer than `patience` is not answered again.
  init(patience: Swift.Duration) { workspace = Workspace(patience: patience) }

  /// A conversation that began with these entries, with all the time in the world.
  init(_ entries: String...) async {
    self.init(patience: .seconds(600))
    for entry in entries { await say(entry) }
  }

  mutating func say(_ entry: String) async {
    sink = RecordingSink()
    status = await workspace.take(entry, Evaluator(sink: sink))
  }

  /// What the last entry showed.
  var shown: String { sink.shown.joined(separator: "\n\n") }

  /// The sentence of the last refusal.
  var refusal: String? {
    switch sink.complaints.last {
    case .refusal(let diagnostic, _): diagnostic.message
    case .sentence(let sentence, _, _): sentence
    case .warning, nil: nil
    }
  }
}
