import Quantities
import Testing
import Topology

@testable import OutageSimulation

@Suite("Things simulated side by side")
struct PairedSimulationTests {
  /// Two services behind one balancer, which is most of the downtime of either: 4 h in 1,004 h;
  /// beside it 1 of 2 and 2 of 3 that are down 5 h in 105 h.
  private func shared() throws -> Topology {
    func life(_ up: Double, _ down: Double) throws -> Life {
      .laws(
        mtbf: .exponential(mean: try Duration(up, .hour)),
        mttr: .exponential(mean: try Duration(down, .hour)))
    }
    let (balancer, member) = (try life(1_000, 4), try life(100, 5))
    return try Topology {
      Service("lb", 1, of: 1, balancer)
      Service("web", 1, of: 2, member)
      Service("api", 2, of: 3, member)
      System("a", "lb" & "web", as: .part)
      System("b", "lb" & "api", as: .part)
      System("c", "lb" & "api", as: .part)
    }
  }

  /// By hand: U = 1 - A_lb (1 - u^2), and 1 - A_lb (1 - 3 u^2 + 2 u^3) with u = 5 / 105.
  private let availability = 1_000.0 / 1_004
  private let u = 5.0 / 105
  private var first: Double { 1 - availability * (1 - u * u) }
  private var difference: Double { availability * (2 * u * u - 2 * u * u * u) }

  private func request(seed: UInt64, threads: Int? = nil) -> SimulationRequest {
    var request = SimulationRequest()
    request.seed = seed
    request.stopping = .runs(2_000)
    request.threads = threads
    return request
  }

  @Test("differ by what their availabilities differ, and the error is that of the pairs")
  func difference() async throws {
    var deviations: [Double] = []
    for seed in 1...10 {
      let simulation = try PairedSimulation(
        try shared(), of: ["a", "b"], request(seed: UInt64(seed)))
      let result = await simulation.run()
      let pair = result.difference(from: 0, to: 1)
      deviations += [
        result.subjects[0].unavailability.deviation(from: first), pair.deviation(from: difference),
        result.difference(from: 1, to: 0).deviation(from: -difference),
      ]
      let apart = result.subjects.reduce(0) { sum, subject in
        let error = subject.unavailability.standardError ?? .infinity
        return sum + error * error
      }.squareRoot()
      #expect((pair.standardError ?? .infinity) < 0.9 * apart)
    }
    // 30 figures, of which one in a million sets has one beyond 5.6 (normal law).
    #expect(deviations.allSatisfy { abs($0) < 5.6 })
    let squares = deviations.reduce(0) { $0 + $1 * $1 }
    #expect(squares > 3 && squares < 100)
  }

  @Test("have as many outages as they have alone")
  func outages() async throws {
    let topology = try shared()
    let result = await (try PairedSimulation(topology, of: ["a", "b"], request(seed: 3))).run()
    // Schneeweiss 1981: failures of each component times the probability that they matter.
    let (lb, web) = (1.0 / 1_004, 1.0 / 105)
    let hourly = lb * (1 - u * u) + availability * 2 * web * u
    let yearly = try #require(result.subjects[0].outagesPerYear)
    #expect(abs(yearly.deviation(from: hourly * 8_760)) < 5)
  }

  @Test("that are the same are never told apart")
  func same() async throws {
    let result = await (try PairedSimulation(try shared(), of: ["b", "c"], request(seed: 1))).run()
    #expect(result.subjects[0].unavailability == result.subjects[1].unavailability)
    let difference = result.difference(from: 0, to: 1)
    #expect(difference.value == 0)
    #expect(difference.standardError == nil)
  }

  @Test("meet the histories of a simulation alone where one holds all of the other")
  func contained() async throws {
    let topology = try shared()
    let result = await (try PairedSimulation(topology, of: ["lb", "a"], request(seed: 5))).run()
    let difference = result.difference(from: 0, to: 1)
    #expect(difference.value > 0)
    #expect(
      result.subjects[1].unavailability.value - result.subjects[0].unavailability.value
        == difference.value
        || abs(
          result.subjects[1].unavailability.value - result.subjects[0].unavailability.value
            - difference.value) < 1e-15
    )
  }

  @Test("give the same figures on any number of processors")
  func processors() async throws {
    let names = ["a", "b", "lb", "web", "api"]
    let one = await (try PairedSimulation(try shared(), of: names, request(seed: 9, threads: 1)))
      .run()
    let three = await (try PairedSimulation(try shared(), of: names, request(seed: 9, threads: 3)))
      .run()
    #expect(one == three)
    #expect(Set(one.subjects.map(\.unavailability.value)).count == 5)
  }

  @Test("stop when the difference is known to the error asked for")
  func stopping() async throws {
    var request = self.request(seed: 2)
    request.stopping = .untilError(0.05, atMost: .seconds(20))
    let result = await (try PairedSimulation(try shared(), of: ["a", "b"], request)).run()
    let difference = result.difference(from: 0, to: 1)
    #expect(result.ending == .error)
    #expect((difference.standardError ?? .infinity) <= 0.05 * difference.value)
  }

  @Test("are 2 to 8, each of which can be up")
  func refused() throws {
    let topology = try shared()
    let life = Life.laws(
      mtbf: .exponential(mean: .hours(100)), mttr: .exponential(mean: .hours(1)))
    #expect(throws: SimulationError.subjects(1)) {
      try PairedSimulation(topology, of: ["a"], request(seed: 1))
    }
    let dark = try Topology {
      System("never", "a" & Expression.level(.none), as: .part)
      System("a", "lb" & "web", as: .part)
      Service("lb", 1, of: 1, life)
      Service("web", 1, of: 2, life)
    }
    #expect(throws: SimulationError.neverUp("never")) {
      try PairedSimulation(dark, of: ["a", "never"], request(seed: 1))
    }
  }

  @Test("pairs are numbered without gaps")
  func pairs() {
    for count in 2...8 {
      let places = (0..<count).flatMap { first in
        (first + 1..<count).map { SubjectTally.pair(first, $0, count: count) }
      }
      #expect(places == Array(0..<(count * (count - 1) / 2)))
    }
  }
}
