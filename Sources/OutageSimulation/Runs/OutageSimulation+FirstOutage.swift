import Quantities

extension OutageSimulation {
  /// Replications in a block of first outages.
  private static let firstOutageBlock = 256

  /// The mean time to the first outage, in seconds, from the request's start, over so many histories:
  /// each is followed until it has one, however long that takes. nil when cancelled.
  ///
  /// Cost: about that of simulating the mean time to an outage, `runs` times. Throws
  /// ``SimulationError/runs(_:)`` for fewer than two, ``SimulationError/noOutages(_:)`` when there can
  /// be none, and ``SimulationError/uptimesWithMemory`` unless all up times are exponential, and
  /// ``SimulationError/firstOutageWithHistory`` where a part has a history.
  public func timeToFirstOutage(runs: Int) async throws(SimulationError) -> Estimate? {
    guard (2...SimulationRequest.mostRuns).contains(runs) else { throw .runs(runs) }
    guard system.timed == nil else { throw .firstOutageWithHistory }
    guard let screen = system.screen else { throw .uptimesWithMemory }
    guard canFail else { throw .noOutages(header.name) }
    let size = Self.firstOutageBlock
    let blocks = (runs + size - 1) / size
    var sums: [FirstOutageSum?] = []
    for wave in stride(from: 0, to: blocks, by: Processors.count * 16) {
      if Task.isCancelled { return nil }
      let range = wave..<min(wave + Processors.count * 16, blocks)
      sums += await firstOutages(range, screen) { min(size, runs - $0 * size) }
    }
    return sums.compactMap(\.self).reduce(into: FirstOutageSum()) { $0.add($1) }.estimate
  }

  /// True when the service is down with everything down.
  var canFail: Bool {
    let root = header.plan.upFrom - 1
    guard system.network.roots.indices.contains(root) else { return true }
    return system.network.isDown(
      root: root,
      whenDown: system.lives.failing + system.lives.alwaysDown
        + system.network.componentsWithHistory)
  }

  /// The sums of some blocks, in their order.
  private func firstOutages(
    _ blocks: Range<Int>, _ screen: IsolationScreen, size: @escaping @Sendable (Int) -> Int
  ) async -> [FirstOutageSum?] {
    await withTaskGroup(of: (Int, FirstOutageSum?).self) { group in
      for block in blocks {
        group.addTask { (block, self.firstOutages(block, screen, size(block))) }
      }
      var sums = [FirstOutageSum?](repeating: nil, count: blocks.count)
      for await (block, sum) in group { sums[block - blocks.lowerBound] = sum }
      return sums
    }
  }

  private func firstOutages(
    _ block: Int, _ screen: IsolationScreen, _ replications: Int
  ) -> FirstOutageSum? {
    var plan = OutageRecorder.Plan(horizon: .max)
    plan.upFrom = header.plan.upFrom
    guard var sampler = try? HistorySampler(system, plan) else { return nil }
    // Apart from the streams of the distributions.
    sampler.pool.restart(seed: ~header.seed, block: UInt64(block))
    var sum = FirstOutageSum()
    for _ in 0..<replications {
      sum.add(sampler.drawFirstOutage(screen, isSteady: header.start == .steady))
    }
    return sum
  }
}

/// Times to first outages, in seconds.
struct FirstOutageSum: Sendable {
  private var count = 0.0
  private var sum = 0.0
  private var squares = 0.0

  mutating func add(_ time: Double) {
    count += 1
    sum += time
    squares += time * time
  }

  mutating func add(_ other: FirstOutageSum) {
    count += other.count
    sum += other.sum
    squares += other.squares
  }

  var estimate: Estimate {
    let mean = sum / count
    let variance = max(0, squares / count - mean * mean) / (count - 1)
    return Estimate(normal: mean, standardError: variance.squareRoot())
  }
}

extension HistorySampler {
  /// The time to the first outage of one history, in seconds. Whenever all is up the clock begins
  /// anew, so that it never ends.
  mutating func drawFirstOutage(_ screen: IsolationScreen, isSteady: Bool) -> Double {
    if isSteady { drawSteadyState() }
    var base = 0.0
    var next = gap(screen)
    if !cluster.isEmpty {
      next = extendCluster(screen, next: next, until: .max)
      finishCluster()
    }
    while true {
      if let first = recorder.takeFirstOutage() { return (base + Double(first)) * 1e-9 }
      base += Double(next)
      if next >= Int64(Clock.farAway) {
        // No failure yet: what is left of the gap is as long as a new one.
        next = gap(screen)
      } else {
        let cluster = followNext(screen)
        base += cluster.before
        next = cluster.next
      }
    }
  }
}
