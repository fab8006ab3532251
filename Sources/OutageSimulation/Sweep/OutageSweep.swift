import StructureFunctions

/// Follows the structure through failures and restorations, in order of time.
///
/// Gates count what is down below them; an event touches only the gates whose count crosses a
/// limit. The level is the number of roots that are up. What comes out is told to a recorder: of
/// outages and times at each level for a service, of a history for the operand of a rule.
struct OutageSweep {
  /// A component or a gate: where its uses begin, and how many roots it is.
  private struct Node {
    var firstUse: Int32
    var roots: Int32
  }

  /// A gate that counts a node, and what the node weighs there.
  private struct Use {
    var gate: Int32
    var weight: Int64
  }

  /// What is down below a gate, and from how much on the gate is.
  private struct Count {
    var down: Int64
    let limit: Int64
  }

  private let nodes: [Node]
  private let uses: [Use]
  private let componentCount: Int
  private var counts: [Count]
  /// How often each component is down: intervals of one component may touch.
  private var downCount: [Int32]
  private var changed: [Int32] = []
  private var restorations = RestorationQueue()

  /// For each component its block, -1 where it must be followed at once.
  private var blockOfComponent: [Int32]
  /// For each block the only component that is down and not yet followed, -1 for none.
  private var waiting: [Int32] = []
  /// For each block the components that are down and followed.
  private var followed: [Int32] = []
  /// Components that are down and shared by blocks, or changed the service alone.
  private var followedAtOnce = 0

  /// For each component the number of thresholds reached while it alone is down.
  private var reachedWithout: [Int32] = []

  /// For each component whether its failure alone changes how many thresholds are reached.
  var singlePoints: [Bool] { reachedWithout.map { $0 != Int32(fullyReached) } }

  /// The number of thresholds reached now.
  private(set) var reached: Int
  /// The number of thresholds reached while all that can be up is.
  private(set) var fullyReached: Int

  /// The structure with all components up but those that are down for good.
  init(_ network: ComponentNetwork, alwaysDown: [Int]) {
    componentCount = network.componentCount
    uses = zip(network.parents, network.parentWeights).map { Use(gate: $0, weight: $1) }
    counts = network.limits.map { Count(down: 0, limit: $0) }
    downCount = [Int32](repeating: 0, count: network.componentCount)
    var nodes = network.firstParent.map { Node(firstUse: $0, roots: 0) }
    var up = 0
    for root in network.roots {
      switch root {
      case .never: continue
      case .always: break
      case .component(let component): nodes[component].roots += 1
      case .gate(let gate): nodes[network.componentCount + gate].roots += 1
      }
      up += 1
    }
    self.nodes = nodes
    (reached, fullyReached) = (up, up)
    blockOfComponent = [Int32](repeating: -1, count: network.componentCount)
    for component in alwaysDown { fail(component) }
    fullyReached = reached
    followedAtOnce = 0
    let blocks = IndependentBlocks(network)
    // All but single points, which must be found before anything waits.
    reachedWithout = (0..<network.componentCount).map { reached(without: $0) }
    blockOfComponent = zip(blocks.blockOfComponent, singlePoints).map { $1 ? -1 : $0 }
    waiting = [Int32](repeating: -1, count: blocks.count)
    followed = [Int32](repeating: 0, count: blocks.count)
  }

  // MARK: Single events

  mutating func fail(_ component: Int) {
    downCount[component] += 1
    guard downCount[component] == 1 else { return }
    let block = Int(blockOfComponent[component])
    guard block >= 0 else { return failAtOnce(component) }
    if followedAtOnce == 0, followed[block] == 0, waiting[block] < 0 {
      waiting[block] = Int32(component)
      return
    }
    followWaiting(block)
    followed[block] += 1
    propagate(component, sign: 1)
  }

  private mutating func failAtOnce(_ component: Int) {
    if followedAtOnce == 0 {
      // What waits is down, and all that is down waits to be restored.
      for component in restorations.components {
        let block = Int(blockOfComponent[Int(component)])
        if block >= 0, waiting[block] == component { followWaiting(block) }
      }
    }
    followedAtOnce += 1
    propagate(component, sign: 1)
  }

  private mutating func followWaiting(_ block: Int) {
    let component = waiting[block]
    guard component >= 0 else { return }
    waiting[block] = -1
    followed[block] += 1
    propagate(Int(component), sign: 1)
  }

  mutating func restore(_ component: Int) {
    downCount[component] -= 1
    guard downCount[component] == 0 else { return }
    let block = Int(blockOfComponent[component])
    if block < 0 {
      followedAtOnce -= 1
    } else if waiting[block] == Int32(component) {
      waiting[block] = -1
      return
    } else {
      followed[block] -= 1
    }
    propagate(component, sign: -1)
  }

  /// Counts a component that goes down (1) or up (-1), and all gates that do so with it.
  private mutating func propagate(_ component: Int, sign: Int64) {
    var node = component
    while true {
      reached -= Int(sign) * Int(nodes[node].roots)
      for place in Int(nodes[node].firstUse)..<Int(nodes[node + 1].firstUse) {
        let use = uses[place]
        let count = counts[Int(use.gate)]
        let down = count.down &+ sign &* use.weight
        counts[Int(use.gate)].down = down
        if (count.down >= count.limit) != (down >= count.limit) {
          changed.append(Int32(componentCount) + use.gate)
        }
      }
      guard let next = changed.popLast() else { return }
      node = Int(next)
    }
  }

  // MARK: Clusters

  /// Follows intervals, sorted by their starts: up to the last of these, or until all is up where they
  /// are complete.
  ///
  /// At one instant failures come before restorations: the service is down throughout when one
  /// part's restoration touches another's failure.
  mutating func follow<Outages: RandomAccessCollection>(
    _ intervals: Outages, isComplete: Bool, into recorder: inout some LevelRecorder
  ) where Outages.Element: ComponentOutage, Outages.Index == Int {
    let last = intervals.endIndex - 1
    for place in intervals.indices {
      let interval = intervals[place]
      while let next = restorations.first, next.end < interval.start {
        restoreFirst(next, into: &recorder)
      }
      let isLone =
        restorations.first == nil
        && (place < last ? interval.end < intervals[place + 1].start : isComplete)
      if isLone {
        followLone(interval, into: &recorder)
      } else {
        fail(Int(interval.component))
        recorder.change(to: reached, at: interval.start, by: interval.cause)
        restorations.insert(.init(end: interval.end, component: interval.component))
      }
    }
    guard isComplete else { return }
    while let next = restorations.first { restoreFirst(next, into: &recorder) }
  }

  /// What fails and is restored alone touches no gate: what it changes is known.
  @inline(__always)
  private func followLone(
    _ interval: some ComponentOutage, into recorder: inout some LevelRecorder
  ) {
    let alone = Int(reachedWithout[Int(interval.component)])
    guard alone != fullyReached else { return }
    recorder.change(to: alone, at: interval.start, by: interval.cause)
    recorder.change(to: fullyReached, at: interval.end, by: interval.component)
  }

  private mutating func restoreFirst(
    _ next: RestorationQueue.Restoration, into recorder: inout some LevelRecorder
  ) {
    restorations.removeFirst()
    restore(Int(next.component))
    recorder.change(to: reached, at: next.end, by: next.component)
  }

  private mutating func reached(without component: Int) -> Int32 {
    fail(component)
    defer { restore(component) }
    return Int32(reached)
  }
}
