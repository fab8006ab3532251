extension Fleet {
  private static let mostChoices = 20_000.0

  /// How the fleet stands to a headroom rule, at peak. Exact but for one rounding a zone.
  ///
  /// Cost: some operations a zone, and for `toAdd` and `fewestInstances` some for each instance
  /// they count. With room for other zones' instances every choice of lost zones is looked at.
  /// Throws ``FleetError/loss(_:most:)``, ``FleetError/share(_:)`` and
  /// ``FleetError/choices(_:most:)``.
  public func check(_ rule: HeadroomRule) throws(FleetError) -> HeadroomCheck {
    try validate(rule)
    let counts = zones.map(\.instances)
    let worst = WorstLoss(fleet: self, counts: counts)
    let lost = worst.lost(rule)
    let left = worst.left(lost)
    let later = try leftAfterReplacement(rule, worst) ?? left
    let addition = InstanceAddition(fleet: self, rule: rule)
    return HeadroomCheck(
      rule: rule, verdict: verdict(left: left, later: later, rule), worstCase: losses(lost),
      left: left, leftAfterReplacement: later, needed: demand.amount,
      toAdd: addition.fewest(from: counts).map { zip($0, counts).map { $0 - $1 } },
      fewestInstances: addition.fewest(from: counts.map { _ in 0 })?.reduce(0, +))
  }

  private func validate(_ rule: HeadroomRule) throws(FleetError) {
    switch rule {
    case .loss(let zones):
      guard (1...self.zones.count).contains(zones) else {
        throw .loss(zones, most: self.zones.count)
      }
    case .spare(let spare):
      guard (1...instances).contains(spare) else { throw .loss(spare, most: instances) }
    case .rollingUpdate(let share): guard (0...1).contains(share) else { throw .share(share) }
    case .staticStability: break
    }
  }

  private func verdict(left: Double, later: Double, _ rule: HeadroomRule) -> HeadroomVerdict {
    if isEnough(left) { return .kept }
    return isEnough(later) && rule != .staticStability ? .keptAfterReplacement : .broken
  }

  private func losses(_ lost: [Int]) -> [HeadroomCheck.Loss] {
    zip(zones, lost).filter { $1 > 0 }.map { HeadroomCheck.Loss(zone: $0.name, instances: $1) }
  }

  /// The least that is left after replacement over all choices of lost zones; nil for other rules.
  private func leftAfterReplacement(
    _ rule: HeadroomRule, _ worst: WorstLoss
  ) throws(FleetError) -> Double? {
    guard case .loss(let lost) = rule, zones.contains(where: { $0.room > 0 }) else { return nil }
    let number = (0..<lost).reduce(1.0) { $0 * Double(zones.count - $1) / Double($1 + 1) }
    guard number <= Self.mostChoices else { throw .choices(number, most: Self.mostChoices) }
    var least = Double.infinity
    Self.forEachChoice(of: lost, from: 0..<zones.count, chosen: []) {
      least = min(least, worst.leftAfterReplacement(ofZones: $0))
    }
    return least
  }

  private static func forEachChoice(
    of count: Int, from range: Range<Int>, chosen: [Int], _ body: ([Int]) -> Void
  ) {
    if count == 0 { return body(chosen) }
    guard range.count >= count else { return }
    for place in range {
      forEachChoice(
        of: count - 1, from: (place + 1)..<range.upperBound, chosen: chosen + [place], body)
    }
  }
}

/// Adds instances one after another, each in the zone of the least capacity, until a rule is kept.
///
/// Where all instances serve alike no other way needs fewer: with a given number, levelling leaves
/// the largest zones as small as can be.
struct InstanceAddition {
  let fleet: Fleet
  let rule: HeadroomRule

  /// The counts by zone that keep the rule; nil when ``Fleet/mostInstances`` more don't.
  func fewest(from counts: [Int]) -> [Int]? {
    var unkept = 0
    if isKept(counts) { return counts }
    var kept = 1
    while !isKept(raised(counts, by: kept)) {
      guard kept < Fleet.mostInstances else { return nil }
      unkept = kept
      kept = min(2 * kept, Fleet.mostInstances)
    }
    while kept - unkept > 1 {
      let middle = unkept + (kept - unkept) / 2
      if isKept(raised(counts, by: middle)) { kept = middle } else { unkept = middle }
    }
    return raised(counts, by: kept)
  }

  private func isKept(_ counts: [Int]) -> Bool {
    WorstLoss(fleet: fleet, counts: counts).isKept(rule)
  }

  private func raised(_ counts: [Int], by number: Int) -> [Int] {
    var counts = counts
    for _ in 0..<number {
      var least = 0
      for zone in counts.indices.dropFirst()
      where fleet.zoneCapacity(zone, instances: counts[zone])
        < fleet.zoneCapacity(least, instances: counts[least])
      { least = zone }
      counts[least] += 1
    }
    return counts
  }
}
