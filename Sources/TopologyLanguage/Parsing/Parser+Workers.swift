import Quantities
import Queueing

// Capacities that follow from a waiting time.
extension Parser {
  /// True at the beginning of `8 workers of 20ms waiting 50ms in 1%`.
  var isAtWorkers: Bool {
    current.kind == .number && peek().kind == .word && peek(2).keyword == .of
      && ["worker", "workers"].contains(text(peek()))
  }

  /// The most requests a second of which a share at most waits longer than a time for one of so many
  /// workers; rounded down to four digits.
  mutating func parseWorkers() throws(Diagnostic) -> RateSyntax {
    let start = current.span
    let count = try parseCount(after: "'capacity'")
    advance()
    advance()
    let service = try parseDuration(after: "'of'")
    try expectWord("waiting", after: service.text)
    let wait = try parseDuration(after: "'waiting'")
    try expect(.in, after: wait.text)
    let share = try parsePercent(after: "'in'")
    let tier = WaitingTier(
      workers: count.literal ?? 0, service: try QuantityReading.value(service),
      wait: try QuantityReading.value(wait), share: try QuantityReading.value(share))
    let text =
      "\(count.literal ?? 0) workers of \(service.text) waiting \(wait.text) in \(share.text)"
    return .point(
      Written(try tier.capacity(at: span(from: start)), text: text, span: span(from: start)))
  }

  private mutating func expectWord(_ word: String, after place: String) throws(Diagnostic) {
    guard current.kind == .word, text(current) == word else {
      throw missing(
        .missingWord, "expected '\(word)' and a time after \(place), found \(found)",
        insert: " \(word) 50ms in 1%")
    }
    advance()
  }
}

/// Workers behind one queue, and how long requests may wait there.
private struct WaitingTier {
  let workers: Int
  let service: Duration
  let wait: Duration
  let share: Probability

  func capacity(at span: SourceSpan) throws(Diagnostic) -> Rate {
    do throws(QueueingError) {
      let queue = try MultiServerQueue.mostArrivals(
        service: service, servers: workers, target: .wait(beyond: wait, atMost: share))
      guard let rate = try? Rate(Self.rounded(queue.arrivals.perSecond), unit: "rps") else {
        throw .noArrivals
      }
      return rate
    } catch {
      throw Diagnostic(.valueOutOfRange, error.description, at: span)
    }
  }

  /// Down to four digits, so that capacities have few.
  private static func rounded(_ number: Double) -> Double {
    var scale = 1.0
    while number * scale < 1_000, scale < 1e12 { scale *= 10 }
    if scale > 1 { return (number * scale).rounded(.down) / scale }
    var unit = 1.0
    while number / unit >= 10_000 { unit *= 10 }
    return (number / unit).rounded(.down) * unit
  }
}
