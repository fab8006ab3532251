/// Equal replicas of which one leads, as a chain: the rule of the failover in a group with exponential
/// times.
public struct LeaderChain: Sendable {
  /// Which are up, who leads, and how far a takeover is.
  public struct State: Hashable, Sendable {
    var isUp: [Bool]
    /// Who leads, or led until it failed; nil without a quorum.
    var leader: Int?
    /// What is under way while the leader is down.
    var attempt: TakeoverTimes.Attempt?

    /// True while the service is down.
    public var isDown: Bool { leader == nil || attempt != nil }
  }

  private let count: Int
  private let need: Int
  private let mtbf: Double
  private let mttr: Double
  private let takeover: TakeoverTimes

  /// `need` of `count` replicas must be up.
  public init(_ need: Int, of count: Int, mtbf: Double, mttr: Double, _ takeover: TakeoverTimes) {
    self.count = count
    self.need = need
    self.mtbf = mtbf
    self.mttr = mttr
    self.takeover = takeover
  }

  /// The chain from all up.
  public func chain() -> SmallChain<State> {
    SmallChain(from: elected(Array(repeating: true, count: count))) { moves(from: $0) }
  }

  /// Runs with the first that is up, if enough are.
  private func elected(_ isUp: [Bool]) -> State {
    let hasQuorum = isUp.count { $0 } >= need
    return State(isUp: isUp, leader: hasQuorum ? isUp.firstIndex(of: true) : nil)
  }

  private func moves(from state: State) -> [(to: State, rate: Double)] {
    var moves: [(to: State, rate: Double)] = []
    for member in 0..<count {
      moves +=
        state.isUp[member] ? failures(of: member, state) : [(restored(member, state), 1 / mttr)]
    }
    if let attempt = state.attempt {
      moves.append((elected(state.isUp), takeover.rate(of: attempt)))
    }
    return moves
  }

  private func failures(of member: Int, _ state: State) -> [(to: State, rate: Double)] {
    var next = state
    next.isUp[member] = false
    // Losing the quorum ends what is under way.
    if next.isUp.count(where: { $0 }) < need { return [(elected(next.isUp), 1 / mtbf)] }
    guard member == state.leader, state.attempt == nil else { return [(next, 1 / mtbf)] }
    return takeover.attempts(1 / mtbf).map { attempt, rate in
      guard let attempt else { return (elected(next.isUp), rate) }
      next.attempt = attempt
      return (next, rate)
    }
  }

  private func restored(_ member: Int, _ state: State) -> State {
    var next = state
    next.isUp[member] = true
    if state.leader == nil { return elected(next.isUp) }
    // The old leader leads again at once; others follow.
    if member == state.leader { next.attempt = nil }
    return next
  }
}
