import Quantities
import Topology

/// The levels that rules make.
extension LevelSets {
  /// The operands' levels; none while nobody serves; and with a time to live the standby's shares.
  func levels(
    primary: [Double], standby: [Double], _ failover: Failover
  ) -> [Double] {
    guard !failover.isInstant else { return primary + standby }
    let plain = [0] + primary + standby
    guard failover.timeToLive != nil else { return plain }
    let steps = TimedPart.timeToLiveSteps
    let shares = (0..<steps).map { (Double($0) + 0.5) / Double(steps) }
    return plain + standby.flatMap { level in shares.map { $0 * level } }
  }

  /// While `up` of `routed` members that users are sent to are up, the group's level × up / routed.
  ///
  /// `level` gives that of a group with so many members up.
  func levelsOfRouting(
    _ name: String, need: Int, members: Int, level: (Int) -> Double
  ) throws(StructureFunctionError) -> [Double] {
    // So many fractions differ in any case.
    guard members - need <= 256 else { throw .tooManyLevels(name, limit: Self.limit) }
    var all = [0.0]
    for up in need...members {
      for routed in up...members { all.append(level(up) * Double(up) / Double(routed)) }
    }
    return all
  }

  /// None, full, and what changes leave of the users.
  func levels(of changes: Changes) -> [Double] {
    [0, 1, changes.share.complement] + (changes.canary.map { [$0.share.complement] } ?? [])
  }

  /// What calls and the definition's own outages add to the levels of what it is made of.
  func levelsOfCalls(_ definition: Definition, _ demand: Rate?) -> [Double] {
    var all: [Double] = []
    if !definition.sends.isEmpty { all += [0, 1] }
    for breaker in definition.breakers {
      all += levels(of: breaker.callee, under: demand) + [0, breaker.fallback.fraction]
    }
    if !definition.afterEffects.isEmpty || isMaintained(definition.name) { all.append(0) }
    return all
  }
}
