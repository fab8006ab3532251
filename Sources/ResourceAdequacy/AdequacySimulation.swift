import Quantities
import RandomStreams
import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Histories of a fleet against its loads, one after the other in time: how much a single year falls
/// short, which means don't tell.
///
/// Sequential simulation (Billinton and Allan 1996, chapter 12): members fail and are restored one
/// by one, loads step, shortfalls are counted in continuous time. Equal seeds give equal figures to
/// the last bit on any number of threads.
public struct AdequacySimulation: Sendable {
  let process: CapacityProcess
  let course: LoadCourse
  /// The unit of capacities and unserved flows.
  public let unit: String
  let stepSize: Double

  /// Histories in a block.
  private static let blockSize = 64
  /// More histories than this are refused.
  public static let historyLimit = 10_000_000

  /// Prepares histories of a year each: of the profile where that is 364 to 366 days long, of its
  /// repetition for 365 days where it repeats, and of all of it where it doesn't.
  ///
  /// All times are exponential; others are refused by name. Throws ``ResourceAdequacyError``.
  public init(
    _ fleet: CapacityFleet, against profile: DemandProfile
  ) throws(ResourceAdequacyError) {
    process = try CapacityProcess(fleet)
    course = try LoadCourse(profile, unit: fleet.unit, step: fleet.step)
    unit = fleet.unit
    stepSize = fleet.step.double
  }

  /// The length of one history.
  public var length: Duration { (try? Duration(course.hours, .hour)) ?? .zero }

  /// Draws so many histories, each from a random instant of the long run on. nil when the surrounding
  /// task is cancelled before two blocks are done; cancelled later, the figures of the blocks that are.
  ///
  /// `progress` is told of the share that is done after every wave of blocks. Cost: some 100 ns for
  /// each failure, and for each load met while capacity is scarce. Throws
  /// ``ResourceAdequacyError/histories(_:limit:)`` for fewer than 2.
  public func run(
    histories: Int, seed: UInt64 = 1, threads: Int? = nil,
    progress: (@Sendable (Double) -> Void)? = nil
  ) async throws(ResourceAdequacyError) -> AdequacyEstimates? {
    try await run(
      until: .histories(histories), seed: seed, threads: threads, progress: progress)
  }

  /// Draws histories until enough are drawn; else as ``run(histories:seed:threads:progress:)``. At most
  /// ``historyLimit`` are drawn.
  public func run(
    until stopping: AdequacyStopping, seed: UInt64 = 1, threads: Int? = nil,
    progress: (@Sendable (Double) -> Void)? = nil
  ) async throws(ResourceAdequacyError) -> AdequacyEstimates? {
    let histories = stopping.histories
    guard (2...Self.historyLimit).contains(histories) else {
      throw .histories(histories, limit: Self.historyLimit)
    }
    let threads = max(1, threads ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let blocks = (histories + Self.blockSize - 1) / Self.blockSize
    let clock = AdequacyClock(stopping)
    var tally = AdequacyTally()
    var ending = AdequacyEstimates.Ending.histories
    var next = 0
    var checkpoint = stopping.checkpoint(after: 0)
    while next < blocks {
      if Task.isCancelled { ending = .interrupted }
      if clock.isOver, next > 0 { ending = .time }
      guard ending == .histories else { break }
      let wave = next..<min(next + 4 * threads, blocks, checkpoint ?? blocks)
      guard let drawn = await draw(wave, histories, seed: seed, threads: threads) else {
        ending = .interrupted
        break
      }
      tally.merge(drawn)
      next = wave.upperBound
      if next == checkpoint {
        if stopping.isMet(by: tally) { ending = .error }
        checkpoint = stopping.checkpoint(after: next)
      }
      progress?(clock.share(done: Double(next) / Double(blocks)))
    }
    guard tally.hoursShort.count >= 2 else { return nil }
    return AdequacyEstimates(tally, self, ending)
  }

  /// The histories of a wave of blocks in their order; nil when cancelled.
  private func draw(
    _ wave: Range<Int>, _ histories: Int, seed: UInt64, threads: Int
  ) async -> AdequacyTally? {
    await withTaskGroup(of: (Int, [AdequacyTally]?).self) { group in
      let parts = min(threads, wave.count)
      for part in 0..<parts {
        let range =
          wave.lowerBound + wave.count * part / parts..<wave.lowerBound + wave.count * (part + 1)
          / parts
        group.addTask { (part, self.drawAlone(range, histories, seed: seed)) }
      }
      var tallies = [[AdequacyTally]?](repeating: nil, count: parts)
      for await (part, drawn) in group { tallies[part] = drawn }
      guard tallies.allSatisfy({ $0 != nil }) else { return nil }
      return tallies.compactMap(\.self).joined().reduce(into: AdequacyTally()) { $0.merge($1) }
    }
  }

  private func drawAlone(_ blocks: Range<Int>, _ histories: Int, seed: UInt64) -> [AdequacyTally]? {
    // Both variates have no parameter that could be out of range.
    guard var sampler = try? AdequacySampler(self, seed: seed) else { return nil }
    var tallies: [AdequacyTally] = []
    for block in blocks {
      if Task.isCancelled { return nil }
      let rest = histories - block * Self.blockSize
      tallies.append(sampler.draw(block, histories: min(Self.blockSize, rest)))
    }
    return tallies
  }
}
