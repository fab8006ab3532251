import RandomStreams

/// Histories of components whose up times are all exponential: one Poisson stream of failures, of
/// which a failure of a component that is already down is dropped (exact thinning).
extension HistorySampler {
  /// Draws replications from 0 to the horizon.
  mutating func drawSuperposed(
    _ screen: IsolationScreen, replications: Int, isSteady: Bool
  ) {
    for _ in 0..<replications {
      if isSteady { drawSteadyState() }
      var next = gap(screen)
      if !cluster.isEmpty {
        next = extendAndFlush(screen, next: next, until: horizon)
        finishCluster()
      }
      scan(screen, from: next, until: horizon)
      finishReplication()
    }
    recorder.count(replications)
  }

  /// The time to the next failure while all is up.
  @inline(__always)
  mutating func gap(_ screen: IsolationScreen) -> Int64 {
    Clock.ticks(pool.next(VariatePool.exponential) * screen.meanGap)
  }

  /// Draws failures from the one at `start` on until `end`, all being up before.
  mutating func scan(_ screen: IsolationScreen, from start: Int64, until end: Int64) {
    var time = start
    while true {
      if screen.skipFactor > 0 { time = skipped(screen, from: time) }
      guard time < end else { return }
      time = drawMattering(screen, at: time, until: end)
    }
  }

  /// The time of the first failure from `time` on that may matter.
  @inline(__always)
  private mutating func skipped(_ screen: IsolationScreen, from time: Int64) -> Int64 {
    let length = skippedLength(screen)
    return length < Clock.farAway ? time + Int64(length) : .max
  }

  /// The time that failures which don't matter take before the next one that may, in nanoseconds.
  @inline(__always)
  private mutating func skippedLength(_ screen: IsolationScreen) -> Double {
    let number = pool.next(VariatePool.exponential) * screen.skipFactor
    guard number >= 1 else { return 0 }
    // Beyond 2^52 the number itself is only as exact as a Double.
    let count = Int(min(number, 0x1p60))
    return Double(count) * screen.delta + pool.sumOfExponentials(count) * screen.meanGap
  }

  /// Follows one cluster, a failure being due now; returns the time before it, in nanoseconds, and the
  /// time of the failure after it on a clock that begins with the cluster.
  mutating func followNext(_ screen: IsolationScreen) -> (before: Double, next: Int64) {
    let before = screen.skipFactor > 0 ? skippedLength(screen) : 0
    return (before, drawMattering(screen, at: 0, until: .max))
  }

  /// Draws a failure that may matter, and its cluster; returns the time of the failure after it.
  private mutating func drawMattering(
    _ screen: IsolationScreen, at time: Int64, until end: Int64
  ) -> Int64 {
    let failure = drawFailure(screen)
    let next = time + failure.gap
    guard failure.restoration >= Double(failure.gap) || system.singlePoints[failure.component]
    else { return next }
    add(failure.component, from: time, lasting: failure.restoration)
    let after = extendAndFlush(screen, next: next, until: end)
    finishCluster()
    return after
  }

  private struct Failure {
    let component: Int
    let restoration: Double
    /// The time to the failure after it.
    let gap: Int64
  }

  /// A failure of a component that was up, given that it may matter.
  @inline(__always)
  private mutating func drawFailure(_ screen: IsolationScreen) -> Failure {
    guard screen.skipFactor > 0 else {
      let component = screen.failing.draw(pool.bits.next())
      return Failure(
        component: component, restoration: restoration(of: component), gap: gap(screen))
    }
    let place = screen.mattering.draw(pool.bits.next())
    let count = system.singlePoints.count
    return place < count ? drawSlow(screen, place) : drawFollowed(screen, place - count)
  }

  /// A failure that matters for itself.
  @inline(__always)
  private mutating func drawSlow(_ screen: IsolationScreen, _ component: Int) -> Failure {
    let life = Int(system.lives.lifeOfComponent[component])
    let slowness = screen.slowness[life]
    let length =
      system.singlePoints[component] || slowness.tail == 1
      ? pool.draw(system.lives.lives[life].restoration)
      : pool.draw(system.lives.lives[life].restoration, beyond: slowness)
    return Failure(component: component, restoration: length, gap: gap(screen))
  }

  /// A failure with a quick restoration, given that the next one comes within δ.
  @inline(__always)
  private mutating func drawFollowed(_ screen: IsolationScreen, _ component: Int) -> Failure {
    let life = Int(system.lives.lifeOfComponent[component])
    let bound = screen.slowness[life].bound
    var length = pool.draw(system.lives.lives[life].restoration)
    while length > bound { length = pool.draw(system.lives.lives[life].restoration) }
    let share = screen.followedShare * pool.next(VariatePool.uniform)
    let gap = SmallDifferences.minusLogOfComplement(share) * screen.meanGap
    return Failure(component: component, restoration: length, gap: Clock.ticks(gap))
  }

  /// Draws the failures that overlap the cluster, the first of them at `next`, until it is complete
  /// or as long as `limit`; returns the time of the next failure.
  mutating func extendCluster(
    _ screen: IsolationScreen, next: Int64, until end: Int64, limit: Int = .max
  ) -> Int64 {
    var next = next
    while next < clusterEnd, next < end, cluster.count < limit {
      let component = screen.failing.draw(pool.bits.next())
      if downUntil[component] <= next {
        add(component, from: next, lasting: restoration(of: component))
      }
      next += gap(screen)
    }
    return next
  }

  /// The same to the cluster's end, following it in pieces when it grows long; on the mirrored clock
  /// it must be whole.
  @inline(__always)
  private mutating func extendAndFlush(
    _ screen: IsolationScreen, next: Int64, until end: Int64
  ) -> Int64 {
    let limit = isMirrored ? Int.max : Self.longestCluster
    var next = extendCluster(screen, next: next, until: end, limit: limit)
    while next < clusterEnd, next < end {
      flush()
      next = extendCluster(screen, next: next, until: end, limit: limit)
    }
    return next
  }
}
