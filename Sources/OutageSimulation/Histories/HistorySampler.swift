import Quantities
import RandomStreams
import StructureFunctions

/// What a simulation draws histories of: immutable, shared by all threads.
struct SampledSystem: Sendable {
  let network: ComponentNetwork
  let lives: ComponentLives
  let steadyState: SteadyState
  /// For each component whether its failure alone changes the level of the service, or may change
  /// what has a history.
  let singlePoints: [Bool]
  /// The failing components whose laws are scaled variates.
  let alternating: [AlternatingComponent]
  /// The other failing components.
  let otherFailing: [Int]
  /// Which failures can be passed over; nil where components are drawn one by one, because up times
  /// have memories or components are mostly down.
  let screen: IsolationScreen?
  /// What has a history; nil where the service follows from the state of an instant.
  let timed: TimedSystem?
  /// Follows the service.
  let sweep: OutageSweep

  /// Throws ``SimulationError/untimed(_:)``.
  init(
    _ network: ComponentNetwork, standIn: Duration? = nil
  ) throws(SimulationError) {
    self.network = network
    var lives = try ComponentLives(network, standIn: standIn)
    timed = TimedSystem(network, &lives)
    self.lives = lives
    steadyState = SteadyState(lives)
    sweep = timed?.levels.last?.sweep ?? OutageSweep(network, alwaysDown: lives.alwaysDown)
    singlePoints = timed?.mattering ?? sweep.singlePoints
    alternating = lives.failing.compactMap { component in
      lives[component].scaled.map { AlternatingComponent(component, $0) }
    }
    otherFailing = lives.failing.filter { lives[$0].scaled == nil }
    // One stream of failures for all is in vain where most fall on components that are down.
    let isScreened =
      lives.areUptimesExponential && !lives.failing.isEmpty
      && lives.totalRate <= 2 * lives.failureRate
    screen = isScreened ? IsolationScreen(lives, singlePoints: singlePoints) : nil
  }
}

extension SampledSystem {
  /// Failures a nanosecond of all components together, coupled ones included.
  var eventRate: Double {
    network.coupledComponents.reduce(lives.failureRate) { rate, component in
      rate + (network.component(component).failureFrequency?.perSecond ?? 0) * 1e-9
    }
  }
}

/// Draws the histories of replications, a block of them at a time.
///
/// A history is reduced to its clusters: stretches of time in which restorations overlap, or a
/// failure that matters by itself. Each cluster is followed through the structure as soon as it is
/// complete.
struct HistorySampler: ~Copyable {
  let system: SampledSystem
  /// The end of a replication; its window ends there too.
  let horizon: Int64
  var pool: VariatePool
  var sweep: OutageSweep
  var recorder: OutageRecorder
  /// Follows what has a history.
  private var timed: TimedRun?

  /// The intervals of the cluster that is being drawn, by their starts.
  var cluster: [DownInterval] = []
  /// The part of a cluster that lies behind the instant around which it is drawn.
  var forward: [DownInterval] = []
  /// When the last restoration of the cluster ends.
  var clusterEnd: Int64 = .min
  /// For each component the end of its last interval in the cluster.
  var downUntil: [Int64]
  /// True when the beginning of the cluster has been followed already.
  private var isFlushed = false
  /// Longer clusters are followed in pieces.
  static let longestCluster = 16_384
  /// True while the clock runs backwards.
  var isMirrored = false
  var renewals: RenewalScratch

  /// Throws ``RandomStreamError`` for a law that cannot be drawn.
  init(
    _ system: SampledSystem, _ plan: OutageRecorder.Plan, causeOfComponent: [Int32] = [],
    level: VectorLevel = .best
  ) throws(RandomStreamError) {
    self.system = system
    horizon = plan.warmUp + plan.horizon
    timed = system.timed.map { TimedRun($0) }
    pool = try VariatePool(system.lives.laws, level: level)
    sweep = system.sweep
    recorder = OutageRecorder(plan, reached: sweep.fullyReached, causeOfComponent: causeOfComponent)
    downUntil = [Int64](repeating: .min, count: system.network.componentCount)
    renewals = RenewalScratch(system, horizon: horizon)
  }

