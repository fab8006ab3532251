import StructureFunctions

extension TimedPart.Kind {
  /// The rule on histories that the part follows; nil for schedules, which have no operands. Places
  /// the laws that it draws from.
  func rule(_ laws: inout LawCatalogue) -> (any HistoryRule)? {
    switch self {
    case .afterEffect(.buffer(let buffer)): BufferRule(buffer)
    case .afterEffect(.absorption(let length)): Absorption(length)
    case .afterEffect(.lag(let law)): LagRule(law, &laws)
    case .send(let buffer): SendRule(buffer)
    case .breaker(let breaker): BreakerRule(breaker)
    case .failover(let failover): FailoverPairRule(failover, &laws)
    case .leader(let failover, let need): LeaderRule(failover, need: need, &laws)
    case .routing(let detection, let need, let share):
      RoutingRule(detection: detection, need: need, share: share)
    case .changes, .maintenance: nil
    }
  }
}
