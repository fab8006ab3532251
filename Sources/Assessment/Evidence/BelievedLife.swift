import LifeDistributions
import Quantities

/// A law of lives with what is believed of its parameters, as the language can write it down.
public enum BelievedLife: Sendable, Hashable {
  /// Exponential, its mean what was believed after so many events in a time that was watched: the
  /// posterior of Jeffreys' prior.
  case counted(events: Int, exposure: Duration)
  /// Exponential, with a 90 % interval of its mean.
  case exponential(mean: ClosedRange<Duration>)
  /// A law of another family: a 90 % interval of its mean, and one of its shape parameter, or a single
  /// value where the lives set it no bound.
  case shaped(LifeFamily, mean: ClosedRange<Duration>, shape: ClosedRange<Double>)

  /// What a fit to lives says; nil where the lives set its mean no bound.
  init?(_ fit: LifeFit) {
    guard let intervals = try? fit.intervals(confidence: 0.9),
      let mean = intervals.first(where: { $0.name == "mean" }).flatMap(Self.durations)
    else { return nil }
    guard let name = fit.family.shapeName, let shape = intervals.first(where: { $0.name == name })
    else {
      self = .exponential(mean: mean)
      return
    }
    self = .shaped(fit.family, mean: mean, shape: Self.range(shape, of: fit.family))
  }

  /// A coefficient of variation has the bound 1, which draws of a range would cross.
  private static func range(
    _ shape: ParameterInterval, of family: LifeFamily
  ) -> ClosedRange<Double> {
    let isBounded = shape.low > 0 && shape.high.isFinite && family != .hyperexponential
    return isBounded ? shape.low...shape.high : shape.estimate...shape.estimate
  }

  private static func durations(_ interval: ParameterInterval) -> ClosedRange<Duration>? {
    guard interval.low > 0, interval.low < interval.high,
      let low = try? Duration(seconds: interval.low),
      let high = try? Duration(seconds: interval.high)
    else { return nil }
    return low...high
  }
}