  // MARK: Clusters

  /// Adds an interval to the cluster.
  @inline(__always)
  mutating func add(_ component: Int, from start: Int64, lasting nanoseconds: Double) {
    add(component, from: start, to: start + Clock.ticks(nanoseconds))
  }

  @inline(__always)
  private mutating func add(_ component: Int, from start: Int64, to end: Int64) {
    cluster.append(DownInterval(start: start, end: end, component: Int32(component)))
    downUntil[component] = end
    if end > clusterEnd { clusterEnd = end }
  }

  /// Follows the cluster through the structure and begins a new one.
  mutating func finishCluster() {
    forgetDownTimes()
    if isMirrored {
      for place in cluster.indices { cluster[place] = cluster[place].mirrored }
      sortCluster()
    }
    follow(cluster, isComplete: true)
    dropCluster()
  }

  /// Follows intervals through the structure, or keeps them where the whole replication is needed.
  @inline(__always)
  mutating func follow<Intervals: RandomAccessCollection>(
    _ intervals: Intervals, isComplete: Bool
  ) where Intervals.Element == DownInterval, Intervals.Index == Int {
    if timed == nil {
      sweep.follow(intervals, isComplete: isComplete, into: &recorder)
    } else {
      timed?.add(intervals)
    }
  }

  /// The end of a replication.
  @inline(__always)
  mutating func finishReplication() {
    let underneath = timed?.finish(
      from: recorder.plan.warmUp, to: horizon, &pool, into: &recorder)
    recorder.finish(sampledOutages: underneath ?? nil)
  }

  private mutating func forgetDownTimes() {
    guard isFlushed else {
      for interval in cluster { downUntil[Int(interval.component)] = .min }
      return
    }
    for component in downUntil.indices { downUntil[component] = .min }
    isFlushed = false
  }

  /// Follows the beginning of a cluster that has grown long, so that memory stays small.
  mutating func flush() {
    follow(cluster, isComplete: false)
    cluster.removeAll(keepingCapacity: true)
    isFlushed = true
  }

  /// Most clusters are a few intervals.
  mutating func sortCluster() {
    guard cluster.count <= 8 else { return cluster.sort { $0.start < $1.start } }
    for place in cluster.indices.dropFirst() {
      let moved = cluster[place]
      var gap = place
      while gap > 0, moved.start < cluster[gap - 1].start {
        cluster[gap] = cluster[gap - 1]
        gap -= 1
      }
      cluster[gap] = moved
    }
  }

  mutating func dropCluster() {
    cluster.removeAll(keepingCapacity: true)
    clusterEnd = .min
  }

  /// One restoration time of a component, in nanoseconds.
  @inline(__always)
  mutating func restoration(of component: Int) -> Double {
    let life = Int(system.lives.lifeOfComponent[component])
    return pool.draw(system.lives.lives[life].restoration)
  }

  // MARK: Steady state

  /// Draws the components that are down at 0 as the beginning of a cluster.
  mutating func drawSteadyState() {
    var point = pool.next(VariatePool.exponential)
    while point < system.steadyState.length {
      let (component, end) = system.steadyState.component(at: point)
      addCovering(Int(component), at: 0)
      point = end + pool.next(VariatePool.exponential)
    }
    sortCluster()
  }

  /// Adds the restoration of a component that covers an instant: as long as the law that such
  /// restorations have, split uniformly by the instant.
  mutating func addCovering(_ component: Int, at instant: Int64) {
    let life = system.lives[component]
    let length = pool.draw(life.coveringRestoration)
    let age = length * pool.next(VariatePool.uniform)
    add(
      component, from: instant - Clock.ticks(age), to: instant + Clock.ticks(length - age))
  }
}
