import Quantities
import ServiceLevels
import StructureFunctions
import Topology

extension SimulationHeader {
  /// Expected failures in a block, so that a block takes a fraction of a millisecond to some.
  private static let failuresInBlock = 131_072.0
  /// Windows in a block, some tens of milliseconds where all are judged.
  private static let windowsInBlock = 4_194_304

  init(
    _ name: String, _ request: SimulationRequest, _ levels: SimulatedLevels,
    _ choice: SamplingChoice, _ system: SampledSystem, _ causes: OutageCauses?
  ) {
    self.name = name
    seed = request.seed
    sampling = choice.sampling
    start = request.start
    window = request.window
    countsBelow = request.countsBelow?.value
    scale = choice.touching
    self.levels = levels.areRecorded ? [0] + levels.thresholds : []
    fullest = system.sweep.fullyReached
    plan = OutageRecorder.Plan(horizon: Clock.ticks(request.horizon.seconds * 1e9))
    plan.warmUp = request.start == .steady ? Clock.ticks(system.timed?.warmUp ?? 0) : 0
    plan.upFrom = levels.upFrom
    plan.thresholds = request.thresholds.map { Clock.ticks($0.seconds * 1e9) }
    plan.window = request.window.map { Clock.ticks($0.length.seconds * 1e9) } ?? 0
    plan.levels = self.levels.count
    queues = choice.sampling == .plain ? system.timed?.queues ?? [] : []
    plan.delays = queues.count
    plan.contracts = request.contracts.map {
      ContractPlan($0, judgesLevels: levels.areRecorded && $0.agreement.rule.countsErrors)
    }
    plan.isConditioned = choice.sampling == .conditioned
    self.causes = []
    blockSize = Self.blockSize(
      system.eventRate * Double(plan.warmUp + plan.horizon), atMost: Self.largestBlock(sampling))
    for contract in plan.contracts {
      blockSize = Self.blockSize(blockSize, windows: contract.terms.question.windows)
    }
    fingerprint = 0
    assumptions = Self.assumptions(request, system)
    if plan.isConditioned, system.timed?.queues.isEmpty == false {
      assumptions.append("delays are seen by plain sampling alone; write `sampling plain`")
    }
    plan.losses = self.levels.map { max(0, fullestLevel - $0) }
    if let causes {
      self.causes = causes.names
      plan.causes = causes.names.count
    }
  }

  /// Halved until few enough failures are expected in a block.
  private static func blockSize(_ failures: Double, atMost largest: Int) -> Int {
    var size = largest
    while size > 1, Double(size) * failures > failuresInBlock { size /= 2 }
    return size
  }

  /// Halved until few enough windows are judged in a block, those of a service that is mostly down.
  private static func blockSize(_ size: Int, windows: Int) -> Int {
    var size = size
    while size > 1, size > windowsInBlock / windows { size /= 2 }
    return size
  }

  /// Conditioned samples are few, and 64 blocks of them mostly are enough.
  private static func largestBlock(_ sampling: SimulationRequest.Sampling) -> Int {
    sampling == .plain ? 4_096 : 384
  }

  private static func assumptions(_ request: SimulationRequest, _ system: SampledSystem) -> [String]
  {
    var lines: [String] = []
    if system.network.componentCount > 1 {
      lines.append(Topology.independence(isCoupled: !system.network.couplings.isEmpty))
    }
    lines.append(
      request.start == .steady
        ? "a replication is a window of a long history (start steady)"
        : "all components are new at the beginning (start up)")
    lines.append("an outage that crosses an edge of the window is cut there")
    if let level = request.countsBelow, let digits = try? DecimalNumber(shortest: level.value) {
      lines.append("a level below \(digits.scaled(byPowerOfTen: 2))% counts as down")
    }
    if request.window != nil, request.contracts.isEmpty {
      lines.append("a month is 30 d, a quarter 90 d, a year 365 d")
    }
    return lines
  }
}

/// A number that tells models and questions apart: FNV-1a (Fowler, Noll and Vo 1991) over all that
/// decides what a seed gives.
struct Fingerprint {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  init(_ header: SimulationHeader, _ system: SampledSystem) {
    add(header.name)
    add(header.sampling.rawValue + header.start.rawValue)
    add(UInt64(bitPattern: header.plan.horizon))
    let plan = header.plan
    for number in plan.thresholds + [plan.window, plan.warmUp, Int64(plan.upFrom)] {
      add(UInt64(bitPattern: number))
    }
    for level in header.levels + [header.scale] { add(level.bitPattern) }
    for cause in header.causes { add(cause) }
    add(UInt64(header.blockSize))
    add(system)
  }

  private mutating func add(_ system: SampledSystem) {
    let network = system.network
    for life in system.lives.lives {
      add("\(life.uptime)\(life.restoration)")
      add(life.rate.bitPattern)
    }
    for table in system.lives.laws.tables { add("\(table)") }
    for component in network.rowOfComponent.indices {
      add(UInt64(system.lives.lifeOfComponent[component]))
    }
    for numbers in [network.firstParent, network.parents] {
      for number in numbers { add(UInt64(number)) }
    }
    for numbers in [network.limits, network.parentWeights] {
      for number in numbers { add(UInt64(bitPattern: number)) }
    }
    add("\(network.roots)\(network.thresholds)")
    add("\(network.timedParts)\(network.couplings)")
    for row in network.rows where !network.couplings.isEmpty { add("\(row.component)") }
  }

  mutating func add(_ word: UInt64) {
    var rest = word
    for _ in 0..<8 {
      add(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(UInt64(text.utf8.count))
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
