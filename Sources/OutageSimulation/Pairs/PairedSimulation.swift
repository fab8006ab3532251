import Quantities
import StructureFunctions
import Topology

/// A simulation of several things at once, each of which meets the same failures at the same
/// instants: differences between them carry the error of the pairs, which is far below that of
/// simulations apart (common random numbers; Law 2015, section 11.2).
///
/// Sampling is plain. Equal requests with equal seeds give equal figures to the last bit, on any number
/// of processors.
public struct PairedSimulation: Sendable {
  /// More things than this are refused.
  public static let largestCount = 8

  /// What is simulated, in the order asked.
  public let names: [String]
  /// Components whose restoration time stands in for an unknown one, by name.
  public var untimed: [String] { simulation.untimed }
  /// What is asked.
  public var request: SimulationRequest { simulation.request }
  private let simulation: OutageSimulation

  /// Prepares a simulation of `names`, definitions or domains, 2 to 8 of them.
  ///
  /// Of the request, figures beyond downtime and outages are not recorded. `untilError` is the
  /// relative error of each difference from the first. Cost: a few microseconds a component. Throws
  /// ``SimulationError``.
  public init(
    _ topology: Topology, of names: [String], _ request: SimulationRequest = SimulationRequest()
  ) throws(SimulationError) {
    guard (2...Self.largestCount).contains(names.count) else { throw .subjects(names.count) }
    self.names = names
    simulation = try OutageSimulation(topology, watching: names, request)
  }

  /// Runs to the end that the request names. `progress` is told about ten times a second. Cancelling
  /// the surrounding task ends the run with the estimate so far.
  public func run(
    progress: (@Sendable (SimulationProgress) -> Void)? = nil
  ) async -> PairedResult {
    let (tally, ending) = await simulation.tally(progress: progress)
    return PairedResult(names, WeightedTally(header: simulation.header, tally: tally), ending)
  }
}

extension OutageSimulation {
  /// A simulation whose recorder watches several things.
  init(
    _ topology: Topology, watching names: [String], _ request: SimulationRequest
  ) throws(SimulationError) {
    var request = request
    request.sampling = .plain
    request.records = []
    request.contracts = []
    try request.validate()
    self.request = request
    let network = try Self.network(topology, names, request)
    system = try SampledSystem(network, standIn: request.standInRestoration)
    try Self.checkLength(system, request)
    choice = .plain
    causes = nil
    let levels = SimulatedLevels(thresholds: network.thresholds, upFrom: network.thresholds.count)
    var header = SimulationHeader(
      names.joined(separator: ", "), request, levels, choice, system, nil)
    header.plan.subjects = names.count
    header.plan.delays = 0
    self.header = header
    let up = system.sweep.fullyReached
    if let place = names.indices.first(where: { up >> $0 & 1 == 0 }) {
      throw .neverUp(names[place])
    }
    _ = try blocks()
  }

  private static func network(
    _ topology: Topology, _ names: [String], _ request: SimulationRequest
  ) throws(SimulationError) -> ComponentNetwork {
    do throws(StructureFunctionError) {
      return try ComponentNetwork(
        topology, watching: names, countingBelow: request.countsBelow?.value)
    } catch {
      throw .structure(error)
    }
  }
}
