import Quantities
import StructureFunctions
import Topology

/// How outages are found: history after history, or around an outage.
struct SamplingChoice {
  let sampling: SimulationRequest.Sampling
  /// Where sampling is conditioned, the source of outages.
  let starts: OutageStartSampler?
  /// Expected outages that touch a replication, ν T + U.
  let touching: Double
  /// Given an outage, the probability that one is placed at its beginning within the window rather
  /// than at the window's.
  let startShare: Double

  /// Fewer outages than this in a replication, and most of what plain sampling draws is in vain.
  private static let rare = 0.1
  /// With more outages than this in a replication conditioning gains nothing.
  private static let frequent = 50.0

  init(
    _ topology: Topology, _ name: String, _ request: SimulationRequest, _ levels: SimulatedLevels
  ) throws(SimulationError) {
    guard request.sampling != .plain, request.start == .steady, !levels.areRecorded else {
      guard request.sampling != .conditioned else {
        throw request.start == .up ? .conditionedFromUp : .conditionedLevels
      }
      self.init()
      return
    }
    guard let starts = try Self.starts(topology, name, request, levels) else {
      self.init()
      return
    }
    try self.init(starts, name, request)
  }

  /// Nil when the exact engine gives up and nobody insists.
  private static func starts(
    _ topology: Topology, _ name: String, _ request: SimulationRequest, _ levels: SimulatedLevels
  ) throws(SimulationError) -> OutageStartSampler? {
    do throws(StructureFunctionError) {
      return try OutageStartSampler(topology, of: name, underlying: levels.least)
    } catch {
      guard request.sampling == nil else { throw .structure(error) }
      return nil
    }
  }

  /// History after history.
  static var plain: SamplingChoice { SamplingChoice() }

  private init() { self.init(.plain, nil, touching: 1, startShare: 0) }

  private init(
    _ sampling: SimulationRequest.Sampling, _ starts: OutageStartSampler?, touching: Double,
    startShare: Double
  ) {
    self.sampling = sampling
    self.starts = starts
    self.touching = touching
    self.startShare = startShare
  }

  private init(
    _ starts: OutageStartSampler, _ name: String, _ request: SimulationRequest
  ) throws(SimulationError) {
    let begun = starts.outagesPerSecond * request.horizon.seconds
    let touching = begun + starts.unavailability
    guard request.sampling == .conditioned || (touching > 0 && touching < Self.rare) else {
      self.init()
      return
    }
    guard touching > 0 else { throw .noOutages(name) }
    guard touching <= Self.frequent else { throw .frequentOutages(touching) }
    self.init(.conditioned, starts, touching: touching, startShare: begun / touching)
  }
}
