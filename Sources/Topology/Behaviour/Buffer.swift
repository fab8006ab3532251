import Quantities

/// A queue in front of something that may be down: the backlog, in time of nominal inflow, grows at
/// rate 1 while it is down and falls at rate `drain` - 1 while it is up. The producer is down only
/// while the backlog is full.
public struct Buffer: Sendable, Hashable {
  /// The longest outage that an empty buffer takes in, above 0.
  public let holds: Duration
  /// How fast the backlog is worked off, as a multiple of the nominal inflow: above 1, infinite for
  /// a buffer that drains at once.
  public let drain: Double

  /// A buffer; the topology checks it.
  public init(holds: Duration, drain: Double = .infinity) {
    self.holds = holds
    self.drain = drain
  }
}

/// A decoupled call: the sender is down while the queue is down, or while the consumer is down and
/// the backlog is full.
public struct Send: Sendable, Hashable {
  /// What works the messages off.
  public let consumer: String
  /// The definition that holds them, by the name of its queue.
  public let queue: String

  /// A call of `consumer` through `queue`.
  public init(_ consumer: String, via queue: String) {
    self.consumer = consumer
    self.queue = queue
  }
}
