import StructureFunctions

/// Follows the structure through failures and restorations, in order of time.
///
/// Gates count what is down below them; an event touches only the gates whose count crosses a
/// limit. The service's level is the number of roots that are up. What comes out is a history of the
/// service: outages, and times at each level. Rules on histories take such a history where they find
/// it, and hand theirs on as intervals of a component of their own.
struct OutageSweep {
  private let limits: [Int64]
  private let firstParent: [Int32]
  private let parents: [Int32]
  private let parentWeights: [Int64]
  private let componentCount: Int
  /// For each node the number of roots that it is.
  private let rootsAtNode: [Int32]

  private var downWeight: [Int64]
  /// How often each component is down: intervals of one component may touch.
  private var downCount: [Int32]
  private var changed: [Int32] = []
  private var restorations = RestorationQueue()

  /// The number of thresholds reached now.
  private(set) var reached: Int
  /// The number of thresholds reached while all that can be up is.
  private(set) var fullyReached: Int

  /// The structure with all components up but those that are down for good.
  init(_ network: ComponentNetwork, alwaysDown: [Int]) {
    limits = network.limits
    firstParent = network.firstParent
    parents = network.parents
    parentWeights = network.parentWeights
    componentCount = network.componentCount
    var roots = [Int32](repeating: 0, count: network.componentCount + network.limits.count)
    var up = 0
    for root in network.roots {
      switch root {
      case .always: up += 1
      case .never: break
      case .component(let component):
        roots[component] += 1
        up += 1
      case .gate(let gate):
        roots[network.componentCount + gate] += 1
        up += 1
      }
    }
    rootsAtNode = roots
    downWeight = [Int64](repeating: 0, count: network.limits.count)
    downCount = [Int32](repeating: 0, count: network.componentCount)
    (reached, fullyReached) = (up, up)
    for component in alwaysDown { fail(component) }
    fullyReached = reached
  }

  // MARK: Single events

  mutating func fail(_ component: Int) {
    downCount[component] += 1
    if downCount[component] == 1 { propagate(component, isFailure: true) }
  }

  mutating func restore(_ component: Int) {
    downCount[component] -= 1
    if downCount[component] == 0 { propagate(component, isFailure: false) }
  }

  private mutating func propagate(_ component: Int, isFailure: Bool) {
    var node = component
    while true {
      reached += isFailure ? -Int(rootsAtNode[node]) : Int(rootsAtNode[node])
      let first = Int(firstParent[node])
      let last = Int(firstParent[node + 1])
      for place in first..<last {
        let gate = Int(parents[place])
        let before = downWeight[gate]
        let after = isFailure ? before + parentWeights[place] : before - parentWeights[place]
        downWeight[gate] = after
        if (before >= limits[gate]) != (after >= limits[gate]) {
          changed.append(Int32(componentCount + gate))
        }
      }
      guard let next = changed.popLast() else { return }
      node = Int(next)
    }
  }

  // MARK: Clusters

  /// Follows intervals, sorted by their starts, up to the last of these.
  ///
  /// At one instant failures come before restorations: the service is down throughout when one
  /// part's restoration touches another's failure.
  mutating func follow(
    _ intervals: some Sequence<DownInterval>, into recorder: inout OutageRecorder
  ) {
    for interval in intervals {
      while let next = restorations.first, next.end < interval.start {
        restoreFirst(next, into: &recorder)
      }
      fail(Int(interval.component))
      recorder.change(to: reached, at: interval.start, by: interval.component)
      restorations.insert(.init(end: interval.end, component: interval.component))
    }
  }

  /// Follows the restorations that are left, until all is up.
  mutating func finish(into recorder: inout OutageRecorder) {
    while let next = restorations.first { restoreFirst(next, into: &recorder) }
  }

  private mutating func restoreFirst(
    _ next: RestorationQueue.Restoration, into recorder: inout OutageRecorder
  ) {
    restorations.removeFirst()
    restore(Int(next.component))
    recorder.change(to: reached, at: next.end, by: next.component)
  }

  /// True when the failure of a component alone changes how many thresholds are reached.
  mutating func isSinglePoint(_ component: Int) -> Bool {
    fail(component)
    defer { restore(component) }
    return reached != fullyReached
  }
}
