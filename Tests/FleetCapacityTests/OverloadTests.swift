import Quantities
import Testing

@testable import FleetCapacity

@Suite("Overload: shedding and cascades")
struct OverloadTests {
  struct Row: Sendable {
    let overload: Overload
    let delivered: Double
    let failures: [Int]
  }

  /// Source: by hand. Capacities 10, 10 and 4 against 21: equal shares are 7, then 10.5.
  static let rows = [
    Row(overload: Overload(), delivered: 21, failures: []),
    Row(overload: Overload(split: .equallyOverZones), delivered: 18, failures: []),
    Row(
      overload: Overload(split: .equallyOverZones, response: .cascade(threshold: 1)), delivered: 0,
      failures: [2, 0, 1]),
    Row(
      overload: Overload(split: .equallyOverZones, response: .cascade(threshold: 1.1)),
      delivered: 20, failures: [2]),
    Row(
      overload: Overload(split: .equallyOverZones, response: .cascade(threshold: 1.75)),
      delivered: 18, failures: []),
    Row(
      overload: Overload(response: .cascade(threshold: 0.8)), delivered: 0, failures: [0, 1, 2]),
    Row(overload: Overload(response: .cascade(threshold: 0.875)), delivered: 21, failures: []),
  ]

  @Test("Three zones by hand", arguments: rows)
  func byHand(_ row: Row) throws {
    let outcome = try row.overload.outcome(capacities: [10, 10, 4], demand: 21)
    #expect(abs(outcome.delivered - row.delivered) < 1e-12)
    #expect(outcome.failures == row.failures)
    #expect(abs(outcome.deliveredByZone.reduce(0, +) - row.delivered) < 1e-12)
  }

  static let overloads: [Overload] = [LoadSplit.byCapacity, .equallyOverZones].flatMap { split in
    [
      OverloadResponse.shed, .cascade(threshold: 1), .cascade(threshold: 0.7),
      .cascade(threshold: 1.4),
    ]
    .map { Overload(split: split, response: $0) }
  }

  @Test("The sum without the order is that with it", arguments: overloads)
  func fastSum(_ overload: Overload) throws {
    var numbers = SmallNumbers(state: 11)
    for _ in 0..<2000 {
      let capacities = (0..<(1 + numbers.next(below: 5))).map { _ in
        Double(numbers.next(below: 12))
      }
      let demand = Double(1 + numbers.next(below: 40))
      let outcome = try overload.outcome(capacities: capacities, demand: demand)
      let sum = capacities.withUnsafeBufferPointer { overload.delivered($0, demand: demand) }
      #expect(abs(sum - outcome.delivered) < 1e-9)
    }
  }

  /// Source: KNOWN-ANSWERS section 2; zones up with 1 - 1e-4, instances with 0.995, ten needed.
  @Test(
    "Zones and instances against ten",
    arguments: [(2, 10, 9.78699610945e-6), (3, 5, 1.46941008312e-5), (3, 6, 3.79723794407e-8)])
  func zoneTable(_ zones: Int, _ instances: Int, _ short: Double) throws {
    let fleet = try fleet(
      (0..<zones).map {
        try zone("\($0)", instances, instance: life(199, 1), zone: life(9999, 1))
      }, demand: 10)
    let law = try fleet.deliveredCapacity()
    #expect(abs(law.fullService.complement / short - 1) < 1e-11)
    #expect(abs(law.fullService.value + short - 1) < 1e-14)
    #expect(abs(law.meanDelivered + law.meanUnserved - 10) < 1e-12)
  }

  /// Every state of every instance count on random fleets.
  @Test("The exact law is that of all states", arguments: overloads)
  func enumeration(_ overload: Overload) throws {
    var numbers = SmallNumbers(state: 5)
    for _ in 0..<12 {
      let kinds = try (0..<2).map { _ in
        try zone(
          "z", 1 + numbers.next(below: 4), serving: Double(1 + numbers.next(below: 3)),
          instance: life(Double(1 + numbers.next(below: 9)), 2),
          zone: numbers.next(below: 3) == 0 ? nil : life(Double(1 + numbers.next(below: 20)), 1))
      }
      let zones = (0..<(1 + numbers.next(below: 4))).map { _ in kinds[numbers.next(below: 2)] }
      let fleet = try fleet(zones, demand: Double(1 + numbers.next(below: 14)))
      let law = try fleet.deliveredCapacity(overload)
      let states = try states(fleet, overload)
      #expect(abs(law.chances.reduce(0, +) - 1) < 1e-13)
      for amount in Set(states.map(\.amount)).union(law.amounts) {
        let wanted = states.filter { abs($0.amount - amount) < 1e-9 }.reduce(0) { $0 + $1.chance }
        let found = zip(law.amounts, law.chances).filter { abs($0.0 - amount) < 1e-9 }
        #expect(abs(found.reduce(0) { $0 + $1.1 } - wanted) < 1e-13)
      }
    }
  }

  private func states(
    _ fleet: Fleet, _ overload: Overload
  ) throws -> [(amount: Double, chance: Double)] {
    var states: [(capacities: [Double], chance: Double)] = [([], 1)]
    for zone in fleet.zones {
      let masses = CountMasses.effective(zone, replacedIn: nil)
      states = states.flatMap { state in
        masses.enumerated().map {
          (state.capacities + [Double($0) * zone.capacity.amount], state.chance * $1)
        }
      }
    }
    return try states.map {
      let demand = fleet.demand.amount
      return (try overload.outcome(capacities: $0.capacities, demand: demand).delivered, $0.chance)
    }
  }

  @Test("Three thousand instances over five zones are counted", arguments: overloads)
  func largeFleet(_ overload: Overload) throws {
    let fleet = try fleet(
      (0..<5).map {
        try zone("\($0)", 600, serving: 100, instance: life(2.6e6, 3e4), zone: life(6e7, 3600))
      }, demand: 200_000)
    let law = try fleet.deliveredCapacity(overload)
    #expect(abs(law.chances.reduce(0, +) - 1) < 1e-12)
    #expect(law.fullService.complement > 0 && law.fullService.complement < 1)
  }

  @Test("A cascade makes the loss of everything likelier, and in proportion it delivers less")
  func ordering() throws {
    let fleet = try fleet(
      (0..<3).map { try zone("\($0)", 5, instance: life(20, 1), zone: life(300, 1)) },
      demand: 10)
    for split in [LoadSplit.byCapacity, .equallyOverZones] {
      let shed = try fleet.deliveredCapacity(Overload(split: split))
      for threshold in [1.0, 1.3] {
        let response = OverloadResponse.cascade(threshold: threshold)
        let cascade = try fleet.deliveredCapacity(Overload(split: split, response: response))
        #expect(cascade.noService.value > 2 * shed.noService.value)
        if split == .byCapacity { #expect(cascade.meanDelivered < shed.meanDelivered) }
      }
    }
    #expect(throws: FleetError.threshold(0)) {
      try fleet.deliveredCapacity(Overload(response: .cascade(threshold: 0)))
    }
  }
}
