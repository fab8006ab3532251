import Evaluation
import JupyterMessaging
import Nines

/// Answers the requests of a front end, one after the other, with the workspace that a prompt has too.
struct Kernel {
  let channels: KernelChannels
  let interruption: Interruption
  var workspace = Workspace()
  /// The number of the cell that ran last.
  var executionCount = 0
  /// The cells that ran, for the front end's arrow keys.
  var history = CellHistory()
  /// Cells that arrived until this one failed are not answered.
  var lastAborted = 0

  /// A kernel without definitions.
  init(_ channels: KernelChannels, _ interruption: Interruption) {
    self.channels = channels
    self.interruption = interruption
  }

  /// Answers what arrives.
  mutating func answer(_ queue: RequestQueue) async {
    for await arrival in queue.arrivals {
      channels.publish(.busy, about: arrival.request)
      await answer(arrival, queue)
      channels.publish(.idle, about: arrival.request)
    }
  }

  private mutating func answer(_ arrival: RequestQueue.Arrival, _ queue: RequestQueue) async {
    let request = arrival.request
    if request.flaw != nil, request.type.hasSuffix("_request"), request.type != "execute_request" {
      return channels.refuse(unreadable: request)
    }
    switch request.type {
    case "execute_request": await execute(arrival, queue)
    case "kernel_info_request": channels.reply(KernelInformation.reply, to: request)
    case "is_complete_request": answerCompleteness(request)
    case "complete_request": complete(request)
    case "inspect_request": await inspect(request)
    case "history_request": channels.confirm(request, ["history": history.reply(to: request)])
    case "comm_info_request": channels.confirm(request, ["comms": .object([:])])
    case "comm_open": closeComm(request)
    // Of a comm that was never opened there is nothing to say.
    case "comm_msg", "comm_close": break
    default: channels.refuse(request)
    }
  }

  /// No comm has a target here: a front end that opens one is told that it is closed.
  private func closeComm(_ request: Request) {
    channels.publish(
      "comm_close",
      .object([
        "comm_id": request.content["comm_id"] ?? .null, "data": .object([:]),
      ]), about: request)
  }

  private func answerCompleteness(_ request: Request) {
    let status =
      switch Workspace.completeness(ofCell: request.content.string("code") ?? "") {
      case .whole: "complete"
      case .unfinished: "incomplete"
      case .wrong: "invalid"
      }
    let members: KeyValuePairs<String, JSONValue> =
      status == "incomplete"
      ? ["status": .string(status), "indent": .string("  ")] : ["status": .string(status)]
    channels.reply(.object(members), to: request)
  }
}
