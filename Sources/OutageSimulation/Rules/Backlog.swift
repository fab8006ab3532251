import Topology

/// What waits in a queue, in nanoseconds of nominal inflow.
///
/// It grows at rate 1 and falls at rate `drain` - 1, in whole nanoseconds: each fall is rounded down,
/// by less than one.
struct Backlog: Sendable, Hashable {
  /// As much as the queue holds.
  let limit: Int64
  /// How fast it is worked off, as a multiple of the nominal inflow; above 1, or infinite.
  let drain: Double
  private(set) var size: Int64 = 0

  /// An empty queue.
  init(_ buffer: Buffer) {
    limit = Clock.ticks(buffer.holds.seconds * 1e9)
    drain = buffer.drain
  }

  /// How long it can still grow.
  var room: Int64 { limit - size }

  /// How long a full queue takes to empty, or its limit where that is longer.
  var memory: Int64 { max(limit, Clock.ticks(Double(limit) / (drain - 1))) }

  /// Nothing works it off for so long, no longer than there is room.
  mutating func grow(for length: Int64) { size += length }

  /// It is worked off for so long, above 0.
  mutating func fall(for length: Int64) {
    size -= min(size, Clock.ticks((drain - 1) * Double(length)))
  }
}
