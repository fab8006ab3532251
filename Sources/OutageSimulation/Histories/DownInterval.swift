/// A component's time from a failure to its restoration, in nanoseconds on the clock of a
/// replication; the end does not belong to it.
struct DownInterval: Sendable, Hashable {
  var start: Int64
  var end: Int64
  var component: Int32

  /// The interval on a clock that runs backwards.
  var mirrored: DownInterval { DownInterval(start: -end, end: -start, component: component) }
}
