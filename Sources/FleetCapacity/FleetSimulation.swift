import Quantities
import Topology

/// A simulation of a fleet at its peak demand, with or without replacement of what is lost.
///
/// Equal seeds give equal figures to the last bit on any number of threads: histories come in
/// blocks, each with streams of its own, and their sums are added in the order of the blocks. A
/// history begins `warmUp` before the window: 20 times the longest mean restoration or lead time,
/// and 5 times the longest MTBF where up times aren't exponential. Exponential up times begin anew
/// there, others at a uniform place of a cycle of up and down time.
public struct FleetSimulation: Sendable {
  /// The fleet.
  public let fleet: Fleet
  /// How lost capacity is grown again; nil when it isn't.
  public let replacement: Replacement?
  /// What happens to the excess when capacity is short.
  public let overload: Overload
  /// The length of a history, up to 100 y.
  public let horizon: Duration
  /// What the random numbers follow from.
  public let seed: UInt64
  /// What goes before each history.
  public let warmUp: Duration

  static let blockSize = 16
  /// The most histories of a run.
  public static let mostRuns = 10_000_000

  /// Prepares a simulation. Throws ``FleetError`` for a horizon out of range, a threshold, and laws
  /// that can't be drawn.
  public init(
    _ fleet: Fleet, replacement: Replacement? = nil, overload: Overload = Overload(),
    horizon: Duration = .years(1), seed: UInt64 = 1
  ) throws(FleetError) {
    guard horizon > .zero, horizon <= .years(100) else { throw .horizon(horizon) }
    try overload.validate()
    self.fleet = fleet
    self.replacement = replacement
    self.overload = overload
    self.horizon = horizon
    self.seed = seed
    warmUp = Self.warmUp(fleet, replacement)
    _ = try FleetHistory(fleet, replacement, overload)
  }

  private static func warmUp(_ fleet: Fleet, _ replacement: Replacement?) -> Duration {
    let lives = fleet.zones.flatMap { [$0.zoneLife, $0.instanceLife].compactMap(\.self) }
    var restoration = replacement?.leadTime.mean.seconds ?? 0
    var memory = 0.0
    for life in lives {
      restoration = max(restoration, life.restoration.mean.seconds)
      if case .exponential = life.up { continue }
      memory = max(memory, life.up.mean.seconds)
    }
    return (try? Duration(seconds: 20 * restoration + 5 * memory)) ?? .zero
  }

  /// Runs so many histories, on all processors or on so many threads.
  ///
  /// `progress` is told of the share done after every wave of blocks. Cancelling the surrounding
  /// task ends the run with the figures so far; nil when there are none yet. Cost: about 0.4 µs for
  /// each failure or restoration of an instance. Throws ``FleetError/runs(_:)``.
  public func run(
    runs: Int, threads: Int? = nil, progress: (@Sendable (Double) -> Void)? = nil
  ) async throws(FleetError) -> FleetFigures? {
    guard (2...Self.mostRuns).contains(runs) else { throw .runs(runs) }
    let threads = threads ?? Processors.count
    guard threads >= 1 else { throw .runs(threads) }
    let blocks = (runs + Self.blockSize - 1) / Self.blockSize
    var tally = FleetTally()
    var next = 0
    while next < blocks, !Task.isCancelled {
      let wave = next..<min(next + 4 * threads, blocks)
      let tallies = await draw(wave, runs, threads)
      if Task.isCancelled { break }
      for part in tallies { tally.add(part) }
      next = wave.upperBound
      progress?(Double(next) / Double(blocks))
    }
    return FleetFigures(tally, self, asked: runs)
  }

  /// The tallies of some blocks, in their order.
  private func draw(_ wave: Range<Int>, _ runs: Int, _ threads: Int) async -> [FleetTally] {
    let share = (wave.count + threads - 1) / threads
    let chunks = stride(from: wave.lowerBound, to: wave.upperBound, by: share).map {
      $0..<min($0 + share, wave.upperBound)
    }
    return await withTaskGroup(of: (Int, [FleetTally]).self) { group in
      for chunk in chunks {
        group.addTask { (chunk.lowerBound, drawAlone(chunk, runs)) }
      }
      var parts: [(Int, [FleetTally])] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }

  private func drawAlone(_ blocks: Range<Int>, _ runs: Int) -> [FleetTally] {
    // The laws were tried when the simulation was made.
    guard var history = try? FleetHistory(fleet, replacement, overload) else { return [] }
    return blocks.map { block in
      var tally = FleetTally()
      history.restart(seed: seed, block: UInt64(block))
      for _ in 0..<min(Self.blockSize, runs - block * Self.blockSize) {
        guard let figures = history.draw(warmUp: warmUp.seconds, horizon: horizon.seconds) else {
          return tally
        }
        tally.add(figures)
      }
      return tally
    }
  }
}
