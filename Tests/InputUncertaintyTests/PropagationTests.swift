import InputUncertainty
import Quantities
import StructureFunctions
import TestSupport
import Testing
import Topology

@Suite("Uncertain inputs, carried to the result")
struct PropagationTests {
  private func both(
    _ topology: UncertainTopology, _ name: String, draws: Int = 512
  ) throws -> (compiled: PropagatedUncertainty, rebuilt: PropagatedUncertainty) {
    let compiled = try topology.propagated(to: name, .init(draws: draws, method: .compiled))
    let rebuilt = try topology.propagated(to: name, .init(draws: draws, method: .rebuilt))
    return (try #require(compiled), try #require(rebuilt))
  }

  @Test("compiled draws are the draws of topologies built one by one")
  func compiledIsRebuilt() throws {
    let (compiled, rebuilt) = try both(UncertainSystems.site(), "site")
    #expect(compiled.method == .compiled)
    #expect(rebuilt.method == .rebuilt)
    #expect(compiled.difference(from: rebuilt) < 1e-11)
    #expect(compiled.levelLost == nil)
    #expect(compiled.outageFrequency != nil)
    #expect(compiled.influences.map(\.input) == rebuilt.influences.map(\.input))
  }

  // Medians of posteriors are functions of GSL.
  #if GSL
    @Test("so they are with zones, levels, a common cause and posteriors")
    func posteriors() throws {
      let (compiled, rebuilt) = try both(UncertainSystems.shop(), "shop")
      #expect(compiled.difference(from: rebuilt) < 1e-11)
      #expect(compiled.levelLost != nil)
      #expect(compiled.lessThanFull != nil)
      #expect(compiled.influences.map(\.input) == rebuilt.influences.map(\.input))
    }
  #endif

  @Test("2,000 of 3,000 members in zones stay a count")
  func manyMembers() throws {
    let topology = try UncertainTopology { draw in
      let member = try UncertainSystems.component(
        draw.duration("mtbf", from: .days(2), to: .days(4)), .hours(30))
      let zone = try UncertainSystems.component(
        draw.duration("az", from: .days(200), to: .days(900)), .hours(1))
      return try Topology {
        Zones("az", 3, .component(zone))
        Service("s", 1_000, per: "az", need: 2_000, .component(member))
      }
    }
    let (compiled, rebuilt) = try both(topology, "s", draws: 128)
    #expect(compiled.difference(from: rebuilt) < 1e-11)
  }

  @Test("what else follows from a range is built for every draw, and said so")
  func rebuiltWhereItMust() throws {
    let capacity = try UncertainTopology { draw in
      let flow = try Rate(draw.number("web.capacity", from: 800, to: 1_500), unit: "rps")
      let demand = try Rate(3_000, unit: "rps")
      return try Topology {
        Service("web", 1, of: 4, .percent(99, mttr: .hours(1)), capacity: flow)
        System("s", .name("web"), demand: demand)
      }
    }
    let found = try #require(try capacity.propagated(to: "s", .init(draws: 256)))
    #expect(found.method == .rebuilt)
    #expect(found.unavailability.low.value < found.unavailability.high.value)
    #expect(throws: InputUncertaintyError.self) {
      try capacity.propagated(to: "s", .init(draws: 256, method: .compiled))
    }
    let product = try UncertainSystems.part { draw in
      let days = try draw.number("a", from: 2, to: 5) * draw.number("b", from: 3, to: 6)
      return .component(
        try UncertainSystems.component(try Duration(days, .day), .minutes(5)))
    }
    #expect(try product.propagated(to: "s", .init(draws: 128))?.method == .rebuilt)
  }

  @Test("a rule with a closed form is compiled when no range reaches it, else rebuilt")
  func closedForms() throws {
    func topology(isReached: Bool) throws -> UncertainTopology {
      try UncertainTopology { draw in
        let up = try draw.duration("x.mtbf", from: .days(3), to: .days(9))
        let ruled = isReached ? up : .days(5)
        return try Topology {
          Part("x", .mtbf(up, mttr: .minutes(20)))
          Part("y", .mtbf(ruled, mttr: .minutes(20)), afterEffects: [.lag(.fixed(.minutes(2)))])
          System("s", .all([.name("x"), .name("y")]))
        }
      }
    }
    let apart = try both(topology(isReached: false), "s")
    #expect(apart.compiled.difference(from: apart.rebuilt) < 1e-11)
    let reached = try topology(isReached: true).propagated(to: "s", .init(draws: 128))
    #expect(reached?.method == .rebuilt)
  }

  @Test("a seed gives the same bits, and an input more leaves the draws of others alone")
  func sameBits() throws {
    let topology = try UncertainSystems.site()
    let first = try topology.propagated(to: "site", .init(draws: 5_000, seed: 7))
    #expect(try topology.propagated(to: "site", .init(draws: 5_000, seed: 7)) == first)
    #expect(try topology.propagated(to: "site", .init(draws: 5_000, seed: 8)) != first)
    func part(_ more: Bool) throws -> PropagatedUncertainty? {
      let topology = try UncertainTopology { draw in
        if more { _ = try draw.number("first", from: 1, to: 2) }
        let up = try draw.duration("mtbf", from: .days(3), to: .days(9))
        let down = try draw.duration("mttr", from: .minutes(3), to: .minutes(9))
        return try Topology { Part("s", .mtbf(up, mttr: down)) }
      }
      return try topology.propagated(to: "s", .init(draws: 2_000))
    }
    let alone = try #require(try part(false))
    let among = try #require(try part(true))
    #expect(alone.numbers.map(\.bitPattern) == among.numbers.map(\.bitPattern))
  }

