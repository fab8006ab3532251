import Topology

/// What the clauses of a scope say about the one literal and the one `else` in it.
struct ScopeClauses {
  /// The clauses, where they hold times or a capacity.
  let times: ClauseSet?
  /// How the standby takes over; nil for at once.
  let failover: Failover?
  /// True below a rule in time, which must know when each component fails.
  let isFollowed: Bool
}
