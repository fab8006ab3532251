import Evaluation
import JupyterMessaging
import Nines
import Synchronization

/// Shows a cell's answers below it at once, and keeps what is wrong for the end.
final class CellSink: AnswerSink {
  private let channels: KernelChannels
  private let request: Request
  private let executionCount: Int
  private let isSilent: Bool
  private let refusals = Mutex<[Complaint]>([])
  private let shown = Mutex(0)

  /// A sink of the cell in `request`; nothing is shown of a silent one.
  init(_ channels: KernelChannels, _ request: Request, executionCount: Int, isSilent: Bool) {
    (self.channels, self.request) = (channels, request)
    (self.executionCount, self.isSilent) = (executionCount, isSilent)
  }

  let wantsJSON = false
  let showsProgress = false

  /// What was wrong.
  var complaints: [Complaint] { refusals.withLock { $0 } }

  /// An answer is a result of the cell; the line about a definition is none.
  func show(_ answer: ShownAnswer) {
    guard !isSilent else { return }
    let number = shown.withLock { count in
      count += 1
      return count
    }
    let bundle = MIMEBundle(answer, identifier: "cell-\(executionCount)-\(number)")
    var members: [JSONValue.Member] = [
      .init(key: "data", value: bundle.json),
      .init(key: "metadata", value: .object([:])),
    ]
    if !answer.isBrief {
      members.append(.init(key: "execution_count", value: .integer(executionCount)))
    }
    channels.publish(
      answer.isBrief ? "display_data" : "execute_result", .object(members), about: request)
  }

  func complain(_ complaint: Complaint) {
    guard case .warning = complaint else {
      return refusals.withLock { $0.append(complaint) }
    }
    guard !isSilent else { return }
    channels.publish(
      "stream",
      .object([
        "name": .string("stderr"), "text": .string(complaint.text(.coloured, width: nil) + "\n"),
      ]), about: request)
  }
}
