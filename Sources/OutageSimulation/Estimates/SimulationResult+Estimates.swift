import Quantities

extension SimulationResult {
  /// The figures of a tally.
  init(_ header: SimulationHeader, _ tally: OutageTally, ending: Ending) {
    let figures = WeightedTally(header: header, tally: tally)
    let ticks = WeightedTally.ticks
    name = header.name
    horizon = .ticks(header.plan.horizon)
    replications = Int(tally.replications)
    seed = header.seed
    sampling = header.sampling
    start = header.start
    warmUp = header.plan.warmUp > 0 ? .ticks(header.plan.warmUp) : nil
    self.ending = ending
    countsBelow = header.countsBelow
    downtime = figures.downtimes
    windows = figures.windows
    outages = figures.mean(\.outages)
    outageLengths = figures.lengths
    clean = figures.clean
    firstOutage = figures.firstOutage?.divided(by: ticks)
    exceedances = header.plan.thresholds.enumerated().compactMap { place, threshold in
      figures.probability { $0.exceedances[place] }.map {
        Exceedance(downtime: .ticks(threshold), probability: $0)
      }
    }
    causes = figures.causes
    levels = figures.levelShares
    lostService = figures.lostService
    delays = figures.delays
    contracts = figures.contracts
    assumptions = header.assumptions + figures.remarks
  }
}

extension Duration {
  /// So many nanoseconds.
  static func ticks(_ count: Int64) -> Duration {
    (try? Duration(seconds: Double(count) / WeightedTally.ticks)) ?? .zero
  }
}

extension WeightedTally {
  /// Mean downtime of a replication, in seconds.
  var meanDowntime: Estimate? { mean(\.downtime)?.divided(by: Self.ticks) }

  /// How often each length is exceeded, of those that `lengths` picks.
  private func curve(
    _ scale: ExceedanceCurve.Scale, _ lengths: (OutageClass) -> LengthTally
  ) -> ExceedanceCurve {
    var curve = ExceedanceCurve(scale)
    for (weight, content) in classes { curve.add(lengths(content), weight: weight) }
    curve.sort()
    return curve
  }

  fileprivate var downtimes: DowntimeEstimates? {
    guard let mean = meanDowntime else { return nil }
    return DowntimeEstimates(
      mean, curve(.trials(replications, heaviest: header.scale), \.downtimes))
  }

  /// What the figures leave out, and why.
  fileprivate var remarks: [String] {
    guard hits > 0, firstOutage == nil, header.plan.contracts.isEmpty else { return [] }
    return ["not every window has an outage, so that the mean time to the first is unknown"]
  }

  /// P(no outage), from the replications without one where sampling is plain.
  fileprivate var clean: Estimate? {
    guard replications > 0, !isConditioned else { return probability(\.hits)?.complement }
    return Estimate(hits: replications - Double(hits), trials: replications)
  }

  fileprivate var lengths: LengthEstimates? {
    let mean = ratio(\.downtime, to: \.outages, products: \.downtimeTimesOutages)
    guard let mean else { return nil }
    let whole = classes.reduce(0.0) { $0 + $1.weight * Double($1.content.outages.sum) }
    let curve = curve(.shares(of: whole), \.lengths)
    return LengthEstimates(
      mean: mean.divided(by: Self.ticks), p50: curve.quantile(exceeding: 0.5),
      p95: curve.quantile(exceeding: 0.05), p99: curve.quantile(exceeding: 0.01), curve: curve)
  }

  fileprivate var firstOutage: Estimate? {
    !isConditioned && UInt64(hits) == tally.replications ? mean(\.first) : nil
  }

  fileprivate var causes: [Cause] {
    header.causes.indices.compactMap { place -> Cause? in
      let share = ratio(
        { $0.causes[place].own }, to: \.downtime, products: { $0.causes[place].timesWhole })
      guard let share, share.value > 0, let downtime = mean({ $0.causes[place].own }) else {
        return nil
      }
      return Cause(
        name: header.causes[place], share: share, downtime: downtime.divided(by: Self.ticks))
    }
    .sorted { ($0.share.value, $1.name) > ($1.share.value, $0.name) }
  }

  fileprivate var levelShares: [LevelShare] {
    guard !header.levels.isEmpty else { return [] }
    let horizon = Double(header.plan.horizon)
    return header.levels.indices.prefix(header.fullest + 1).compactMap { place in
      let time = place == header.fullest ? mean(\.degraded) : mean { $0.levels[place] }
      let share = time?.divided(by: horizon)
      return share.map {
        LevelShare(
          level: header.levels[place], share: place == header.fullest ? $0.complement : $0)
      }
    }
  }

  fileprivate var lostService: Estimate? {
    guard !header.levels.isEmpty else { return nil }
    return mean(\.lost)?.divided(by: Double(header.plan.horizon))
      .raised(by: 1 - header.fullestLevel)
  }

  fileprivate var delays: [QueueDelayEstimates] {
    header.queues.enumerated().compactMap { place, name in
      guard let mean = mean({ $0.delays[place].means }) else { return nil }
      let curve = curve(.trials(replications, heaviest: header.scale)) { $0.delays[place].longest }
      return QueueDelayEstimates(
        name: name, mean: mean.divided(by: Self.ticks),
        longest: .init(
          p50: curve.quantile(exceeding: 0.5), p95: curve.quantile(exceeding: 0.05),
          p99: curve.quantile(exceeding: 0.01), largest: curve.largest))
    }
  }

  fileprivate var windows: WindowEstimates? {
    let plan = header.plan
    guard let window = header.window, plan.windows > 0, replications > 1 else { return nil }
    let trials = replications * Double(plan.windows)
    let curve = curve(.trials(trials, heaviest: header.scale), \.windows.downtimes)
    let share = 1 / Double(plan.windows)
    guard let mean = self.mean(\.windows.downtime), let hit = self.mean(\.windows.hits) else {
      return nil
    }
    return WindowEstimates(
      window: window, count: plan.windows,
      downtime: DowntimeEstimates(mean.divided(by: Self.ticks * Double(plan.windows)), curve),
      clean: hit.value > 0
        ? hit.scaled(by: share).complement
        : Estimate(hits: 0, trials: replications).scaled(by: header.scale).complement)
  }
}

extension DowntimeEstimates {
  fileprivate init(_ mean: Estimate, _ curve: ExceedanceCurve) {
    self.init(
      mean: mean, p50: curve.quantile(exceeding: 0.5), p90: curve.quantile(exceeding: 0.1),
      p95: curve.quantile(exceeding: 0.05), p99: curve.quantile(exceeding: 0.01),
      p999: curve.quantile(exceeding: 0.001), largest: curve.largest, curve: curve)
  }
}
