import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The survival function of lives of which some are censored, without a law (Kaplan and Meier 1958):
/// S(t) = Π (1 - d / n) over the ages up to t at which d of the n lives still watched ended.
///
/// A life censored at an age at which others end counts as watched there.
public struct KaplanMeierCurve: Sendable, Hashable {
  /// An age at which lives ended.
  public struct Step: Sendable, Hashable {
    /// The age.
    public let age: Duration
    /// Lives that had lasted as long, and were still watched.
    public let atRisk: Int
    /// How many of them ended at this age.
    public let ended: Int
    /// P(R > age) as `value`. Relative error of both tails below steps × 4e-16.
    public let survival: Probability
    /// Σ d / (n (n - d)), the variance of the survival over its square (Greenwood 1926); infinite
    /// once nobody survives.
    public let relativeVariance: Double
  }

  /// By age, ascending.
  public let steps: [Step]
  /// The longest life seen, complete or not. Beyond it nothing is known, unless all had ended.
  public let longest: Duration

  /// The curve of a sample. O(n log n). Throws ``LifeDistributionError/outsideRange(_:)`` for one
  /// without a life.
  public init(_ sample: LifeSample) throws(LifeDistributionError) {
    guard let longest = [sample.complete.max(), sample.censored.max()].compactMap({ $0 }).max()
    else {
      throw .outsideRange("no lives were observed; a survival curve needs at least one")
    }
    self.longest = longest
    steps = Self.steps(sample.complete.sorted(), sample.censored.sorted())
  }

  private static func steps(_ complete: [Duration], _ censored: [Duration]) -> [Step] {
    var steps: [Step] = []
    var (first, gone) = (0, 0)
    while first < complete.count {
      let age = complete[first]
      var next = first
      while next < complete.count, complete[next] == age { next += 1 }
      while gone < censored.count, censored[gone] < age { gone += 1 }
      let atRisk = complete.count - first + censored.count - gone
      steps.append(
        Step(after: steps.last, age: age, atRisk: atRisk, ended: next - first))
      first = next
    }
    return steps
  }

  /// The last step at or before an age; nil before the first. O(log n).
  func step(at age: Duration) -> Step? {
    var range = 0..<steps.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range =
        steps[middle].age <= age
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound > 0 ? steps[range.lowerBound - 1] : nil
  }

  /// P(R > age) as `value`; nil beyond the longest life where that one was censored. O(log n).
  public func survival(at age: Duration) -> Probability? {
    guard let step = step(at: age) else { return age <= longest ? .certain : nil }
    return age <= longest || step.survival.value == 0 ? step.survival : nil
  }
}

extension KaplanMeierCurve.Step {
  fileprivate init(after last: Self?, age: Duration, atRisk: Int, ended: Int) {
    let (watched, lost) = (Double(atRisk), Double(ended))
    let before = last?.survival ?? .certain
    let left = watched - lost
    self.age = age
    self.atRisk = atRisk
    self.ended = ended
    survival = Probability(
      uncheckedValue: before.value * (left / watched),
      complement: left == 0 ? 1 : before.complement + before.value * (lost / watched))
    relativeVariance = (last?.relativeVariance ?? 0) + lost / watched / left
  }

  /// The standard error of the survival; nil once nobody survives.
  public var standardError: Double? {
    survival.value > 0 ? survival.value * relativeVariance.squareRoot() : nil
  }

  /// The survival raised to e^±(z σ), with σ = √(relative variance) / |log S|: the interval of
  /// log(-log S) (Kalbfleisch and Prentice 1980, section 1.3).
  fileprivate func band(score: Double) -> (low: Probability, high: Probability)? {
    guard survival.value > 0 else { return nil }
    let depth = survival.inverted.negativeLogarithmOfComplement
    let factor = exp(score * relativeVariance.squareRoot() / depth)
    return (.power(depth * factor), .power(depth / factor))
  }
}

extension Probability {
  /// e^-depth with its complement.
  fileprivate static func power(_ depth: Double) -> Probability {
    Probability(uncheckedValue: exp(-depth), complement: -expm1(-depth))
  }
}

/// Intervals. They hold for many lives; for a few they are approximate.
extension KaplanMeierCurve {
  /// An interval of the survival at an age, by log(-log S); nil where it has none: before the first
  /// life ended, once nobody survives, and beyond the longest life. O(log n). Throws
  /// ``LifeDistributionError``; without the trait GSL ``LifeDistributionError/needsGSL(function:)``.
  public func interval(
    at age: Duration, confidence: Probability
  ) throws(LifeDistributionError) -> (low: Probability, high: Probability)? {
    let score = try Self.score(confidence)
    return age <= longest ? step(at: age)?.band(score: score) : nil
  }

  private static func score(_ confidence: Probability) throws(LifeDistributionError) -> Double {
    try confidence.requireConfidence()
    return -(try SpecialFunctions.normalQuantile(confidence.ends.low.value))
  }

  /// The first age that at most `share` of lives exceed, with the ages at which the interval of the
  /// survival passes `share` (Brookmeyer and Crowley 1982); each nil where the curve doesn't fall so
  /// low. O(n). Throws ``LifeDistributionError``; without the trait GSL
  /// ``LifeDistributionError/needsGSL(function:)``.
  public func age(
    exceededBy share: Probability, confidence: Probability
  ) throws(LifeDistributionError) -> (value: Duration?, low: Duration?, high: Duration?) {
    let score = try Self.score(confidence)
    func firstAge(_ survival: (Step) -> Probability?) -> Duration? {
      steps.first { survival($0).map { $0.value <= share.value } ?? false }?.age
    }
    return (
      firstAge { $0.survival }, firstAge { $0.band(score: score)?.low ?? $0.survival },
      firstAge { $0.band(score: score)?.high }
    )
  }

  /// The median with its interval: ``age(exceededBy:confidence:)`` of one half.
  public func median(
    confidence: Probability
  ) throws(LifeDistributionError) -> (value: Duration?, low: Duration?, high: Duration?) {
    try age(
      exceededBy: Probability(uncheckedValue: 0.5, complement: 0.5), confidence: confidence)
  }
}
