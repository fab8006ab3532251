import Topology

/// A circuit breaker around a call of the operand.
///
/// Failures are counted at level 0 in [s, min(e, s + t)). An outage of length t or more opens it at
/// s + t: then the level is the fallback until the first probe at s + t + k w, k = 1, 2, ..., that
/// finds the callee not down; what the callee does between probes does not matter. While it is closed
/// the callee's level passes through.
struct BreakerRule: HistoryRule, Hashable {
  private let trips: Int64
  private let retries: Int64
  private let fallback: Double

  /// A breaker that is open.
  private struct Opening {
    let start: Int64
    /// The first probe that may find the callee up.
    var probe: Int64

    init(at start: Int64, retries: Int64) {
      self.start = start
      probe = start + retries
    }

    /// The callee is down in an outage: probes that fall into it find it so.
    mutating func pass(_ outage: LevelHistory.Outage, retries: Int64) {
      guard outage.end > probe else { return }
      probe += (outage.end - probe + retries - 1) / retries * retries
    }
  }

  init(_ breaker: Breaker) {
    trips = Clock.ticks(breaker.trips.seconds * 1e9)
    retries = max(1, Clock.ticks(breaker.retries.seconds * 1e9))
    fallback = breaker.fallback.fraction
  }

  var memory: Int64 { retries }

  func base(of operands: [LevelHistory]) -> Double {
    operands[0].isNeverUp ? fallback : operands[0].base
  }

  func follow(
    _ operands: [LevelHistory], until end: Int64, cause: Int32, _ pool: inout VariatePool,
    into result: inout LevelHistory
  ) {
    guard !operands[0].isNeverUp else { return }
    var reader = LevelReader(operands[0], baseCause: cause)
    var closed: Int64 = 0
    var opening: Opening?
    for outage in operands[0].outages(until: end) {
      if var open = opening {
        if outage.start <= open.probe {
          open.pass(outage, retries: retries)
          opening = open
          continue
        }
        closed = close(open, end, cause, into: &result)
      }
      reader.copy(from: closed, to: outage.start, into: &result)
      opening = count(outage, into: &result)
      closed = outage.end
    }
    if let opening { closed = close(opening, end, cause, into: &result) }
    reader.copy(from: closed, to: end, into: &result)
  }

  /// Counts the failures of an outage that finds the breaker closed; returns the opening where it is
  /// long enough.
  private func count(
    _ outage: LevelHistory.Outage, into result: inout LevelHistory
  ) -> Opening? {
    let limit = outage.start + trips
    result.append(
      from: outage.start, to: min(outage.end, limit), level: 0, cause: outage.cause)
    guard outage.end >= limit else { return nil }
    var opening = Opening(at: limit, retries: retries)
    opening.pass(outage, retries: retries)
    return opening
  }

  /// Adds the time that the breaker was open and returns when it closed.
  private func close(
    _ opening: Opening, _ end: Int64, _ cause: Int32, into result: inout LevelHistory
  ) -> Int64 {
    let closed = min(opening.probe, end)
    result.append(from: opening.start, to: closed, level: fallback, cause: cause)
    return closed
  }
}
