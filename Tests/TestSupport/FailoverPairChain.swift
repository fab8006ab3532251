/// A primary and a standby, each failing by itself, as a chain: the rule of the failover of a pair
/// with exponential times.
public struct FailoverPairChain: Sendable {
  /// The mean up and restoration times of one of the two.
  public typealias Life = (mtbf: Double, mttr: Double)

  /// Which are up, and how far the takeover is.
  public struct State: Hashable, Sendable {
    var isPrimaryUp = true
    var isStandbyUp = true
    /// What is under way while the primary is down; nil once it is the standby's turn.
    var attempt: TakeoverTimes.Attempt?

    /// True while the service is down.
    public var isDown: Bool { !isPrimaryUp && (attempt != nil || !isStandbyUp) }
  }

  private let primary: Life
  private let standby: Life
  private let takeover: TakeoverTimes

  /// The pair; an infinite `mtbf` is a standby that never fails.
  public init(primary: Life, standby: Life, _ takeover: TakeoverTimes) {
    self.primary = primary
    self.standby = standby
    self.takeover = takeover
  }

  /// The chain from both up.
  public func chain() -> SmallChain<State> { SmallChain(from: State()) { moves(from: $0) } }

  private func moves(from state: State) -> [(to: State, rate: Double)] {
    var other = state
    other.isStandbyUp.toggle()
    let rate = state.isStandbyUp ? 1 / standby.mtbf : 1 / standby.mttr
    return [(other, rate)] + (state.isPrimaryUp ? failures(state) : primaryDown(state))
  }

  private func failures(_ state: State) -> [(to: State, rate: Double)] {
    takeover.attempts(1 / primary.mtbf).map { attempt, rate in
      (State(isPrimaryUp: false, isStandbyUp: state.isStandbyUp, attempt: attempt), rate)
    }
  }

  private func primaryDown(_ state: State) -> [(to: State, rate: Double)] {
    let restored = State(isPrimaryUp: true, isStandbyUp: state.isStandbyUp)
    guard let attempt = state.attempt else { return [(restored, 1 / primary.mttr)] }
    let turn = State(isPrimaryUp: false, isStandbyUp: state.isStandbyUp)
    return [(restored, 1 / primary.mttr), (turn, takeover.rate(of: attempt))]
  }
}
