import Quantities

/// Retries, or a cache that serves stale for a while: an outage [s, e) of the operand is seen in
/// [s + b, e).
struct Absorption: HistoryRule, Hashable {
  /// What is taken in of each outage, in nanoseconds.
  private let length: Int64

  init(_ length: Duration) { self.length = Clock.ticks(length.seconds * 1e9) }

  var memory: Int64 { length }

  func base(of operands: [LevelHistory]) -> Double { operands[0].base }

  func follow(
    _ operands: [LevelHistory], until end: Int64, cause: Int32, _ pool: inout VariatePool,
    into result: inout LevelHistory
  ) {
    var reader = LevelReader(operands[0], baseCause: cause)
    var over: Int64 = 0
    for outage in operands[0].outages(until: end) {
      reader.copy(from: over, to: outage.start, into: &result)
      reader.copy(from: outage.start + length, to: outage.end, into: &result)
      over = outage.end
    }
    reader.copy(from: over, to: end, into: &result)
  }
}
