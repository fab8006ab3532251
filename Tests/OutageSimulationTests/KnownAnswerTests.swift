import OutageSimulation
import Quantities
import Testing
import Topology

/// Figures of the reference topology and of single groups that were found by other means: chains
/// solved exactly, transform inversion, and Takacs (1957) for one component.
@Suite("Simulations of known systems")
struct KnownAnswerTests {
  private func simulate(
    _ topology: Topology, _ name: String, hours: Double = 8760, runs: Int = 1_048_576,
    _ change: (inout SimulationRequest) -> Void = { _ in }
  ) async throws -> SimulationResult {
    try await BehaviourSystems.simulate(topology, name, hours: hours, runs: runs, change)
  }

  private func hours(_ numbers: Double...) throws -> [Duration] {
    try numbers.map { try Duration($0, .hour) }
  }

  @Test("the reference topology in steady state: unavailability and outages")
  func steadyState() async throws {
    let result = try await simulate(ReferenceTopology.topology(), "site", runs: 2_097_152)
    let down = try #require(result.downtime?.mean.scaled(by: 1 / (8760 * 3600)))
    #expect(abs(down.deviation(from: ReferenceTopology.unavailability)) < 4)
    // Those that begin in the year, and one if it begins with an outage.
    let touching = ReferenceTopology.outagesPerYear + ReferenceTopology.unavailability
    #expect(abs(try #require(result.outages).deviation(from: touching)) < 4)
    let length = try #require(result.outageLengths?.mean.scaled(by: 1 / 3600))
    let cut = 8760 * ReferenceTopology.unavailability / touching
    #expect(abs(length.deviation(from: cut)) < 4)
  }

  @Test(
    "the reference topology from all up: downtime of the first year",
    arguments: [(false, 0.00922540663099), (true, 0.009224517)])
  func firstYear(isLognormal: Bool, known: Double) async throws {
    let topology = try ReferenceTopology.topology(
      down: { isLognormal ? .lognormal(mean: $0, sigma: 1) : .exponential(mean: $0) })
    let result = try await simulate(topology, "site", runs: 1_048_576) { $0.start = .up }
    let mean = try #require(result.downtime?.mean.scaled(by: 1 / 3600))
    #expect(abs(mean.deviation(from: known)) < 4)
  }

  @Test(
    "the reference topology from all up: windows without an outage",
    arguments: [(720, 0.996500191011), (8760, 0.958148723419), (43800, 0.807513149066)])
  func cleanWindows(hours: Double, known: Double) async throws {
    let result = try await simulate(ReferenceTopology.topology(), "site", hours: hours) {
      $0.start = .up
    }
    #expect(abs(try #require(result.clean).deviation(from: known)) < 4)
  }

  @Test("the mean time to the first outage from all up")
  func firstOutage() async throws {
    let cases: [(Topology, String, Double, runs: Int)] = [
      (try ReferenceTopology.topology(), "site", 204861.734101, 1_000_000),
      (try ReferenceTopology.group(1, of: 2, mtbf: 1000, mttr: 8), "group", 64000, 200_000),
      (try ReferenceTopology.group(2, of: 3, mtbf: 1000, mttr: 8), "group", 21666.6666667, 200_000),
      (try ReferenceTopology.group(3, of: 5, mtbf: 1000, mttr: 8), "group", 548700, 20_000),
    ]
    for (topology, name, known, runs) in cases {
      var request = SimulationRequest()
      request.start = .up
      request.sampling = .plain
      let simulation = try OutageSimulation(topology, of: name, request)
      let mean = try #require(try await simulation.timeToFirstOutage(runs: runs))
      #expect(abs(mean.scaled(by: 1 / 3600).deviation(from: known)) < 4, "\(name) \(known) h")
    }
  }

  @Test("the worst years of the reference topology", arguments: [true, false])
  func worstYears(isConditioned: Bool) async throws {
    let thresholds = try hours(0.2750, 1.0432)
    let result = try await simulate(
      ReferenceTopology.topology(), "site", runs: isConditioned ? 524_288 : 2_097_152
    ) {
      $0.sampling = isConditioned ? .conditioned : .plain
      $0.thresholds = thresholds
    }
    // The percentiles are known to their last printed digit, half of which moves P by 0.05 %.
    for (exceedance, known) in zip(result.exceedances, [0.01, 0.001]) {
      let error = try #require(exceedance.probability.standardError)
      #expect(abs(exceedance.probability.value - known) < 4 * error + 0.0005 * known)
    }
    let worst = try #require(result.downtime)
    #expect(abs(worst.p99.scaled(by: 1 / 3600).deviation(from: 0.2750)) < 4.5)
    #expect(abs(worst.p999.scaled(by: 1 / 3600).deviation(from: 1.0432)) < 4.5)
  }

