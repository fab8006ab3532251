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