  @Test("ranges over 12 orders of magnitude, and 30 nines, keep both tails")
  func extremes() throws {
    let topology = try UncertainTopology { draw in
      let up = try draw.number("mtbf", from: 1, to: 1e12)
      let nines = try draw.probability("nines", from: .nines(29), to: .nines(31))
      let wide = try UncertainSystems.component(try Duration(seconds: up), .seconds(1))
      let firm = try Component(availability: nines, mttr: .exponential(mean: .seconds(1)))
      return try Topology {
        Part("wide", .component(wide))
        Part("firm", .component(firm))
        System("s", .any([.name("wide"), .name("firm")]))
      }
    }
    let (compiled, rebuilt) = try both(topology, "s", draws: 4_096)
    #expect(compiled.difference(from: rebuilt) < 1e-11)
    #expect(compiled.unavailability.low.value < 1e-40)
    let firm = try #require(try topology.propagated(to: "firm"))
    #expect(abs(firm.unavailability.median.value / 1e-30 - 1) < 0.05)
    let wide = try #require(try topology.propagated(to: "wide"))
    // U = 1 / (1 + mtbf): 1 / 2 and 1e-12 at the ends.
    #expect(abs(wide.unavailability.low.value / 1e-12 - 1) < 0.2)
    #expect(abs(wide.unavailability.high.value / 0.5 - 1) < 0.2)
    #expect(abs(wide.availability.low.value / 0.5 - 1) < 0.2)
  }

  @Test("no inputs, no answer; without times no outages")
  func bounds() throws {
    let certain = try UncertainTopology { _ in try Topology { Part("s", .percent(99)) } }
    #expect(try certain.propagated(to: "s") == nil)
    let untimed = try UncertainSystems.part { draw in
      let up = try draw.probability("s", from: .percent(99), to: .percent(99.9))
      return .component(try Component(availability: up))
    }
    let found = try #require(try untimed.propagated(to: "s", .init(draws: 128)))
    #expect(found.method == .compiled)
    #expect(found.outageFrequency == nil)
    #expect(found.meanOutage == nil)
  }

  @Test("what can't be answered is refused by name")
  func refusals() throws {
    let topology = try UncertainSystems.site()
    #expect(throws: InputUncertaintyError.draws(100)) {
      try topology.propagated(to: "site", .init(draws: 100))
    }
    #expect(throws: InputUncertaintyError.structure(.unknownName("nothing"))) {
      try topology.propagated(to: "nothing")
    }
    let picky = try UncertainTopology { draw in
      let seconds = try draw.number("x", from: 1, to: 100)
      guard seconds < 140 else { throw QuantityError.outOfRange("x = \(seconds)") }
      let mtbf = try Duration(seconds: seconds)
      return try Topology { Part("s", .mtbf(mtbf, mttr: .seconds(1))) }
    }
    // The highest draws are checked where they are compiled, too.
    #expect(throws: InputUncertaintyError.self) { try picky.propagated(to: "s") }
    let error = #expect(throws: InputUncertaintyError.self) {
      try picky.propagated(to: "s", .init(draws: 512, method: .rebuilt))
    }
    guard case .draw(let number, let values, let reason)? = error else {
      Issue.record("a draw without an answer was passed over: \(String(describing: error))")
      return
    }
    #expect((0..<512).contains(number))
    #expect(values.map(\.name) == ["x"])
    #expect(reason.description.contains("x = \(values[0].value.number)"))
  }

  @Test("system 1 with ranges agrees with a brute-force run of other draws")
  func bruteForce() throws {
    let topology = try UncertainSystems.site()
    let found = try #require(try topology.propagated(to: "site"))
    var random = SplitMix64(seed: 5)
    let count = 4_000
    let drawn = try (0..<count).map { _ in try bruteForceDraw(topology, &random) }.sorted()
    for (quantile, estimate) in [
      (0.05, found.unavailability.low), (0.5, found.unavailability.median),
      (0.95, found.unavailability.high),
    ] {
      // The share of brute-force draws below the found quantile is binomial.
      let below = Double(drawn.count { $0 < estimate.value }) / Double(count)
      let error = (quantile * (1 - quantile) / Double(count)).squareRoot()
      #expect(abs(below - quantile) < 5.1 * error)
    }
  }

  private func bruteForceDraw(
    _ topology: UncertainTopology, _ random: inout SplitMix64
  ) throws -> Double {
    let values = try topology.inputs.map { input in
      let share = (Double(random.next() >> 12) + 0.5) * 0x1p-52
      return try input.belief.quantile(
        of: Probability(uncheckedValue: share, complement: 1 - share))
    }
    let function = try StructureFunction(try topology.topology(at: values), of: "site")
    return try function.figures(atLeast: 1).probability.complement
  }
}
