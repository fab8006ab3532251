import RandomStreams
import StructureFunctions

/// Histories around an outage: one is placed in the window, and all that goes on around it is drawn
/// forwards and backwards from the instant at which it begins.
///
/// With ν the outage frequency, T the window, U the unavailability and N the outages that touch the
/// window, E[f] = (ν T + U) E[f / N] for every figure f that is 0 without an outage: an instant
/// of the window with probability ν T / (ν T + U), else the window's beginning, given that the
/// service is down there. (Owen, Maximov and Chertkov 2019 call this form of importance sampling
/// ALOE.)
extension HistorySampler {
  mutating func drawConditioned(
    _ starts: inout OutageStartSampler, startShare: Double, replications: Int
  ) {
    var down: [Int32] = []
    for _ in 0..<replications {
      down.removeAll(keepingCapacity: true)
      if pool.next(VariatePool.uniform) < startShare {
        let place = Int64(pool.next(VariatePool.uniform) * Double(recorder.plan.horizon))
        let instant = recorder.plan.warmUp + place
        let failing = starts.drawStart({ pool.next(VariatePool.uniform) }, down: &down)
        drawAround(instant, failing: Int(failing), down: down)
      } else {
        starts.drawDown({ pool.next(VariatePool.uniform) }, down: &down)
        drawAround(recorder.plan.warmUp, failing: nil, down: down)
      }
      finishReplication()
    }
    recorder.count(replications)
  }

  /// Draws all that goes on around an instant at which some components are down and one of them,
  /// when there is one, has just failed.
  private mutating func drawAround(_ instant: Int64, failing: Int?, down: [Int32]) {
    if let failing { add(failing, from: instant, lasting: restoration(of: failing)) }
    // What is down for good has no restoration that could cover the instant.
    for component in down
    where component != failing.map(Int32.init) ?? -1 && system.lives[Int(component)].rate > 0 {
      addCovering(Int(component), at: instant)
    }
    // What went before the window is of no use where nothing has a history.
    let isBackwardToo = failing != nil || recorder.plan.warmUp > 0
    guard let screen = system.screen else {
      return drawRenewals(around: instant, isBackwardToo: isBackwardToo)
    }
    drawSuperposed(screen, around: instant, isBackwardToo: isBackwardToo)
  }

  private mutating func drawSuperposed(
    _ screen: IsolationScreen, around instant: Int64, isBackwardToo: Bool
  ) {
    let known = cluster.count
    let next = extendCluster(screen, next: instant + gap(screen), until: horizon)
    guard isBackwardToo else {
      finishCluster()
      return scan(screen, from: next, until: horizon)
    }
    let previous = extendBackwards(screen, from: instant, known: known)
    finishCluster()
    scan(screen, from: next, until: horizon)
    isMirrored = true
    scan(screen, from: previous, until: 0)
    isMirrored = false
  }

  /// Adds to the cluster what overlaps it before the instant; returns the time, on the mirrored
  /// clock, of the restoration before all that.
  private mutating func extendBackwards(
    _ screen: IsolationScreen, from instant: Int64, known: Int
  ) -> Int64 {
    swap(&cluster, &forward)
    for interval in forward { downUntil[Int(interval.component)] = .min }
    dropCluster()
    for interval in forward[..<known] where interval.start < instant {
      downUntil[Int(interval.component)] = -interval.start
      clusterEnd = max(clusterEnd, -interval.start)
    }
    let previous = extendCluster(screen, next: gap(screen) - instant, until: 0)
    for interval in forward { downUntil[Int(interval.component)] = .min }
    for interval in cluster { downUntil[Int(interval.component)] = .min }
    for place in cluster.indices { cluster[place] = cluster[place].mirrored }
    cluster += forward
    sortCluster()
    return previous
  }
}
