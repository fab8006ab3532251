import RandomStreams

/// Histories of components whose up times have memories: each alternates by itself, and what
/// overlaps nothing is sorted out by buckets of time.
extension HistorySampler {
  /// Draws replications from 0 to the horizon.
  mutating func drawRenewals(replications: Int, isSteady: Bool) {
    for _ in 0..<replications {
      if isSteady {
        drawSteadyState()
        renewals.take(&cluster, &clusterEnd)
      }
      for component in system.lives.failing {
        let life = system.lives[component]
        let until = downUntil[component]
        if until == .min {
          let first = isSteady ? residualUptime(life) : pool.draw(life.uptime)
          renew(component, life, firstFailure: Clock.ticks(first), until: horizon)
        } else {
          downUntil[component] = .min
          let first = until + Clock.ticks(pool.draw(life.uptime))
          renew(component, life, firstFailure: first, until: horizon)
        }
      }
      followRenewals()
      recorder.finish()
    }
    recorder.count(replications)
  }

  /// What is left of the up time that covers an instant.
  @inline(__always)
  private mutating func residualUptime(_ life: ComponentLife) -> Double {
    if life.isUptimeExponential { return pool.draw(life.uptime) }
    return pool.draw(life.coveringUptime) * pool.next(VariatePool.uniform)
  }

  /// Lets a component alternate from its first failure on.
  @inline(__always)
  private mutating func renew(
    _ component: Int, _ life: ComponentLife, firstFailure: Int64, until end: Int64
  ) {
    var failure = firstFailure
    while failure < end {
      let restored = failure + Clock.ticks(pool.draw(life.restoration))
      let interval = DownInterval(start: failure, end: restored, component: Int32(component))
      renewals.add(isMirrored ? interval.mirrored : interval)
      failure = restored + Clock.ticks(pool.draw(life.uptime))
    }
  }

  /// Draws what goes on around an instant; the cluster holds the components that are down then.
  mutating func drawRenewals(around instant: Int64, isBackwardToo: Bool) {
    let known = cluster
    renewals.take(&cluster, &clusterEnd)
    for component in system.lives.failing where downUntil[component] == .min {
      let life = system.lives[component]
      let length = pool.draw(life.coveringUptime)
      let age = length * pool.next(VariatePool.uniform)
      let next = instant + Clock.ticks(length - age)
      renew(component, life, firstFailure: next, until: horizon)
      if isBackwardToo { renewBackwards(component, life, from: Clock.ticks(age) - instant) }
    }
    for interval in known {
      let component = Int(interval.component)
      let life = system.lives[component]
      downUntil[component] = .min
      let next = interval.end + Clock.ticks(pool.draw(life.uptime))
      renew(component, life, firstFailure: next, until: horizon)
      guard isBackwardToo else { continue }
      renewBackwards(
        component, life, from: Clock.ticks(pool.draw(life.uptime)) - interval.start)
    }
    followRenewals()
  }

  /// The same on the mirrored clock, to the beginning of the window.
  private mutating func renewBackwards(_ component: Int, _ life: ComponentLife, from first: Int64)
  {
    isMirrored = true
    renew(component, life, firstFailure: first, until: 0)
    isMirrored = false
  }

  private mutating func followRenewals() {
    renewals.select(into: &cluster, system.singlePoints)
    sweep.follow(cluster, into: &recorder)
    dropCluster()
  }
}
