import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a number of events in a total time says about their rate, the events being a Poisson process:
/// failures in operating time, for one.
public struct EventRate: Sendable, Hashable {
  /// Why the observation ended.
  public enum End: Sendable, Hashable {
    /// Its time was over (time truncated).
    case time
    /// The last of the events happened (failure truncated).
    case event
  }

  /// How many events were seen: 0 to 100,000,000.
  public let events: Int
  /// The total time in which they were counted, above 0.
  public let exposure: Duration
  /// Why the observation ended.
  public let end: End

  /// A count. Throws ``LifeDistributionError/outsideRange(_:)``, for an observation that ended with its
  /// last event too where there was none.
  public init(
    events: Int, in exposure: Duration, endedBy end: End = .time
  ) throws(LifeDistributionError) {
    guard (0...100_000_000).contains(events) else {
      throw .outsideRange("\(events) events are out of range; count 0 to 100,000,000")
    }
    guard exposure > .zero else {
      throw .outsideRange("events in no time have no rate; give the time that was watched")
    }
    guard end == .time || events > 0 else {
      throw .outsideRange("an observation that ended with its last event has at least one")
    }
    self.events = events
    self.exposure = exposure
    self.end = end
  }

  /// Events per second, the estimate of maximum likelihood. One rounding.
  public var perSecond: Double { Double(events) / exposure.seconds }

  /// The time per event, exposure / events; nil without an event. One rounding.
  public var meanTime: Duration? {
    events > 0 ? try? Duration(seconds: exposure.seconds / Double(events)) : nil
  }
}

/// Exact bounds of the mean time between events (Epstein and Sobel 1953; Garwood 1952): with T the
/// exposure and n the count, 2 T / θ is chi-square with 2 n degrees of freedom where the n-th event
/// ended the observation, and lies between those with 2 n and 2 n + 2 where time did.
///
/// Relative error below 1e-12 up to 10,000 events, 1e-16 × events beyond. Without the trait GSL only
/// bounds from the first event or none are there; others throw
/// ``LifeDistributionError/needsGSL(function:)``.
extension EventRate {
  /// The time that the mean exceeds with the given confidence, 2 T / χ²(confidence, 2 n + 2), where
  /// time ended the observation: 2,924.16 h from 8,760 h without an event at 95 %. Throws
  /// ``LifeDistributionError``.
  public func meanTimeLowerBound(
    confidence: Probability
  ) throws(LifeDistributionError) -> Duration {
    try confidence.requireConfidence()
    return try time(over: end == .time ? events + 1 : events, confidence)
  }

  /// The interval from T / χ²/2(1 - a / 2, 2 n + 2) to T / χ²/2(a / 2, 2 n), a being 1 - confidence.
  ///
  /// It covers the true mean with at least that confidence whatever it is. Without an event its upper
  /// end is infinite. Throws ``LifeDistributionError``.
  public func twoSidedMeanTimeInterval(
    confidence: Probability
  ) throws(LifeDistributionError) -> MeanTimeInterval {
    try confidence.requireConfidence()
    let low = try meanTimeLowerBound(confidence: confidence.ends.high)
    let high = events > 0 ? try time(over: events, confidence.ends.low) : nil
    return MeanTimeInterval(low: low, high: high, confidence: confidence, isOneSided: false)
  }

  /// The interval that is usual in reports: two-sided, but the one-sided lower bound with all of the
  /// confidence where there was no event.
  ///
  /// Each of its statements has the confidence that it states. As a rule followed whatever the count,
  /// it covers the true mean in 93.8 % of cases at worst instead of 95 %, since it chooses its sides
  /// by the count; ``twoSidedMeanTimeInterval(confidence:)`` does not. Throws
  /// ``LifeDistributionError``.
  public func meanTimeInterval(
    confidence: Probability
  ) throws(LifeDistributionError) -> MeanTimeInterval {
    guard events == 0 else { return try twoSidedMeanTimeInterval(confidence: confidence) }
    return MeanTimeInterval(
      low: try meanTimeLowerBound(confidence: confidence), high: nil, confidence: confidence,
      isOneSided: true)
  }

  /// T over the quantile of the gamma law of this shape and scale 1.
  private func time(
    over shape: Int, _ probability: Probability
  ) throws(LifeDistributionError) -> Duration {
    let shape = Double(shape)
    let quantile =
      shape == 1
      ? probability.negativeLogarithmOfComplement
      : shape * exp(try GammaTails(shape: shape).logarithmOfQuantile(probability))
    do throws(QuantityError) {
      return try Duration(seconds: exposure.seconds / quantile)
    } catch {
      throw .tooLarge("the upper end of the mean time in seconds")
    }
  }
}

/// Bounds of a mean time.
public struct MeanTimeInterval: Sendable, Hashable {
  /// The lower end.
  public let low: Duration
  /// The upper end; nil where there is none.
  public let high: Duration?
  /// How sure it is that the mean lies between them.
  public let confidence: Probability
  /// True where all of the confidence is spent on the lower end.
  public let isOneSided: Bool
}