  @Test("one component in steady state: downtime of a window")
  func oneComponent() async throws {
    for (window, limit, known) in [(8760.0, 12, 0.471438037932), (730, 0.365, 0.514844567406)] {
      let topology = try ReferenceTopology.group(1, of: 1, mtbf: 720, mttr: 1)
      let result = try await simulate(topology, "group", hours: window) {
        $0.thresholds = (try? [Duration(limit, .hour)]) ?? []
      }
      let probability = try #require(result.exceedances.first).probability
      #expect(abs(probability.deviation(from: known)) < 4)
    }
  }

  @Test("one component that begins up: percentiles of a year")
  func beginsUp() async throws {
    let topology = try ReferenceTopology.group(1, of: 1, mtbf: 1000, mttr: 10)
    let result = try await simulate(topology, "group") { $0.start = .up }
    let down = try #require(result.downtime)
    #expect(abs(try #require(result.clean).deviation(from: 1.568846e-4)) < 4)
    #expect(abs(down.mean.scaled(by: 1 / 3600).deviation(from: 86.634643662)) < 4)
    for (estimate, known) in [
      (down.p50, 81.731351), (down.p95, 161.790706), (down.p99, 202.630387),
    ] {
      // Bucket widths of 0.2 % are interpolated to 0.02 %.
      let error = try #require(estimate.standardError) / 3600
      #expect(abs(estimate.value / 3600 - known) < 4 * error + 2e-4 * known)
    }
  }

  @Test("fixed restoration times: the chance of a month within the contract")
  func fixedRestoration() async throws {
    let life = Life.laws(mtbf: .exponential(mean: .hours(999)), mttr: .fixed(.hours(1)))
    let topology = try Topology { Service("one", 1, of: 1, life) }
    let result = try await simulate(topology, "one", hours: 720) {
      $0.start = .up
      $0.thresholds = (try? [Duration(0.72, .hour)]) ?? []
    }
    let exceeds = try #require(result.exceedances.first).probability
    #expect(abs(exceeds.deviation(from: 1 - 0.48675225596)) < 4)
  }

  @Test(
    "tails of groups, by plain and by conditioned sampling", arguments: [true, false])
  func groups(isConditioned: Bool) async throws {
    let topology = try ReferenceTopology.group(2, of: 3, mtbf: 500, mttr: 5)
    let thresholds = try hours(1, 5, 20)
    let result = try await simulate(topology, "group", runs: isConditioned ? 2_097_152 : 1_048_576)
    {
      $0.sampling = isConditioned ? .conditioned : .plain
      $0.thresholds = thresholds
    }
    for (exceedance, known) in zip(
      result.exceedances, [0.502010257953, 0.188060022848, 0.00299573877471])
    {
      #expect(abs(exceedance.probability.deviation(from: known)) < 4)
      if isConditioned { #expect(try #require(exceedance.probability.relativeError) < 0.01) }
    }
  }

  @Test("a rare tail by conditioned sampling, chosen by itself")
  func rareTail() async throws {
    let topology = try ReferenceTopology.group(2, of: 3, mtbf: 4320, mttr: 0.5)
    let thresholds = [Duration.minutes(10)]
    let result = try await simulate(topology, "group", runs: 200_000) {
      $0.sampling = nil
      $0.thresholds = thresholds
    }
    #expect(result.sampling == .conditioned)
    let probability = try #require(result.exceedances.first).probability
    #expect(abs(probability.deviation(from: 0.000722522125554)) < 4)
    #expect(try #require(probability.relativeError) < 0.01)
  }

  @Test(
    "faster repairs of the reference topology by conditioned sampling",
    arguments: [(0.1, 1.05435849697e-8), (0.01, 1.05445589712e-10), (0.0001, nil)])
  func fasterRepairs(factor: Double, known: Double?) async throws {
    let topology = try ReferenceTopology.topology(repairs: factor)
    let result = try await simulate(topology, "site", runs: 262_144) { $0.sampling = nil }
    #expect(result.sampling == .conditioned)
    let down = try #require(result.downtime?.mean.scaled(by: 1 / (8760 * 3600)))
    #expect(try #require(down.relativeError) < 0.01)
    if let known { #expect(abs(down.deviation(from: known)) < 4) }
  }
}
