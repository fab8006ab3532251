/// A rule that holds messages back while its operands are down.
protocol DelayingRule: HistoryRule {
  /// Adds the delay of messages over one replication, given the same operands as
  /// ``HistoryRule/follow(_:until:cause:_:into:)``.
  func delays(of operands: [LevelHistory], until end: Int64, into course: inout DelayCourse)
}
