import OutageSimulation
import Quantities
import Testing
import Topology

/// Outages sampled in the structure underneath, beside plain sampling and closed forms.
@Suite("Conditioned sampling of what has a history")
struct UnderlyingSamplingTests {
  private typealias Systems = BehaviourSystems

  /// 2 of 3 with a buffer that drains slowly in front, absorbed by a cache behind.
  private func buffered(mttr: Double) throws -> Topology {
    let group = Group(.members(3), need: 2, of: try Systems.component(500, mttr))
    return try Systems.topology(
      Definition("group", .group(group)),
      Definition(
        "x", .expression(.name("group")),
        afterEffects: [
          .buffer(Buffer(holds: .minutes(30), drain: 1.25)), .absorption(.minutes(10)),
        ]))
  }

  @Test("agrees with plain sampling where outages are frequent enough for both")
  func agrees() async throws {
    let topology = try buffered(mttr: 5)
    let thresholds: [Duration] = [.minutes(30), .hours(2)]
    func simulate(
      _ sampling: SimulationRequest.Sampling, runs: Int
    ) async throws -> SimulationResult {
      try await Systems.simulate(topology, hours: 500, runs: runs) {
        $0.sampling = sampling
        $0.thresholds = thresholds
      }
    }
    let plain = try await simulate(.plain, runs: 1_000_000)
    let conditioned = try await simulate(.conditioned, runs: 100_000)
    #expect(conditioned.sampling == .conditioned)
    var pairs = [
      (try #require(plain.downtime).mean, try #require(conditioned.downtime).mean),
      (try #require(plain.outages), try #require(conditioned.outages)),
    ]
    for (one, other) in zip(plain.exceedances, conditioned.exceedances) {
      pairs.append((one.probability, other.probability))
    }
    #expect(pairs.count == 4)
    for (one, other) in pairs {
      let error = hypot(one.standardError ?? 0, other.standardError ?? 0)
      #expect(error > 0)
      #expect(abs(one.value - other.value) < 4.9 * error, "\(one) and \(other)")
    }
  }

  /// An absorbed outage of one component among three: nu E[(R - b)+] of the chain's outage law, which
  /// is exponential with the rate 2 mu for both spares down at once.
  @Test("finds what is too rare for plain sampling")
  func rare() async throws {
    let part = try Systems.component(10_000, 0.1)
    let group = Group(.members(2), need: 1, of: part)
    let topology = try Systems.topology(
      Definition("group", .group(group)),
      Definition(
        "x", .expression(.name("group")), afterEffects: [.absorption(.minutes(6))]))
    let result = try await Systems.simulate(topology, runs: 200_000) { $0.sampling = nil }
    #expect(result.sampling == .conditioned)
    let down = 0.1 / 10_000.1
    // Outages end at the rate 2 / 0.1 h, and 6 min of each are not seen.
    let known = down * down * 0.135335283236612692
    let found = try #require(result.unavailability)
    #expect(abs(found.deviation(from: known)) < 4)
    #expect(try #require(found.relativeError) < 0.02)
  }

  @Test("a failover pair is sampled by its primary's outages")
  func pair() async throws {
    let failover = Failover(
      detection: .minutes(1), switching: .fixed(.minutes(2)), coverage: try .percent(98))
    let topology = try Systems.topology(
      Definition(
        "x",
        .expression(
          .failover(
            primary: .component(try Systems.component(4000, 1)),
            standby: .component(try Systems.component(1000, 1)), failover))))
    let plain = try await Systems.simulate(topology, hours: 300)
    let conditioned = try await Systems.simulate(topology, hours: 300, runs: 100_000) {
      $0.sampling = .conditioned
    }
    let one = try #require(plain.downtime).mean
    let other = try #require(conditioned.downtime).mean
    let error = hypot(one.standardError ?? 0, other.standardError ?? 0)
    #expect(abs(one.value - other.value) < 4.9 * error, "\(one) and \(other)")
  }

  @Test("is refused, by name, where outages outlast what is underneath")
  func refused() throws {
    let topology = try Systems.topology(
      Definition(
        "x", .expression(.component(try Systems.component(1000, 1))),
        afterEffects: [.lag(.fixed(.hours(1)))]))
    var request = SimulationRequest()
    request.sampling = .conditioned
    #expect(throws: SimulationError.self) {
      try OutageSimulation(topology, of: "x", request)
    }
    request.sampling = nil
    #expect(try OutageSimulation(topology, of: "x", request).request.sampling == .plain)
  }
}

/// The length of the hypotenuse, here of two independent errors.
private func hypot(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
