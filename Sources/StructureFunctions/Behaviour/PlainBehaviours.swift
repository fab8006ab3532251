import Quantities
import Topology

// Which behaviours change nothing, so that the structure is the plain one.

extension Failover {
  /// Nobody notices that the standby took over: then the better of the two serves.
  var isInstant: Bool {
    detection == .zero && switching == nil && coverage.complement == 0 && timeToLive == nil
  }
}

extension Group {
  /// The failover that makes a difference. With every member needed any failure is an outage, and
  /// when all are back the first one leads at once.
  func effectiveFailover(members: Int) -> Failover? {
    guard let failover = behaviour.failover, !failover.isInstant, need < members else { return nil }
    return failover
  }

  /// How long users are still sent to a failed member, when that makes a difference. With every
  /// member needed nobody is served until all are back.
  func effectiveDetection(members: Int) -> Duration? {
    guard behaviour.failover == nil, need < members, let detection = behaviour.detection,
      detection > .zero
    else { return nil }
    return detection
  }

  /// The crews, where members may wait for one.
  func effectiveCrews(members: Int) -> Int? {
    behaviour.crews.flatMap { $0 < members ? $0 : nil }
  }

  /// How spares wait, where there are some that age more slowly than the others.
  func effectiveSpares(members: Int) -> GroupBehaviour.Spares? {
    guard need < members, let spares = behaviour.spares else { return nil }
    switch spares {
    case .hot: return nil
    case .warm(let speed) where speed.complement == 0: return nil
    case .cold, .warm: return spares
    }
  }

  /// The exponent of load sharing; 0 for none.
  func effectiveSharing(members: Int) -> Double { members > 1 ? behaviour.sharing ?? 0 : 0 }

  /// True when the lives of members depend on each other.
  func isCoupled(members: Int) -> Bool {
    effectiveCrews(members: members) != nil || effectiveSpares(members: members) != nil
      || effectiveSharing(members: members) != 0
  }

  /// True when it matters which members are down, not only how many.
  func tellsMembersApart(members: Int) -> Bool {
    effectiveFailover(members: members) != nil || effectiveDetection(members: members) != nil
      || isCoupled(members: members)
  }
}
