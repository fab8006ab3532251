/// A stretch of time in which a component is down.
protocol ComponentOutage {
  /// Nanoseconds on the clock of a replication; the end does not belong to it.
  var start: Int64 { get }
  var end: Int64 { get }
  /// The component that is down.
  var component: Int32 { get }
  /// The component behind it.
  var cause: Int32 { get }
}

extension DownInterval: ComponentOutage {
  var cause: Int32 { component }
}

/// A time in which a component of a restricted network is down, and what is behind it.
struct CausedInterval: ComponentOutage, Sendable, Hashable {
  var start: Int64
  var end: Int64
  /// Its number in the restricted network.
  var component: Int32
  /// The number in the whole network of the component behind it.
  var cause: Int32
}
