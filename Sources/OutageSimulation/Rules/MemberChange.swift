/// A member of a group goes down or comes back.
struct MemberChange: Sendable, Hashable {
  var instant: Int64
  /// Its number in the group.
  var member: Int
  var isUp: Bool
  /// What began its outage.
  var cause: Int32

  /// All changes that begin before an instant, in order of time and then of members.
  static func changes(of members: [LevelHistory], until end: Int64) -> [MemberChange] {
    var changes: [MemberChange] = []
    for (member, history) in members.enumerated() {
      for outage in history.outages(until: end) {
        changes.append(
          MemberChange(instant: outage.start, member: member, isUp: false, cause: outage.cause))
        guard outage.end < end else { continue }
        changes.append(
          MemberChange(instant: outage.end, member: member, isUp: true, cause: outage.cause))
      }
    }
    changes.sort { ($0.instant, $0.member) < ($1.instant, $1.member) }
    return changes
  }
}
