import Quantities

/// How much less or more one thing is down than another, in the long run.
public struct DowntimeDifference: Sendable, Hashable {
  /// What can be said of two downtimes.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// They differ by less than one part in 10^12, which is rounding.
    case equal
    /// The second is down less.
    case less
    /// The second is down more.
    case more
    /// The 95 % interval of the difference holds 0.
    case undecided
  }

  /// The unavailability of the first; without an error where it is exact.
  public let first: Estimate
  /// The unavailability of the second.
  public let second: Estimate
  /// The second's less the first's, -1 to 1; its error is 0 where both are exact to 10^-13 of
  /// themselves.
  public let unavailability: Estimate

  /// The difference of two estimates, of which `unavailability` is an estimate by itself, such as that
  /// of pairs.
  public init(first: Estimate, second: Estimate, unavailability: Estimate) {
    self.first = first
    self.second = second
    self.unavailability = unavailability
  }

  /// The difference of two exact figures.
  public init(first: Probability, second: Probability) {
    self.init(
      first: .exactly(first.complement), second: .exactly(second.complement),
      unavailability: .exactly(second.complement - first.complement))
  }

  /// The difference of two estimates that aren't of pairs: the error is bounded by the sum of both,
  /// whatever their correlation.
  public init(first: Estimate, second: Estimate) {
    self.init(
      first: first, second: second, unavailability: second.signedDifference(from: first))
  }

  /// The difference of two answers. Where one is simulated the error is bounded by the sum of both
  /// errors, whatever their correlation.
  public init(first: AvailabilityAnswer, second: AvailabilityAnswer) {
    guard first.estimates != nil || second.estimates != nil else {
      self.init(first: first.availability, second: second.availability)
      return
    }
    self.init(first: first.unavailabilityEstimate, second: second.unavailabilityEstimate)
  }

  /// True where both figures are exact.
  public var isExact: Bool { first.standardError == 0 && second.standardError == 0 }

  /// What can be said, by the 95 % interval of the difference.
  public var verdict: Verdict {
    let value = unavailability.value
    guard let error = unavailability.standardError else { return .undecided }
    if error == 0 {
      let isRounding = abs(value) <= 1e-12 * max(first.value, second.value)
      return isRounding ? .equal : value < 0 ? .less : .more
    }
    if let high = unavailability.high, high < 0 { return .less }
    if let low = unavailability.low, low > 0 { return .more }
    return .undecided
  }

  /// Seconds of downtime in a year of 365 d that the second has more than the first.
  public var secondsPerYear: Estimate { unavailability.scaled(by: Duration.years(1).seconds) }

  /// How many times longer the one that is down more is down, 1 or more; nil where the other is never
  /// down, or no outage of it was seen.
  public var ratio: Double? {
    let (least, most) = (min(first.value, second.value), max(first.value, second.value))
    return least > 0 ? most / least : nil
  }
}

extension AvailabilityAnswer {
  /// The unavailability with its error, which is 0 where it is exact.
  var unavailabilityEstimate: Estimate {
    estimates?.unavailability ?? .exactly(availability.complement)
  }
}

extension Estimate {
  /// This figure less another, whose sign stays; the error is bounded by the sum of both.
  func signedDifference(from other: Estimate) -> Estimate {
    let difference = value - other.value
    guard let own = standardError, let others = other.standardError else {
      return Estimate(difference, standardError: nil, low: nil, high: nil)
    }
    guard own + others > 0 else { return .exactly(difference) }
    return Estimate(normal: difference, standardError: own + others, isNonnegative: false)
  }
}
