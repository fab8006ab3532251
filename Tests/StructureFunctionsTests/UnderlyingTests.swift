import Quantities
import Testing
import Topology

@testable import StructureFunctions

/// Structures without rules whose outages contain a service's.
///
/// Each component: MTBF 100 h, MTTR 1 h, u = 1/101, a = 100/101.
@Suite("The structure underneath")
struct UnderlyingTests {
  private static let down = 1.0 / 101

  private func sampler(
    atLeast level: Double = 1, _ definitions: Definition...
  ) throws -> OutageStartSampler {
    try OutageStartSampler(
      Topology(definitions: definitions), of: definitions[definitions.count - 1].name,
      underlying: level)
  }

  private func expect(_ found: OutageStartSampler, unavailability: Double) {
    #expect(abs(found.unavailability / unavailability - 1) < 1e-12)
    #expect(found.network.underlyingRoot == found.network.roots.count - 1)
  }

  @Test("of a service without rules it is the service's own")
  func plain() throws {
    let found = try sampler(Definition("x", .any([part, part])))
    #expect(found.network.underlyingRoot == nil)
    #expect(abs(found.unavailability / (Self.down * Self.down) - 1) < 1e-12)
  }

  @Test("of a pair it is the primary, and the standby is left to itself")
  func pair() throws {
    var found = try sampler(
      Definition("p", part), Definition("s", part),
      Definition("x", .failover(primary: "p", standby: "s", .halfMinute)))
    expect(found, unavailability: Self.down)
    #expect(abs(found.outagesPerSecond * 3_600 * 101 - 1) < 1e-12)
    let names = found.network.names
    var random = FixedNumbers(seed: 7)
    var standbyDown = 0
    let draws = 40_000
    for _ in 0..<draws {
      var down: [Int32] = []
      let failing = found.drawStart({ random.uniform() }, down: &down)
      #expect(names[Int(failing)] == "p")
      #expect(!down.contains { names[Int($0)] == "x failover" })
      standbyDown += down.contains { names[Int($0)] == "s" } ? 1 : 0
    }
    // Binomial with u: the z-score of a fixed seed, exceeded one time in a million.
    let mean = Double(draws) * Self.down
    let deviation = (mean * (1 - Self.down)).squareRoot()
    #expect(abs(Double(standbyDown) - mean) < 4.9 * deviation)
  }

  // A queue: consumer and queue; absorption and a buffer: what they follow, here a pair; a leader
  // group of three: all members; routing to 2 of 3: at 2/3 of the users the group, at 1 all members.
  @Test("of a rule that only bridges outages it is what the rule follows")
  func bridges() throws {
    let (u, a) = (Self.down, 1 - Self.down)
    expect(
      try sampler(
        Definition("payment", part),
        Definition("q", role: .queue, .expression(part), buffer: .tenMinutes),
        Definition("x", .expression(part), sends: [Send("payment", via: "q")])),
      unavailability: u + u * a + u * a * a)
    for effect in [AfterEffect.absorption(.hours(1)), .buffer(.tenMinutes)] {
      expect(
        try sampler(Definition("x", .behaving(.any([part, part]), effect))), unavailability: u * u)
    }
    expect(
      try sampler(Definition("x", 1, of: 3) { $0.failover = .halfMinute }),
      unavailability: u + u * a + u * a * a)
    let routed = Definition("x", 2, of: 3) { $0.detection = .seconds(5) }
    expect(try sampler(atLeast: 2.0 / 3, routed), unavailability: 3 * u * u * a + u * u * u)
    expect(try sampler(atLeast: 1, routed), unavailability: u + u * a + u * a * a)
  }

  @Test("a breaker at or below its fallback falls with its callee; above it nothing is known")
  func breaker() throws {
    let breaker = Breaker(
      "fraud", trips: .seconds(10), retries: .seconds(30), fallback: try Level(0.9))
    let fraud = Definition("fraud", .any([part, part]))
    let order = Definition("order", .expression(part), breakers: [breaker])
    let (u, pair) = (Self.down, Self.down * Self.down)
    expect(try sampler(atLeast: 0.9, fraud, order), unavailability: u + (1 - u) * pair)
    #expect(throws: StructureFunctionError.followsHistory("order", behaviour: "breaker")) {
      try sampler(atLeast: 1, fraud, order)
    }
  }

  // (lag of a) | b: the lag may be down at any time, so that b alone bounds the outages.
  @Test("what may be down at any time leaves what stands beside it")
  func unbounded() throws {
    let lag = Expression.behaving(part, .lag(.fixed(.hours(1))))
    expect(try sampler(Definition("x", .any([lag, part]))), unavailability: Self.down)
    #expect(throws: StructureFunctionError.followsHistory("x", behaviour: "lag")) {
      try sampler(Definition("x", lag))
    }
    #expect(throws: StructureFunctionError.followsHistory("x", behaviour: "crews")) {
      try sampler(Definition("x", 1, of: 2) { $0.crews = 1 })
    }
  }

  // Two of three copies of a pair with failover: two of three primaries.
  @Test("copies have structures of their own")
  func copies() throws {
    let u = Self.down
    let found = try sampler(
      Definition(
        "x",
        .copies(
          need: 2, count: 3, of: .failover(primary: part, standby: part, .halfMinute))))
    expect(found, unavailability: 3 * u * u * (1 - u) + u * u * u)
    #expect(found.network.timedParts.count == 3)
    // The root named for it is that structure, over the primaries' components.
    let underlying = try #require(found.network.underlyingRoot)
    let primaries = found.network.timedParts.map { $0.operands[0].root }
    let components = primaries.compactMap { root -> Int? in
      guard case .component(let number) = found.network.roots[root] else { return nil }
      return number
    }
    #expect(components.count == 3)
    #expect(found.network.isUp(underlying, whenDown: components[0]))
    #expect(!found.network.isUp(underlying, whenDown: components[0], components[2]))
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers for the same seed.
private struct FixedNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
  }
}
