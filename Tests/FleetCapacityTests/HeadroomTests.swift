import Quantities
import Testing

@testable import FleetCapacity

@Suite("Headroom rules")
struct HeadroomTests {
  /// Source: by hand. Three zones of five at 1,000 rps.
  @Test("Three zones of five against ten and twelve thousand")
  func threeZones() throws {
    let zones = try ["a", "b", "c"].map { try zone($0, 5, serving: 1000) }
    let enough = try fleet(zones, demand: 10_000)
    for rule in HeadroomRule.usual {
      let check = try enough.check(rule)
      #expect(check.verdict == .kept)
      #expect(check.toAdd == [0, 0, 0])
    }
    let tight = try fleet(zones, demand: 12_000)
    let loss = try tight.check(.loss(zones: 1))
    #expect(loss.verdict == .broken)
    #expect(loss.left == 10_000 && loss.spare == -2000)
    #expect(loss.worstCase == [.init(zone: "a", instances: 5)])
    #expect(loss.toAdd == [1, 1, 1])
    #expect(loss.fewestInstances == 18)
    #expect(try tight.check(.staticStability).fewestInstances == 18)
    // floor(25 % of 15) = 3 are out.
    let update = try tight.check(.rollingUpdate())
    #expect(update.left == 12_000 && update.verdict == .kept)
    // 15 - floor(3.75) = 12, and 16 - 4 = 12.
    #expect(update.fewestInstances == 15)
    #expect(try tight.check(.nPlusTwo).fewestInstances == 14)
    let two = try tight.check(.loss(zones: 2))
    #expect(two.left == 5000)
    #expect(two.fewestInstances == 36)
    #expect(two.worstCase.map(\.zone) == ["a", "b"])
    let all = try tight.check(.loss(zones: 3))
    #expect(all.verdict == .broken && all.toAdd == nil && all.fewestInstances == nil)
  }

  /// Source: by hand. The loss of zone a with 6 leaves 10, and 2 and 3 find room; the loss of c
  /// with 4 leaves 12 and finds 5 of room.
  @Test("Replacement in the rooms of the others keeps a rule that is not statically stable")
  func rooms() throws {
    let zones = [
      try zone("a", 6, room: 2), try zone("b", 6, room: 2), try zone("c", 4, room: 3),
    ]
    let check = try fleet(zones, demand: 14).check(.loss(zones: 1))
    #expect(check.left == 10)
    #expect(check.leftAfterReplacement == 15)
    #expect(check.verdict == .keptAfterReplacement && !check.isStaticallyStable)
    #expect(try fleet(zones, demand: 14).check(.staticStability).verdict == .broken)
    #expect(try fleet(zones, demand: 10).check(.loss(zones: 1)).isStaticallyStable)
    #expect(try fleet(zones, demand: 16).check(.loss(zones: 1)).verdict == .broken)
  }

  @Test("Instances of the largest capacity are the worst to lose")
  func mixedInstances() throws {
    let fleet = try fleet(
      [try zone("old", 4, serving: 10), try zone("new", 2, serving: 30)], demand: 60)
    let check = try fleet.check(.spare(instances: 3))
    #expect(check.left == 30)
    #expect(
      check.worstCase == [.init(zone: "old", instances: 1), .init(zone: "new", instances: 2)])
    let added = try #require(check.toAdd)
    let raised = WorstLoss(fleet: fleet, counts: [4 + added[0], 2 + added[1]])
    #expect(raised.isKept(.spare(instances: 3)))
  }

  /// Every way of adding up to as many instances, on random fleets.
  @Test("No other way of adding needs fewer instances")
  func exhaustive() throws {
    var numbers = SmallNumbers(state: 7)
    for _ in 0..<60 {
      let zones = try (0..<3).map { try zone("\($0)", numbers.next(below: 5) + ($0 == 0 ? 1 : 0)) }
      let fleet = try fleet(zones, demand: Double(1 + numbers.next(below: 8)))
      let rules: [HeadroomRule] = [
        .loss(zones: 1), .loss(zones: 2), .nPlusOne, .rollingUpdate(share: 0.4), .staticStability,
      ]
      let rule = rules[numbers.next(below: rules.count)]
      let check = try fleet.check(rule)
      let added = try #require(check.toAdd).reduce(0, +)
      #expect(least(fleet, zones.map(\.instances), rule) == added)
      #expect(least(fleet, [0, 0, 0], rule) == check.fewestInstances)
    }
  }

  private func least(_ fleet: Fleet, _ counts: [Int], _ rule: HeadroomRule) -> Int? {
    (0...40).first { number in
      (0...number).contains { first in
        (0...(number - first)).contains { second in
          let added = [first, second, number - first - second]
          return WorstLoss(fleet: fleet, counts: zip(counts, added).map { $0 + $1 })
            .isKept(rule)
        }
      }
    }
  }

  @Test("What is no fleet or no rule is refused by name")
  func refusals() throws {
    #expect(throws: FleetError.noZones) { try fleet([], demand: 1) }
    #expect(throws: FleetError.demand) { try fleet([try zone("a", 1)], demand: 0) }
    #expect(throws: FleetError.instances(0)) { try fleet([try zone("a", 0)], demand: 1) }
    #expect(throws: FleetError.instances(-1)) { try fleet([try zone("a", -1)], demand: 1) }
    #expect(throws: FleetError.capacity("a")) {
      try fleet([try zone("a", 1, serving: 0)], demand: 1)
    }
    #expect(throws: FleetError.room("a", -1)) {
      try fleet([try zone("a", 1, room: -1)], demand: 1)
    }
    #expect(throws: FleetError.units("rps", "tps")) {
      try Fleet(zones: [try zone("a", 1)], demand: Rate(1, unit: "tps"))
    }
    #expect(throws: FleetError.self) {
      try fleet([try zone("a", 1, instance: life(0, 1))], demand: 1)
    }
    let small = try fleet([try zone("a", 2), try zone("b", 1)], demand: 1)
    #expect(throws: FleetError.loss(3, most: 2)) { try small.check(.loss(zones: 3)) }
    #expect(throws: FleetError.loss(0, most: 3)) { try small.check(.spare(instances: 0)) }
    #expect(throws: FleetError.share(2)) { try small.check(.rollingUpdate(share: 2)) }
    #expect("\(FleetError.share(2))".contains("0 to 1"))
  }
}
