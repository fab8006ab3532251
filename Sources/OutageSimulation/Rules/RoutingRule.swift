import Quantities
import StructureFunctions

/// A group whose members are found down only after a while, an operand for each member: requests go
/// to those that are up and to those that have been down for less than the detection time, and what
/// goes to the latter is lost.
///
/// The level is the group's level × up / routed. A member that is back is routed to at once.
struct RoutingRule: HistoryRule, Hashable {
  private let detection: Int64
  private let need: Int
  private let share: Double?

  init(detection: Duration, need: Int, share: Double?) {
    self.detection = Clock.ticks(detection.seconds * 1e9)
    self.need = need
    self.share = share
  }

  /// Nothing: members that are back are routed to at once.
  var memory: Int64 { 0 }

  func base(of operands: [LevelHistory]) -> Double {
    level(up: operands.count { !$0.isNeverUp })
  }

  /// The group's level while so many members are up, all that are routed to among them.
  private func level(up: Int) -> Double {
    guard up >= need else { return 0 }
    guard let share else { return 1 }
    let carried = share * Double(up)
    return carried >= 1 - StructureFunction.levelTolerance ? 1 : carried
  }

  func follow(
    _ operands: [LevelHistory], until end: Int64, cause: Int32, _ pool: inout VariatePool,
    into result: inout LevelHistory
  ) {
    let changes = MemberChange.changes(of: operands, until: end)
    var group = RoutedGroup(operands)
    var (taken, noticed) = (0, 0)
    var instant = max(0, changes.first?.instant ?? end)
    while instant < end {
      while taken < changes.count, changes[taken].instant <= instant {
        group.take(changes[taken])
        taken += 1
      }
      while noticed < taken, changes[noticed].instant + detection <= instant {
        group.notice(changes[noticed])
        noticed += 1
      }
      var next = end
      if taken < changes.count { next = changes[taken].instant }
      if noticed < taken { next = min(next, changes[noticed].instant + detection) }
      let level = level(up: group.upCount)
      let isLate = group.isLate && level == result.base
      result.append(
        from: instant, to: next, level: level * group.answered,
        cause: isLate ? cause : group.lastFailure ?? cause)
      instant = next
    }
  }
}

/// Which members are up and which are routed to.
private struct RoutedGroup {
  /// When each member failed, 0 or more; nil for one that is up.
  private var failures: [Int64?]
  private var isRouted: [Bool]
  private(set) var upCount: Int
  private var routedCount: Int
  private(set) var lastFailure: Int32?

  init(_ members: [LevelHistory]) {
    isRouted = members.map { !$0.isNeverUp }
    failures = isRouted.map { $0 ? nil : 0 }
    upCount = isRouted.count { $0 }
    routedCount = upCount
  }

  /// True while requests go to members that are down.
  var isLate: Bool { routedCount > upCount }

  /// The share of requests that go to members that are up.
  var answered: Double { routedCount > 0 ? Double(upCount) / Double(routedCount) : 0 }

  mutating func take(_ change: MemberChange) {
    upCount += change.isUp ? 1 : -1
    failures[change.member] = change.isUp ? nil : change.instant
    if change.isUp {
      route(to: change.member, true)
    } else {
      lastFailure = change.cause
    }
  }

  /// The detection time has passed since a change: the member is no longer routed to where it failed
  /// then and is still down.
  mutating func notice(_ change: MemberChange) {
    if failures[change.member] == change.instant { route(to: change.member, false) }
  }

  private mutating func route(to member: Int, _ routed: Bool) {
    guard isRouted[member] != routed else { return }
    isRouted[member] = routed
    routedCount += routed ? 1 : -1
  }
}
