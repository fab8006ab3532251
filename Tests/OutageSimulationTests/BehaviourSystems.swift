import OutageSimulation
import Quantities
import Topology

/// Small systems in which something has a history.
enum BehaviourSystems {
  static func component(
    _ mtbf: Double, _ mttr: Double, law: (Duration) -> Law = { .exponential(mean: $0) }
  ) throws -> Component {
    try Component(
      mtbf: .exponential(mean: Duration(mtbf, .hour)), mttr: law(Duration(mttr, .hour)))
  }

  /// One definition called `x`, and further ones.
  static func topology(_ definitions: Definition...) throws -> Topology {
    try Topology(definitions: definitions)
  }

  /// `need` of `count` equal members, called `x`.
  static func group(
    _ need: Int, of count: Int, mtbf: Double, mttr: Double,
    _ change: (inout GroupBehaviour) -> Void
  ) throws -> Topology {
    var behaviour = GroupBehaviour()
    change(&behaviour)
    let group = Group(
      .members(count), need: need, of: try component(mtbf, mttr), behaviour: behaviour)
    return try topology(Definition("x", .group(group)))
  }

  /// 2 of 3 behind a queue that drains slowly and a cache.
  static func buffered(mttr: Double = 5) throws -> Topology {
    let group = Group(.members(3), need: 2, of: try component(500, mttr))
    return try topology(
      Definition("group", .group(group)),
      Definition(
        "x", .expression(.name("group")),
        afterEffects: [
          .buffer(Buffer(holds: .minutes(30), drain: 1.25)), .absorption(.minutes(10)),
        ]))
  }

  /// A system in which every rule, schedule and coupling takes part.
  static func everything() throws -> Topology {
    var pool = GroupBehaviour()
    pool.crews = 1
    pool.spares = .warm(try .percent(30))
    var shared = GroupBehaviour()
    shared.sharing = 1
    shared.detection = .minutes(1)
    var led = GroupBehaviour()
    led.failover = Failover(
      detection: .minutes(1), switching: .exponential(mean: .minutes(2)),
      coverage: try .percent(95), manual: .lognormal(mean: .hours(1), sigma: 1))
    func group(
      _ name: String, _ need: Int, _ count: Int, _ behaviour: GroupBehaviour
    ) throws -> Definition {
      let group = Group(
        .members(count), need: need, of: try component(400, 2), behaviour: behaviour)
      return Definition(name, .group(group))
    }
    let pair = Expression.failover(
      primary: .component(try component(300, 1)), standby: .component(try component(200, 2)),
      Failover(
        switching: .fixed(.minutes(5)), coverage: try .percent(90), manual: nil,
        timeToLive: .minutes(5)))
    let changes = Changes(
      every: .days(1), failing: try .percent(5), restoration: .exponential(mean: .minutes(30)))
    let maintenance = Maintenance(every: .days(30), lasting: .hours(1))
    return try topology(
      try group("pool", 2, 4, pool), try group("shared", 2, 3, shared), try group("led", 2, 3, led),
      Definition("pair", .expression(pair), afterEffects: [.lag(.exponential(mean: .minutes(9)))]),
      Definition("deploys", .changes(changes)), Definition("patching", .maintenance(maintenance)),
      Definition(
        "queue", role: .queue, .expression(.component(try component(1000, 1))),
        buffer: Buffer(holds: .minutes(15), drain: 1.5)),
      Definition(
        "x", .expression("pool" & "deploys" & "patching"), sends: [Send("shared", via: "queue")],
        breakers: [
          Breaker("led", trips: .minutes(1), retries: .minutes(2), fallback: try Level(0.5)),
          Breaker("pair", trips: .minutes(1), retries: .minutes(3)),
        ], afterEffects: [.absorption(.minutes(1))]))
  }

  /// A simulation of `x`: hours of horizon, plain unless changed.
  static func simulate(
    _ topology: Topology, _ name: String = "x", hours: Double = 8760, runs: Int = 1_000_000,
    _ change: (inout SimulationRequest) -> Void = { _ in }
  ) async throws -> SimulationResult {
    var request = SimulationRequest(horizon: try Duration(hours, .hour))
    request.stopping = .runs(runs)
    request.sampling = .plain
    request.seed = 2026
    change(&request)
    return await (try OutageSimulation(topology, of: name, request)).run()
  }
}

extension SimulationResult {
  /// The share of time down, from the mean downtime of a replication.
  var unavailability: Estimate? { downtime?.mean.scaled(by: 1 / horizon.seconds) }
}
