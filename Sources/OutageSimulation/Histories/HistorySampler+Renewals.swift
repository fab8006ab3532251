import RandomStreams

/// Histories of components whose up times have memories: each alternates by itself, and what
/// overlaps nothing is sorted out by buckets of time.
extension HistorySampler {
  /// Draws replications from 0 to the horizon.
  mutating func drawRenewals(replications: Int, isSteady: Bool) {
    for _ in 0..<replications {
      if isSteady { renewOngoing() } else { renewNew() }
      followRenewals()
      finishReplication()
    }
    recorder.count(replications)
  }

  /// Lets all components alternate, new at 0.
  private mutating func renewNew() {
    for component in system.alternating {
      let first = Clock.ticks(component.life.uptime * pool.next(component.life.uptimeBuffer))
      guard first < horizon else { continue }
      renew(component.component, component.life, firstFailure: first, until: horizon)
    }
    for component in system.otherFailing {
      let life = Int(system.lives.lifeOfComponent[component])
      let first = Clock.ticks(pool.draw(system.lives.lives[life].uptime))
      renew(component, life, firstFailure: first, until: horizon)
    }
  }

  /// Lets all components alternate, in their steady state at 0.
  private mutating func renewOngoing() {
    drawSteadyState()
    for component in system.lives.failing where downUntil[component] == .min {
      let life = Int(system.lives.lifeOfComponent[component])
      let first = Clock.ticks(residualUptime(life))
      renew(component, life, firstFailure: first, until: horizon)
    }
    renewKnown()
  }

  /// What is left of the up time that covers an instant.
  @inline(__always)
  private mutating func residualUptime(_ life: Int) -> Double {
    system.lives.lives[life].isUptimeExponential
      ? pool.draw(system.lives.lives[life].uptime)
      : pool.draw(system.lives.lives[life].coveringUptime) * pool.next(VariatePool.uniform)
  }

  /// Lets a component alternate from its first failure on.
  @inline(__always)
  private mutating func renew(
    _ component: Int, _ life: Int, firstFailure: Int64, until end: Int64
  ) {
    if !isMirrored, let scaled = system.lives.lives[life].scaled {
      return renew(
        Int32(truncatingIfNeeded: component), scaled, firstFailure: firstFailure, until: end)
    }
    let matters = system.singlePoints[component]
    var failure = firstFailure
    while failure < end {
      let down = pool.draw(system.lives.lives[life].restoration)
      let interval = DownInterval(
        start: failure, end: failure &+ Clock.ticks(down), component: Int32(component))
      renewals.add(isMirrored ? interval.mirrored : interval, matters: matters)
      failure = interval.end &+ Clock.ticks(pool.draw(system.lives.lives[life].uptime))
    }
  }

  /// The same where both laws are scaled variates: most of what such a simulation does.
  private mutating func renew(
    _ component: Int32, _ life: ComponentLife.Scaled, firstFailure: Int64, until end: Int64
  ) {
    let firstPlace = renewals.count
    var failure = firstFailure
    while failure < end {
      let taken = renewals.add(
        component, life, pool.ahead(life.restorationBuffer),
        pool.ahead(life.uptimeBuffer), failure: &failure, until: end)
      pool.drop(taken, from: life.restorationBuffer)
      pool.drop(taken, from: life.uptimeBuffer)
    }
    if system.singlePoints[Int(component)] { renewals.keep(from: firstPlace) }
  }

  /// Lets the components of the cluster alternate from their restorations on.
  private mutating func renewKnown() {
    for interval in cluster {
      let component = Int(interval.component)
      let life = Int(system.lives.lifeOfComponent[component])
      renewals.add(interval, matters: true)
      let next = interval.end + Clock.ticks(pool.draw(system.lives.lives[life].uptime))
      renew(component, life, firstFailure: next, until: horizon)
    }
  }

  /// Draws what goes on around an instant; the cluster holds the components that are down then.
  mutating func drawRenewals(around instant: Int64, isBackwardToo: Bool) {
    for component in system.lives.failing where downUntil[component] == .min {
      let life = Int(system.lives.lifeOfComponent[component])
      let length = pool.draw(system.lives.lives[life].coveringUptime)
      let age = length * pool.next(VariatePool.uniform)
      let next = instant + Clock.ticks(length - age)
      renew(component, life, firstFailure: next, until: horizon)
      if isBackwardToo { renewBackwards(component, life, from: Clock.ticks(age) - instant) }
    }
    renewKnown()
    if isBackwardToo {
      for interval in cluster {
        let life = Int(system.lives.lifeOfComponent[Int(interval.component)])
        let up = Clock.ticks(pool.draw(system.lives.lives[life].uptime))
        renewBackwards(Int(interval.component), life, from: up - interval.start)
      }
    }
    followRenewals()
  }

  /// The same on the mirrored clock, to the beginning of the window.
  private mutating func renewBackwards(_ component: Int, _ life: Int, from first: Int64) {
    isMirrored = true
    renew(component, life, firstFailure: first, until: 0)
    isMirrored = false
  }

  private mutating func followRenewals() {
    forgetKnown()
    renewals.select(into: &cluster)
    guard !cluster.isEmpty else { return }
    followOverlaps()
    dropCluster()
  }

  private mutating func forgetKnown() {
    guard !cluster.isEmpty else { return }
    for interval in cluster { downUntil[Int(interval.component)] = .min }
    dropCluster()
  }

  /// Follows intervals that overlap others, or matter alone; those that only shared a bucket don't.
  private mutating func followOverlaps() {
    var end = Int64.min
    var first = 0
    for place in cluster.indices {
      if cluster[place].start > end {
        followMattering(first..<place)
        first = place
      }
      end = max(end, cluster[place].end)
    }
    followMattering(first..<cluster.count)
  }

  @inline(__always)
  private mutating func followMattering(_ places: Range<Int>) {
    guard let first = places.first else { return }
    if places.count > 1 || system.singlePoints[Int(cluster[first].component)] {
      follow(cluster[places], isComplete: true)
    }
  }
}
