import JupyterMessaging
import Nines

/// The cells that ran since the kernel's start, for a front end's arrow keys.
struct CellHistory {
  private var cells: [(number: Int, code: String)] = []

  mutating func append(_ code: String, number: Int) { cells.append((number, code)) }

  /// The entries that a `history_request` asks for: session, number and code of each, the code with
  /// what came of it where that is wanted too; it isn't kept.
  func reply(to request: Request) -> JSONValue {
    let wantsOutput = request.content.bool("output") ?? false
    return .array(
      entries(request.content).map { cell in
        let code = JSONValue.string(cell.code)
        return .array([
          .integer(0), .integer(cell.number), wantsOutput ? .array([code, .null]) : code,
        ])
      })
  }

  private func entries(_ content: JSONValue) -> [(number: Int, code: String)] {
    let count = max(0, content.integer("n") ?? cells.count)
    switch content.string("hist_access_type") {
    case "range":
      // Only the running session is kept, whose number is 0.
      guard content.integer("session") ?? 0 == 0 else { return [] }
      let (start, stop) = (content.integer("start") ?? 0, content.integer("stop") ?? .max)
      return cells.filter { $0.number >= start && $0.number < stop }
    case "search":
      let pattern = Array(content.string("pattern") ?? "*")
      let found = cells.filter { Self.matches(Array($0.code)[...], pattern[...]) }
      return content.bool("unique") ?? false ? Self.latest(found, count) : found.suffix(count)
    default: return cells.suffix(count)
    }
  }

  /// Each code once, where it ran last.
  private static func latest(
    _ cells: [(number: Int, code: String)], _ count: Int
  ) -> [(number: Int, code: String)] {
    var seen: Set<String> = []
    return cells.reversed().filter { seen.insert($0.code).inserted }.reversed().suffix(count)
  }

  /// True where `*` may stand for any text, and `?` for any character. Takes time in proportion to the
  /// product of both lengths at most.
  private static func matches(
    _ text: ArraySlice<Character>, _ pattern: ArraySlice<Character>
  ) -> Bool {
    var (text, pattern) = (text, pattern)
    var retry: (text: ArraySlice<Character>, pattern: ArraySlice<Character>)?
    while !text.isEmpty {
      if pattern.first == "*" {
        pattern = pattern.dropFirst()
        retry = (text, pattern)
      } else if let sign = pattern.first, sign == "?" || sign == text.first {
        (text, pattern) = (text.dropFirst(), pattern.dropFirst())
      } else if let last = retry {
        retry = (last.text.dropFirst(), last.pattern)
        (text, pattern) = (last.text.dropFirst(), last.pattern)
      } else {
        return false
      }
    }
    return pattern.allSatisfy { $0 == "*" }
  }
}
