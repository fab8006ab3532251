import Quantities

extension OutageSimulation {
  /// Runs to the end that the request names, on all processors unless it says how many.
  ///
  /// `progress` is told of every wave of blocks, about ten times a second. Cancelling the surrounding
  /// task ends the run with the estimate so far.
  public func run(
    progress: (@Sendable (SimulationProgress) -> Void)? = nil
  ) async -> SimulationResult {
    let (tally, ending) = await tally(progress: progress)
    return SimulationResult(header, tally, ending: ending)
  }

  /// What a run to its end records.
  func tally(
    progress: (@Sendable (SimulationProgress) -> Void)?
  ) async -> (OutageTally, SimulationResult.Ending) {
    var runner = WaveRunner(self, blocks: allBlocks, progress: progress)
    let ending = await runner.run()
    return (runner.tally, ending)
  }

  /// The number of replications asked for; nil when it is not known in advance.
  var runs: Int? {
    guard case .runs(let runs) = request.stopping else { return nil }
    return runs
  }

  /// The blocks that may be drawn.
  var allBlocks: Range<UInt64> {
    0..<header.blocks(for: runs ?? SimulationRequest.mostRuns)
  }

  /// The replications of one block: fewer in the last.
  func replications(in block: UInt64) -> Int {
    guard let runs else { return header.blockSize }
    return min(header.blockSize, runs - Int(block) * header.blockSize)
  }
}

/// Runs a range of blocks in waves, each spread over processors; between waves it looks at the clock
/// and at the estimate.
struct WaveRunner {
  private let simulation: OutageSimulation
  private let blocks: Range<UInt64>
  private let progress: (@Sendable (SimulationProgress) -> Void)?
  private let start = ContinuousClock.now
  private let threads: Int
  private(set) var tally: OutageTally

  /// Seconds that a wave should take.
  private static let waveSeconds = 0.1
  /// An error is believed with so many hits behind it.
  private static let leastHits = 400

  init(
    _ simulation: OutageSimulation, blocks: Range<UInt64>,
    progress: (@Sendable (SimulationProgress) -> Void)?
  ) {
    self.simulation = simulation
    self.blocks = blocks
    self.progress = progress
    threads = simulation.request.threads ?? Processors.count
    tally = OutageTally(simulation.header.plan)
  }

  /// Draws until the blocks or the request end it.
  mutating func run() async -> SimulationResult.Ending {
    var next = blocks.lowerBound
    var look: UInt64 = 1
    var size = UInt64(max(1, min(threads, 64)))
    while next < blocks.upperBound {
      if Task.isCancelled { return .interrupted }
      let wave = next..<min(next + size, blocks.upperBound, next < look ? look : .max)
      let began = ContinuousClock.now
      tally.merge(await draw(wave))
      next = wave.upperBound
      report(next)
      size = Self.size(after: wave.count, taking: .seconds(since: began))
      if next == look {
        if isPrecise { return .error }
        if isDecided(atLook: look) { return .decided }
        look *= 2
      }
      if isOutOfTime { return .time }
    }
    return .runs
  }

  private static func size(after count: Int, taking seconds: Double) -> UInt64 {
    let wanted = Double(count) * waveSeconds / max(seconds, 1e-6)
    return UInt64(max(1, min(wanted, 4 * Double(count) + 64)))
  }

  private var isPrecise: Bool {
    guard case .untilError(let error, _) = simulation.request.stopping else { return false }
    // More of what cannot happen would not be seen either.
    guard simulation.canFail else { return true }
    let figures = WeightedTally(header: simulation.header, tally: tally)
    if simulation.header.plan.subjects > 0 {
      return figures.arePairsPrecise(error, leastHits: Self.leastHits)
    }
    if let chances = figures.chances { return Self.isPrecise(chances, error) }
    guard figures.hits >= Self.leastHits, let reached = figures.meanDowntime?.relativeError else {
      return false
    }
    return reached <= error
  }

  /// Both a chance and its opposite are known to the error, the rarer one from enough histories.
  private static func isPrecise(_ chances: WeightedTally.Chances, _ error: Double) -> Bool {
    guard chances.broken >= Double(leastHits), let spread = chances.missed.standardError else {
      return false
    }
    return spread <= error * min(chances.missed.value, 1 - chances.missed.value)
  }

  private func isDecided(atLook blocks: UInt64) -> Bool {
    guard case .untilDecided(let required, _) = simulation.request.stopping else { return false }
    let figures = WeightedTally(header: simulation.header, tally: tally)
    // The first look is after one block, 2^0.
    let look = Double(blocks.trailingZeroBitCount + 1)
    return figures.decision(ofContract: 0)?
      .isMet(required, error: simulation.request.decisionError / (look * (look + 1))) != nil
  }

  private var isOutOfTime: Bool {
    switch simulation.request.stopping {
    case .runs, .untilError(_, nil): false
    case .untilError(_, let limit?), .within(let limit), .untilDecided(_, let limit):
      .seconds(since: start) >= limit.seconds
    }
  }

  private func report(_ next: UInt64) {
    guard let progress else { return }
    let figures = WeightedTally(header: simulation.header, tally: tally)
    let mean = figures.hits > 0 ? figures.meanDowntime : nil
    let elapsed = Double.seconds(since: start)
    progress(
      SimulationProgress(
        replications: Int(tally.replications), meanDowntime: mean,
        fractionDone: fraction(next, mean, elapsed),
        elapsed: (try? Duration(seconds: max(0, elapsed))) ?? .zero))
  }

  private func fraction(_ next: UInt64, _ mean: Estimate?, _ elapsed: Double) -> Double? {
    switch simulation.request.stopping {
    case .runs: Double(next - blocks.lowerBound) / Double(blocks.count)
    case .within(let limit), .untilDecided(_, let limit): min(1, elapsed / limit.seconds)
    case .untilError(let error, _):
      mean?.relativeError.map { min(1, (error / $0) * (error / $0)) }
    }
  }

  // MARK: Processors

  private func draw(_ wave: Range<UInt64>) async -> OutageTally {
    let chunks = Self.chunks(wave, min(threads * 2, 128))
    guard threads > 1, chunks.count > 1 else { return drawAlone(wave) }
    return await withTaskGroup(of: OutageTally.self) { group in
      var waiting = chunks.makeIterator()
      for _ in 0..<threads {
        if let chunk = waiting.next() { group.addTask { drawAlone(chunk) } }
      }
      var sum = OutageTally(simulation.header.plan)
      for await tally in group {
        sum.merge(tally)
        if let chunk = waiting.next() { group.addTask { drawAlone(chunk) } }
      }
      return sum
    }
  }

  private func drawAlone(_ chunk: Range<UInt64>) -> OutageTally {
    // The laws were tried when the simulation was made.
    guard var sampler = try? simulation.blocks() else {
      return OutageTally(simulation.header.plan)
    }
    for block in chunk {
      sampler.draw(block, replications: simulation.replications(in: block))
    }
    return sampler.tally
  }

  private static func chunks(_ range: Range<UInt64>, _ count: Int) -> [Range<UInt64>] {
    let count = UInt64(max(1, min(count, range.count)))
    let length = UInt64(range.count)
    return (0..<count).map { place in
      range.lowerBound + length * place / count..<range.lowerBound + length * (place + 1) / count
    }
  }
}

extension Double {
  /// Seconds since an instant.
  fileprivate static func seconds(since start: ContinuousClock.Instant) -> Double {
    let parts = (ContinuousClock.now - start).components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }
}
