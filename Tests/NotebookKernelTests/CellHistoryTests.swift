import JupyterMessaging
import Nines
import Testing

@testable import nines_kernel

/// What a front end's arrow keys and searches get.
@Suite struct CellHistoryTests {
  /// The numbers of the cells that a request with this content gets.
  static func numbers(_ content: String) throws -> [Int] {
    var history = CellHistory()
    for (place, code) in ["web = 99%", "list", "web", "list"].enumerated() {
      history.append(code, number: place + 1)
    }
    let header = #"{"msg_id":"1","msg_type":"history_request"}"#
    let frames = ["<IDS|MSG>", "", header, "{}", "{}", content].map { Array($0.utf8) }
    let request = try Request(frames, on: .shell, signer: MessageSigner(key: []))
    guard case .array(let entries) = history.reply(to: request) else { return [] }
    return entries.compactMap { entry in
      guard case .array(let fields) = entry, case .integer(let number) = fields[1] else {
        return nil
      }
      return number
    }
  }

  @Test(arguments: [
    (#"{"hist_access_type":"tail","n":2}"#, [3, 4]),
    (#"{"hist_access_type":"tail","n":100}"#, [1, 2, 3, 4]),
    (#"{"hist_access_type":"tail","n":-1}"#, []),
    (#"{"hist_access_type":"range","session":0,"start":2,"stop":4}"#, [2, 3]),
    (#"{"hist_access_type":"range","session":-1,"start":1,"stop":4}"#, []),
    (#"{"hist_access_type":"search","pattern":"web*","n":9}"#, [1, 3]),
    (#"{"hist_access_type":"search","pattern":"*9%"}"#, [1]),
    (#"{"hist_access_type":"search","pattern":"l?st","unique":true}"#, [4]),
    (#"{"hist_access_type":"search","pattern":"*e*b*=*"}"#, [1]),
    (#"{"hist_access_type":"search","pattern":"we"}"#, []),
  ])
  func requests(content: String, numbers: [Int]) throws {
    #expect(try Self.numbers(content) == numbers)
  }
}
