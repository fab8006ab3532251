import Quantities

/// Why a question about a queue has no answer.
public enum QueueingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A number of servers outside 1 to the most that this kind of queue takes.
  case servers(Int, most: Int)
  /// An offered load that is negative or not a finite number of erlangs.
  case offeredLoad(Double)
  /// A mean service time of 0.
  case serviceTime
  /// No arrivals, where the queue's law needs some.
  case arrivals
  /// A mean time between failures, or to restoration, of 0.
  case serverTimes
  /// As much work arrives as the servers can do, or more: the queue grows without end.
  case unstable(offeredLoad: Double, servers: Int, effective: Double, needed: Int)
  /// Servers that miss the target with hardly any arrivals.
  case noArrivals
  /// A target that no number of servers meets: a chance of 0, or a mean wait of 0.
  case target
  /// The target needs more servers than this kind of queue takes.
  case tooManyServers(most: Int)
  /// The passage from level to level did not settle.
  case noConvergence
  /// A wait that takes too many steps to follow.
  case longWait(Duration, steps: Double, most: Double)

  /// One sentence for people, with what to do.
  public var description: String {
    switch self {
    case .servers(let servers, let most): "servers can be 1 to \(most), not \(servers)"
    case .offeredLoad(let load): "an offered load is 0 erlangs or more, not \(load)"
    case .serviceTime: "the mean service time must be longer than 0"
    case .arrivals: "a queue whose servers fail needs arrivals; give a frequency above 0"
    case .serverTimes: "a server's mean times between failures and to restoration must be above 0"
    case .unstable(let load, let servers, let effective, let needed):
      """
      \(servers) servers do the work of \(effective) in the long run and \(load) erlangs arrive, so \
      that the queue grows without end; at least \(needed) servers are needed
      """
    case .noArrivals:
      "these servers miss the target with hardly any arrivals; take more of them or ask for less"
    case .target: "no number of servers makes every wait 0; allow a chance or a wait above 0"
    case .tooManyServers(let most):
      "more than \(most) servers would be needed, the most that this queue takes; split the load"
    case .noConvergence: "the law of the queue did not settle; the load is too near the capacity"
    case .longWait(let wait, let steps, let most):
      """
      a wait of \(wait.seconds) s takes \(steps) operations to follow and \(most) is the most; ask \
      for a shorter wait or the mean wait
      """
    }
  }
}
