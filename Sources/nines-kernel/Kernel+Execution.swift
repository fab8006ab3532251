import Evaluation
import JupyterMessaging
import Nines

// Cells.
extension Kernel {
  mutating func execute(_ arrival: RequestQueue.Arrival, _ queue: RequestQueue) async {
    let request = arrival.request
    guard arrival.number > lastAborted else {
      return reply(to: request, "aborted")
    }
    guard let cell = Cell(request) else { return refuse(request) }
    count(cell, request)
    queue.running = request
    interruption.listen()
    let failure = await run(cell, request)
    interruption.rest()
    queue.running = nil
    guard let failure else { return confirm(request) }
    if !cell.isSilent { channels.publish("error", .object(failure.members), about: request) }
    if cell.stopsOnError, !cell.isSilent { await abort(queue) }
    reply(to: request, "error", failure.members)
  }

  /// A cell that can't be read is no blank one.
  private func refuse(_ request: Request) {
    let failure = CellFailure(unreadable: request)
    channels.publish("error", .object(failure.members), about: request)
    reply(to: request, "error", failure.members)
  }

  /// How long cells that were sent together may take to arrive, on a busy machine too.
  private static let patience = Swift.Duration.milliseconds(100)

  /// What arrives before the reply was sent without knowing of it.
  private mutating func abort(_ queue: RequestQueue) async {
    try? await Task.sleep(for: Self.patience)
    lastAborted = queue.count
  }

  /// Cells that a front end runs for itself have no number.
  private mutating func count(_ cell: Cell, _ request: Request) {
    guard !cell.isSilent else { return }
    if cell.isKept {
      executionCount += 1
      history.append(cell.code, number: executionCount)
    }
    channels.publish(
      "execute_input",
      .object([
        "code": .string(cell.code), "execution_count": .integer(executionCount),
      ]), about: request)
  }

  private mutating func run(_ cell: Cell, _ request: Request) async -> CellFailure? {
    guard !cell.isBlank else { return nil }
    let sink = CellSink(
      channels, request, executionCount: executionCount, isSilent: cell.isSilent)
    let evaluator = Evaluator(sink: sink, interruption: interruption)
    let status = await workspace.take(cell: cell.code, evaluator)
    return CellFailure(status, sink.complaints)
  }

  /// Expressions of the front end have no values here; each is told so.
  private func confirm(_ request: Request) {
    var expressions: [JSONValue.Member] = []
    if case .object(let members)? = request.content["user_expressions"] {
      expressions = members.map { .init(key: $0.key, value: CellFailure.noExpression) }
    }
    reply(
      to: request, "ok",
      [
        .init(key: "payload", value: .array([])),
        .init(key: "user_expressions", value: .object(expressions)),
      ])
  }

  private func reply(
    to request: Request, _ status: String, _ members: [JSONValue.Member] = []
  ) {
    let head: [JSONValue.Member] = [
      .init(key: "status", value: .string(status)),
      .init(key: "execution_count", value: .integer(executionCount)),
    ]
    channels.reply(.object(head + members), to: request)
  }
}

/// What an `execute_request` asks for.
private struct Cell {
  let code: String
  /// Nothing is shown of it.
  let isSilent: Bool
  /// It has a number and stays in the history.
  let isKept: Bool
  /// Cells behind it are not answered where it fails.
  let stopsOnError: Bool

  /// Nil where there is no text.
  init?(_ request: Request) {
    let content = request.content
    guard let code = content.string("code") else { return nil }
    self.code = code
    isSilent = content.bool("silent") ?? false
    isBlank = code.allSatisfy(\.isWhitespace)
    isKept = (content.bool("store_history") ?? true) && !isSilent && !isBlank
    stopsOnError = content.bool("stop_on_error") ?? true
  }

  /// Nothing to answer.
  let isBlank: Bool
}
