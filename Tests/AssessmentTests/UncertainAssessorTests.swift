import Assessment
import InputUncertainty
import OutageSimulation
import Quantities
import Testing
import Topology

@Suite("How far answers are known when inputs are believed")
struct UncertainAssessorTests {
  /// System 1 of the language's page, every time a range.
  private static func site() throws -> UncertainTopology {
    try UncertainTopology { draw in
      let mtbf = try draw.duration("web.mtbf", from: .days(20), to: .days(45))
      let mttr = try draw.duration("web.mttr", from: .minutes(3), to: .minutes(8))
      let restored = try draw.duration("db.mttr", from: .minutes(30), to: .hours(3))
      let failover = try draw.duration("db.failover", from: .seconds(15), to: .minutes(4))
      let leader = GroupBehaviour(
        failover: Failover(switching: .exponential(mean: failover)))
      return try Topology {
        Service("web", 2, of: 3, .mtbf(mtbf, mttr: mttr))
        Service(
          "db", 1, of: 2, .percent(99.9, mttr: restored), as: .store, behaviour: leader)
        Part("lb", .percent(99.999))
        System("site", "lb" & "web" & "db")
      }
    }
  }

  /// Draws by quantiles of even chances, each simulated directly: no code of the assessor's.
  private func bruteForce(_ uncertain: UncertainTopology, draws: Int) async throws -> [Double] {
    var chances = EvenChances(seed: 77)
    var request = SimulationRequest()
    request.standInRestoration = .minutes(1)
    request.stopping = .runs(1_000)
    var found: [Double] = []
    for draw in 0..<draws {
      let values = try uncertain.inputs.map { try $0.belief.quantile(of: chances.next()) }
      request.seed = UInt64(draw) &* 7_919 &+ 5
      let topology = try uncertain.topology(at: values)
      let result = await (try OutageSimulation(topology, of: "site", request)).run()
      found.append(try #require(result.downtime).mean.value / result.horizon.seconds)
    }
    return found
  }

  @Test("the interval of a simulated system agrees with brute force within its error")
  func simulated() async throws {
    let uncertain = try Self.site()
    let belief = try #require(
      try await UncertainAssessor(uncertain).belief(of: "site", atMost: .minutes(5)).figures)
    #expect(belief.method == .simulated)
    #expect(belief.draws >= 128)
    let expected = CredibleInterval(of: try await bruteForce(uncertain, draws: 300))
    let pairs = [
      (belief.unavailability.low, expected.low), (belief.unavailability.median, expected.median),
      (belief.unavailability.high, expected.high),
    ]
    for (found, brute) in pairs {
      let own = try #require(found.standardError)
      let other = try #require(brute.standardError)
      // One time in a million for each; the draws' own error of a fifth of the spread comes on top.
      #expect(abs(found.value - brute.value) < 5.2 * (own * own + other * other).squareRoot())
    }
    #expect(Set(belief.influences.prefix(2).map(\.input.name)) == ["db.failover", "db.mttr"])
  }

  @Test("the chance to be within a goal goes with the interval")
  func goal() async throws {
    let uncertain = try UncertainTopology { draw in
      let mttr = try draw.duration("a.mttr", from: .minutes(10), to: .hours(1))
      return try Topology { Part("a", .mtbf(.days(30), mttr: mttr)) }
    }
    let assessor = UncertainAssessor(uncertain)
    let median = try assessor.median.availability(of: "a").availability.complement
    let belief = try #require(try await assessor.belief(of: "a", goal: median).figures)
    #expect(belief.method == .compiled)
    let chance = try #require(belief.chanceWithinGoal)
    #expect(abs(chance.value - 0.5) < 5 * (0.25 / Double(belief.draws)).squareRoot())
    #expect(belief.influences.map(\.input.name) == ["a.mttr"])
  }

  @Test("a simulation's figures have intervals, and each draw its error")
  func simulation() async throws {
    let uncertain = try UncertainTopology { draw in
      let mttr = try draw.duration("a.mttr", from: .minutes(10), to: .hours(1))
      return try Topology { Part("a", .mtbf(.days(30), mttr: mttr)) }
    }
    var request = SimulationRequest()
    request.thresholds = [.hours(5)]
    let belief = try #require(
      try await UncertainAssessor(uncertain).belief(
        of: "a", simulating: request, atMost: .minutes(5)
      ).figures)
    // E[downtime of a year] = 365 / 30 × the mean restoration, nearly: 10 min to 1 h is 2 to 12 h.
    let scale = 365.0 / 30
    for (end, minutes) in [(belief.mean.low, 10.0), (belief.mean.high, 60)] {
      let error = try #require(end.standardError)
      #expect(abs(end.value - scale * minutes * 60) < 5 * error + 0.01 * end.value)
    }
    #expect(belief.exceedances.count == 1)
    #expect(try #require(belief.error) < 0.12)
  }

  @Test("inputs that move nothing are told so, and too little time too")
  func missing() async throws {
    let unmoved = try UncertainTopology { draw in
      let mttr = try draw.duration("b.mttr", from: .seconds(1), to: .seconds(2))
      return try Topology {
        Part("a", .mtbf(.days(30), mttr: .hours(5)))
        Part("b", .mtbf(.days(3_000), mttr: mttr))
        System("s", "a" & "b")
      }
    }
    let assessor = UncertainAssessor(unmoved)
    let answer = try await assessor.belief(of: "s", using: .simulated, atMost: .minutes(5))
    guard case .unmoved(let share) = answer else {
      Issue.record("\(answer)")
      return
    }
    // The pilot goes on to an error of 2 %, which each draw reaches but for the spread of its own.
    #expect(share > 0.015 && share < 0.025)
    #expect(answer.missing != nil)
    let short = try await assessor.belief(
      of: "s", using: .simulated, atMost: try Duration(seconds: 1e-6))
    #expect(short.figures == nil)
    #expect(short.missing != nil)
  }

  @Test("nothing is believed where all is known")
  func known() async throws {
    let certain = try UncertainTopology { _ in try Topology { Part("a", .percent(99.9)) } }
    #expect(try await UncertainAssessor(certain).belief(of: "a") == .certain)
  }
}

/// Even chances from a counter (SplitMix64; Steele, Lea and Flood 2014).
private struct EvenChances {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Probability {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    word ^= word >> 31
    let chance = (Double(word >> 11) + 0.5) * 0x1p-53
    return Probability(uncheckedValue: chance, complement: 1 - chance)
  }
}
