import LifeDistributions
import Quantities

/// A law of lives with what is believed of its parameters, as the language can write it down.
public enum BelievedLife: Sendable, Hashable {
  /// Exponential, its mean the posterior of so many complete lives in a total time (Jeffreys' prior).
  case exponential(events: Int, total: Duration)
  /// A law of another family: 90 % intervals of its mean and of its shape parameter.
  case shaped(LifeFamily, mean: ClosedRange<Duration>, shape: ClosedRange<Double>)

  /// What a fit to lives says; the exponential law's posterior where an interval has no end.
  init?(_ fit: LifeFit) {
    guard let shaped = Self.shaped(fit) else {
      guard let total = fit.sample.total else { return nil }
      self = .exponential(events: fit.sample.complete.count, total: total)
      return
    }
    self = shaped
  }

  private static func shaped(_ fit: LifeFit) -> BelievedLife? {
    guard let name = fit.family.shapeName, let intervals = try? fit.intervals(confidence: 0.9),
      let mean = intervals.first(where: { $0.name == "mean" }).flatMap(Self.durations),
      let shape = intervals.first(where: { $0.name == name }),
      shape.low > 0, shape.high.isFinite, shape.low < shape.high
    else { return nil }
    return .shaped(fit.family, mean: mean, shape: shape.low...shape.high)
  }

  private static func durations(_ interval: ParameterInterval) -> ClosedRange<Duration>? {
    guard interval.low > 0, interval.low < interval.high,
      let low = try? Duration(seconds: interval.low),
      let high = try? Duration(seconds: interval.high)
    else { return nil }
    return low...high
  }
}

extension LifeSample {
  /// The time that all lives lasted together, complete or not; nil when that is 0.
  fileprivate var total: Duration? {
    let seconds = (complete + censored).reduce(0) { $0 + $1.seconds }
    return seconds > 0 ? try? Duration(seconds: seconds) : nil
  }
}
