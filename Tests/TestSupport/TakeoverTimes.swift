/// The times of a takeover as a chain knows them: no detection, all lengths exponential.
public struct TakeoverTimes: Sendable {
  /// The mean time of a switch that works; 0 for none.
  public var switching: Double
  /// The probability that it works.
  public var coverage: Double
  /// The mean time of a switch by hand; nil for never.
  public var manual: Double?

  /// A takeover; times in any unit, the same as those of failures and restorations.
  public init(switching: Double, coverage: Double, manual: Double?) {
    self.switching = switching
    self.coverage = coverage
    self.manual = manual
  }

  /// What may be under way.
  public enum Attempt: Hashable, Sendable {
    case automatic
    case byHand
    /// The switch has failed, and nobody does it by hand.
    case givenUp
  }

  /// What a failure at `rate` starts, nil where the takeover is over at once.
  func attempts(_ rate: Double) -> [(attempt: Attempt?, rate: Double)] {
    let byHand = manual.map { $0 > 0 ? Attempt.byHand : nil } ?? .givenUp
    return [
      (switching > 0 ? .automatic : nil, coverage * rate), (byHand, (1 - coverage) * rate),
    ]
  }

  /// How fast an attempt ends.
  func rate(of attempt: Attempt) -> Double {
    switch attempt {
    case .automatic: 1 / switching
    case .byHand: manual.map { 1 / $0 } ?? 0
    case .givenUp: 0
    }
  }
}
