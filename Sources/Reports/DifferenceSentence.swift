import Assessment
import Quantities

/// The sentence that ends a comparison.
public enum DifferenceSentence {
  /// `b is down 14 times less than a`, the better one first.
  public static func text(
    _ difference: DowntimeDifference, first: String, second: String
  ) -> String {
    switch difference.verdict {
    case .equal:
      difference.first.value == 0
        ? "\(first) and \(second) are never down"
        : "\(first) and \(second) are down equally long"
    case .undecided: undecided(difference, first, second)
    case .less: decided(difference, better: second, worse: first)
    case .more: decided(difference, better: first, worse: second)
    }
  }

  private static func undecided(
    _ difference: DowntimeDifference, _ first: String, _ second: String
  ) -> String {
    difference.first.value == 0 && difference.second.value == 0
      ? "no outage of \(first) or \(second) was seen: the data can't tell which is down less"
      : "the data can't tell which of \(first) and \(second) is down less"
  }

  private static func decided(
    _ difference: DowntimeDifference, better: String, worse: String
  ) -> String {
    let yearly = HumanFigures.duration(seconds: difference.secondsPerYear.magnitude)
    guard let factor = difference.ratio else {
      return difference.isExact
        ? "\(better) is never down, \(worse) \(yearly) a year"
        : "no outage of \(better) was seen, and \(worse) is down \(yearly) a year"
    }
    return "\(better) is down \(times(factor)) less than \(worse)"
  }

  /// `14 times less than a`, of the one that is down least.
  static func clause(_ difference: DowntimeDifference, than other: String) -> String {
    switch difference.verdict {
    case .equal: return "as long as \(other)"
    case .undecided: return "not told apart from \(other) by the data"
    case .less, .more: break
    }
    guard let factor = difference.ratio else {
      let yearly = HumanFigures.duration(seconds: difference.secondsPerYear.magnitude)
      return "\(yearly) a year less than \(other)"
    }
    return "\(times(factor)) less than \(other)"
  }

  /// `14 times`, or below twice as long the share that is saved: `30%`.
  static func times(_ factor: Double) -> String {
    factor >= 1.995
      ? "\(HumanFigures.number(factor)) times"
      : "\(HumanFigures.number((1 - 1 / factor) * 100))%"
  }

  /// `14 times less`, `30% more`: a factor of 1 or more as a change.
  static func change(_ factor: Double, isLess: Bool) -> String {
    guard factor < 1.995 else {
      return isLess
        ? "\(HumanFigures.number(factor)) times less"
        : "\(HumanFigures.number(factor)) times as much"
    }
    return isLess
      ? "\(times(factor)) less" : "\(HumanFigures.number((factor - 1) * 100))% more"
  }
}

extension Estimate {
  /// The size of a figure with a sign.
  var magnitude: Estimate {
    guard value < 0 else { return self }
    return Estimate(
      -value, standardError: standardError, low: high.map { -$0 }, high: low.map { -$0 })
  }
}
