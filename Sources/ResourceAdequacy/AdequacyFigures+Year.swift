import Quantities

/// Figures of a stretch of time.
extension AdequacyFigures {
  /// The length that figures are given for: the profile's; a year of 365 d for loads in no known order.
  public var period: Duration { profile.length ?? .years(1) }

  /// What figures of the period are multiplied by for a year: 1 for profiles of 364 to 366 days, else
  /// 365 d divided by the period. Exact but for one rounding.
  public var periodsPerYear: Double {
    let days = period.converted(to: .day)
    return (364...366).contains(days) ? 1 : 365 / days
  }

  private var hours: Double { period.converted(to: .hour) }

  /// The loss-of-load expectation: hours short in the ``period``.
  public var lossOfLoadHours: Double { met.complement * hours }

  /// Days with a shortfall at the peak load of the day, expected in the ``period`` (Billinton and Allan
  /// 1996, chapter 2); nil unless the profile is a series of whole days.
  public var lossOfLoadDays: Double? {
    guard let perDay = loadsPerDay else { return nil }
    return stride(from: 0, to: loads.count, by: perDay).reduce(0) { sum, start in
      // The chance of being short never falls when the load rises.
      sum + (loads[start..<(start + perDay)].lazy.map(\.met.complement).max() ?? 0)
    }
  }

  private var loadsPerDay: Int? {
    guard let step = profile.step else { return nil }
    let perDay = (DurationUnit.day.seconds / step.seconds).rounded()
    guard perDay >= 1, perDay * step.seconds == DurationUnit.day.seconds,
      loads.count.isMultiple(of: Int(perDay))
    else { return nil }
    return Int(perDay)
  }

  /// The expected unserved energy, or unserved load: ``unit`` × hours (MWh for MW) in the ``period``.
  public var unservedHours: Double { meanUnserved * hours }

  // MARK: Shortfalls

  /// Shortfalls in the ``period`` that a failure begins; nil when ``untimed`` names parts. A shortfall
  /// is a stretch of time without a served load between, in continuous time. Relative error that of
  /// ``CapacityOutageTable/frequency(below:)`` for the loads.
  public var begunByFailures: Double? {
    guard untimed.isEmpty else { return nil }
    let perSecond = loads.indices.reduce(0) {
      $0 + loads[$1].fallsPerSecond * profile.share(at: $1)
    }
    return perSecond * period.seconds
  }

  /// Shortfalls in the ``period`` that a rising load begins, and the one with which a series that
  /// doesn't repeat may begin; nil for loads in no known order.
  public var begunByLoadSteps: Double? {
    guard profile.step != nil else { return nil }
    return loads.reduce(0) { $0 + $1.newlyShort }
  }

  /// Shortfalls in the ``period``; nil where either kind is unknown.
  public var shortfalls: Double? {
    guard let byFailures = begunByFailures, let byLoads = begunByLoadSteps else { return nil }
    return byFailures + byLoads
  }

  /// The mean length of a shortfall; nil where their number is unknown or 0.
  public var meanShortfall: Duration? {
    guard let shortfalls, shortfalls > 0 else { return nil }
    return try? Duration(seconds: met.complement * period.seconds / shortfalls)
  }

  /// The index of the load with the most expected unserved flow, the first of several; the profile is
  /// never empty.
  public var worstLoad: Int {
    loads.indices.reduce(0) { loads[$1].unserved > loads[$0].unserved ? $1 : $0 }
  }
}
