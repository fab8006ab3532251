import Topology

/// A group with a leader, an operand for each member: up, at level 1, while so many members are up as
/// are needed and one of them leads.
///
/// The leader of an election is the first member in order that is up at its end. When the leader
/// fails while enough others are up a switch begins: one draw of a takeover delay, for which the
/// service is down, unless the old leader is back before or at its end: then it leads. Failures of
/// others don't restart the switch. When fewer are up than are needed nobody leads, and when enough
/// are up again there is an election that takes no time.
struct LeaderRule: HistoryRule, Hashable {
  private let takeover: TakeoverDelay
  private let need: Int

  init(_ failover: Failover, need: Int, _ laws: inout LawCatalogue) {
    takeover = TakeoverDelay(failover, &laws)
    self.need = need
  }

  /// Nothing: a switch ends with the old leader's outage. Who leads lasts longer, but members are
  /// alike.
  var memory: Int64 { 0 }

  func base(of operands: [LevelHistory]) -> Double {
    operands.count { !$0.isNeverUp } >= need ? 1 : 0
  }

  func follow(
    _ operands: [LevelHistory], until end: Int64, cause: Int32, _ pool: inout VariatePool,
    into result: inout LevelHistory
  ) {
    let changes = MemberChange.changes(of: operands, until: end)
    guard !changes.isEmpty else { return }
    var group = LedGroup(operands, need: need)
    var place = 0
    var instant: Int64 = 0
    while instant < end {
      while place < changes.count, changes[place].instant <= instant {
        group.take(changes[place])
        place += 1
      }
      group.settle(at: instant, takeover, &pool)
      let change = place < changes.count ? changes[place].instant : end
      let next = min(change, group.switchEnd)
      if !group.isLed {
        result.append(from: instant, to: next, level: 0, cause: group.lossCause ?? cause)
      }
      instant = next
    }
  }
}

/// Who is up and who leads.
private struct LedGroup {
  private enum Leadership {
    /// Fewer are up than are needed.
    case noQuorum
    case member(Int)
    /// The old leader is down, and another one is found at an instant.
    case switching(from: Int, until: Int64)
  }

  private let need: Int
  private var isUp: [Bool]
  private var upCount: Int
  private var leadership = Leadership.noQuorum
  private var lastFailure: Int32?

  init(_ members: [LevelHistory], need: Int) {
    self.need = need
    isUp = members.map { !$0.isNeverUp }
    upCount = isUp.count { $0 }
  }

  var isLed: Bool {
    if case .member = leadership { true } else { false }
  }

  /// When a switch ends; far away where none goes on.
  var switchEnd: Int64 {
    if case .switching(_, let end) = leadership { end } else { .max }
  }

  /// What took the quorum; nil where there is one, or never was.
  var lossCause: Int32? {
    if case .noQuorum = leadership { lastFailure } else { nil }
  }

  mutating func take(_ change: MemberChange) {
    isUp[change.member] = change.isUp
    upCount += change.isUp ? 1 : -1
    if !change.isUp { lastFailure = change.cause }
  }

  /// Finds the leader once all changes of an instant are taken.
  mutating func settle(at instant: Int64, _ takeover: TakeoverDelay, _ pool: inout VariatePool) {
    guard upCount >= need else {
      leadership = .noQuorum
      return
    }
    if case .member(let leader) = leadership, !isUp[leader] {
      let end = takeover.draw(&pool).map { instant + $0 } ?? .max
      leadership = .switching(from: leader, until: end)
    }
    switch leadership {
    case .member: return
    case .switching(let old, _) where isUp[old]: leadership = .member(old)
    case .switching(_, let end) where end > instant: return
    case .switching, .noQuorum:
      leadership = isUp.firstIndex(of: true).map { .member($0) } ?? .noQuorum
    }
  }
}
