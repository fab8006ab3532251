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
        next = extendCluster(screen, next: next, until: horizon)
        finishCluster()
      }
      scan(screen, from: next, until: horizon)
      recorder.finish()
    }
    recorder.count(replications)
  }

  /// The time to the next failure while all is up.
  @inline(__always)
  mutating func gap(_ screen: IsolationScreen) -> Int64 {
    Clock.ticks(pool.next(VariatePool.exponential) / screen.rate)
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
    let number = pool.next(VariatePool.exponential) * screen.skipFactor
    guard number >= 1 else { return time }
    guard number < 1e15 else { return .max }
    let count = Int(number)
    let length =
      Double(count) * screen.delta + pool.sumOfExponentials(count) / screen.rate
    return length < Clock.farAway ? time + Int64(length) : .max
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
    let after = extendCluster(screen, next: next, until: end)
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
    let isSlow = pool.next(VariatePool.uniform) < screen.slowShare
    return isSlow ? drawSlow(screen) : drawFollowed(screen)
  }

  private mutating func drawSlow(_ screen: IsolationScreen) -> Failure {
    let component = screen.slow.draw(pool.bits.next())
    let life = Int(system.lives.lifeOfComponent[component])
    let tail = screen.tail(life: life, isSinglePoint: system.singlePoints[component])
    let law = system.lives.lives[life].restoration
    let length =
      tail < 1
      ? law.quantile(tail: tail * pool.next(VariatePool.uniform)) ?? law.scale : pool.draw(law)
    return Failure(component: component, restoration: length, gap: gap(screen))
  }

  /// A failure with a short restoration, given that the next one comes within δ.
  private mutating func drawFollowed(_ screen: IsolationScreen) -> Failure {
    let component = screen.quick.draw(pool.bits.next())
    let life = Int(system.lives.lifeOfComponent[component])
    let tail = screen.tail(life: life, isSinglePoint: false)
    let law = system.lives.lives[life].restoration
    let place = tail + (1 - tail) * pool.next(VariatePool.uniform)
    let share = screen.followedShare * pool.next(VariatePool.uniform)
    let gap = SmallDifferences.minusLogOfComplement(share) / screen.rate
    return Failure(
      component: component, restoration: law.quantile(tail: place) ?? law.scale,
      gap: Clock.ticks(gap))
  }

  /// Draws the failures that overlap the cluster, the first of them at `next`; returns the time of
  /// the first failure behind it.
  mutating func extendCluster(
    _ screen: IsolationScreen, next: Int64, until end: Int64
  ) -> Int64 {
    var next = next
    while next < clusterEnd, next < end {
      let component = screen.failing.draw(pool.bits.next())
      if downUntil[component] <= next {
        add(component, from: next, lasting: restoration(of: component))
      }
      next += gap(screen)
    }
    return next
  }
}
