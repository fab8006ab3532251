import Nines

/// Outages of a service that has 2.88 of them in 30 d.
enum MonthlyOutages {
  static let months = 1_000_000
  /// Months of one history: nanoseconds in 64 bits hold 3,558 of them.
  static let monthsOfHistory = 1_000
  private static let month: Int64 = 2_592_000_000_000_000
  private static let mean = 9.311911214 * 60

  static let rules: [(String, MeasuringRule)] = [
    ("continuous", .continuous), ("whole-minutes", .wholeMinutes),
    ("runs-of-5min", .runs(of: .minutes(5))), ("cells-of-5min", .cells(of: .minutes(5))),
    ("average-errors", .averageErrors),
    ("errors-above-5%", .errors(above: Probability(uncheckedValue: 0.05, complement: 0.95))),
  ]

  static func question(_ rule: MeasuringRule, windows: Int) throws -> ContractQuestion {
    ContractQuestion(
      try ServiceLevelAgreement(
        "gold", target: try .percent("99.95"), per: .month, counted: rule), windows: windows)
  }

  private static func restoration() throws -> Law {
    .lognormal(mean: try Duration(seconds: mean), sigma: 1.3)
  }

  private static func uptime() throws -> Duration {
    try Duration(seconds: 2_592_000 / 2.88 - mean)
  }

  /// The outages of one history, of lengths that were drawn at random by their quantiles.
  static func losses() throws -> [ServiceLoss] {
    var generator = SplitMix64(state: 1)
    let law = try LifeDistribution(try restoration())
    let gap = try LifeDistribution(.exponential(mean: try uptime()))
    let lengths = try (0..<4_096).map { _ in try law.quantile(of: generator.chance()).seconds }
    let gaps = try (0..<4_096).map { _ in try gap.quantile(of: generator.chance()).seconds }
    var losses: [ServiceLoss] = []
    var time: Int64 = 0
    while time < month * Int64(monthsOfHistory) {
      let start = time + Int64(gaps[generator.place()] * 1e9)
      let end = start + Int64(lengths[generator.place()] * 1e9)
      losses.append(ServiceLoss(start: start, end: end))
      time = end
    }
    return losses
  }

  static func simulation(_ questions: [ContractQuestion]) throws -> OutageSimulation {
    let life = Life.laws(
      mtbf: .exponential(mean: try uptime()), mttr: try restoration())
    let topology = try Topology { Service("shop", 1, of: 1, life) }
    var request = SimulationRequest(horizon: .days(360))
    request.contracts = questions
    request.sampling = .plain
    request.threads = 1
    request.stopping = .runs(months / 12)
    return try OutageSimulation(topology, of: "shop", request)
  }
}

/// Steele, Lea and Flood 2014.
private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }

  /// A place in a table of 4,096.
  mutating func place() -> Int { Int(next() >> 52) }

  /// A chance above 0 and below 1.
  mutating func chance() -> Probability {
    let share = (Double(next() >> 11) + 0.5) * 0x1p-53
    return Probability(uncheckedValue: share, complement: 1 - share)
  }
}
