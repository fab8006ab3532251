import Quantities
import RandomStreams
import StructureFunctions
import Topology

/// A simulation that is ready to run: the distribution of outages over many histories of a system.
///
/// Components are independent, but for those that the model couples. Equal requests with equal seeds give equal figures to the last bit, on
/// any number of processors and shards.
public struct OutageSimulation: Sendable {
  /// What is asked, with the way of sampling that was chosen.
  public let request: SimulationRequest
  /// Components whose restoration time stands in for an unknown one, by name: numbers and lengths of
  /// outages mean nothing then, shares of time do.
  public var untimed: [String] { system.lives.untimed }
  let header: SimulationHeader
  let system: SampledSystem
  let choice: SamplingChoice
  let causes: OutageCauses?

  /// Prepares a simulation of `name`, a definition or a domain. Cost: that of the exact engine when
  /// sampling may be conditioned, and a few microseconds a component. Throws ``SimulationError``.
  public init(
    _ topology: Topology, of name: String, _ request: SimulationRequest = SimulationRequest()
  ) throws(SimulationError) {
    try request.validate()
    let levels = try SimulatedLevels(topology, name, request)
    choice = try SamplingChoice(topology, name, request, levels)
    let known = choice.starts?.network
    let network = if let known { known } else { try levels.network(topology, name) }
    system = try SampledSystem(network, standIn: request.standInRestoration)
    try Self.checkLength(system, request)
    var request = request
    request.sampling = choice.sampling
    self.request = request
    causes = request.records.contains(.causes) ? OutageCauses(network) : nil
    header = SimulationHeader(name, request, levels, choice, system, causes)
    if header.plan.keepsLosses { try levels.checkFull(header.fullestLevel, request) }
    _ = try blocks()
  }

  static func checkLength(
    _ system: SampledSystem, _ request: SimulationRequest
  ) throws(SimulationError) {
    guard request.start == .steady, let warmUp = system.timed?.warmUp else { return }
    let whole = warmUp + request.horizon.seconds * 1e9
    guard whole <= TimedSystem.longestReplication else {
      throw .warmUp(seconds: warmUp * 1e-9, horizon: request.horizon)
    }
  }

  /// The processors that a simulation uses where it isn't told how many.
  public static var processors: Int { Processors.count }

  /// A source of blocks of replications, with memory of its own. Throws ``SimulationError/law(_:)``.
  func blocks(_ level: VectorLevel = .best) throws(SimulationError) -> BlockSampler {
    do throws(RandomStreamError) {
      return try BlockSampler(self, level)
    } catch {
      throw .law(error.description)
    }
  }
}

/// Draws blocks of replications, each with random numbers of its own, and gathers what they show.
struct BlockSampler: ~Copyable {
  private let header: SimulationHeader
  private let startShare: Double
  private var starts: OutageStartSampler?
  private var histories: HistorySampler

  init(
    _ simulation: OutageSimulation, _ level: VectorLevel
  ) throws(RandomStreamError) {
    header = simulation.header
    startShare = simulation.choice.startShare
    starts = simulation.choice.starts
    histories = try HistorySampler(
      simulation.system, simulation.header.plan,
      causeOfComponent: simulation.causes?.causeOfComponent ?? [], level: level)
  }

  /// What the blocks drawn so far show.
  var tally: OutageTally { histories.recorder.tally }

  /// Draws the beginning of one block: so many of its replications.
  mutating func draw(_ block: UInt64, replications: Int) {
    histories.pool.restart(seed: header.seed, block: block)
    histories.recorder.restart(seed: header.seed, block: block)
    let isSteady = header.start == .steady
    if let screen = histories.system.screen, starts == nil {
      histories.drawSuperposed(screen, replications: replications, isSteady: isSteady)
    } else if starts == nil {
      histories.drawRenewals(replications: replications, isSteady: isSteady)
    } else {
      drawConditioned(replications)
    }
  }

  private mutating func drawConditioned(_ replications: Int) {
    guard var source = starts.take() else { return }
    histories.drawConditioned(&source, startShare: startShare, replications: replications)
    starts = consume source
  }
}
