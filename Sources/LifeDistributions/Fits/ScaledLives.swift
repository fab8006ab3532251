import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lives in units of their mean, so that likelihoods neither overflow nor depend on the unit of time.
///
/// Censored lives of 0 s say nothing and are left out.
struct ScaledLives: Sendable {
  /// The unit in seconds: the total time over the number of complete lives. Above 0.
  let unit: Double
  /// Complete lives.
  let complete: [Double]
  /// Lives known to be longer.
  let censored: [Double]

  /// Throws ``LifeFitError`` where nothing can be learnt: no complete life, or all of them 0.
  init(_ sample: LifeSample) throws(LifeFitError) {
    let exposure = sample.exposure
    guard !sample.complete.isEmpty else {
      throw .noCompleteLife(meanAtLeast: sample.leastMeanWithoutEnd)
    }
    let unit = exposure / Double(sample.complete.count)
    guard unit >= 1e-290 else { throw .noTime }
    guard unit.isFinite else { throw .function(.tooLarge("the total time in seconds")) }
    self.unit = unit
    complete = sample.complete.map { $0.seconds / unit }
    censored = sample.censored.lazy.filter { $0 > .zero }.map { $0.seconds / unit }
  }

  /// The number of lives that say something.
  var count: Int { complete.count + censored.count }

  /// The number of complete lives as a number to reckon with.
  var completeCount: Double { Double(complete.count) }

  /// The logarithm of the unit, once a complete life: what a log-likelihood in seconds is smaller by.
  var logarithmOfUnits: Double { completeCount * log(unit) }

  /// The mean of the complete lives and their variance, divided by their number. O(n).
  var moments: (mean: Double, variance: Double) { Self.moments(of: complete) }

  /// The logarithms of the complete lives. Throws ``LifeFitError/lifeOfZero(family:)``.
  func logarithms(for family: LifeFamily) throws(LifeFitError) -> [Double] {
    guard complete.allSatisfy({ $0 > 0 }) else { throw .lifeOfZero(family: family) }
    return complete.map { log($0) }
  }

  /// Mean and variance, divided by the number, in two passes.
  static func moments(of values: [Double]) -> (mean: Double, variance: Double) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, squares / count)
  }

  /// The spread, relative to the mean, below which lives count as equal: shapes beyond it are past
  /// what the laws' functions are made for.
  private static let leastSpread = 1e-4

  /// Whether the complete lives are as good as equal and no other is known to be longer: then narrow
  /// laws fit without limit.
  var areEqual: Bool {
    guard let least = complete.min(), let greatest = complete.max() else { return true }
    return greatest - least <= Self.leastSpread * greatest
      && censored.allSatisfy { $0 <= greatest }
  }
}

extension LifeSample {
  /// The total time of all lives, in seconds. Relative error below n × 1e-16.
  var exposure: Double {
    let ended = complete.reduce(0) { $0 + $1.seconds }
    return censored.reduce(ended) { $0 + $1.seconds }
  }

  /// The least mean of an exponential law, with 95 % confidence, when no life ended; nil without time.
  var leastMeanWithoutEnd: Duration? {
    guard let interval = try? ParameterInterval.meanWithoutEnd(of: self) else { return nil }
    return try? Duration(seconds: interval.low)
  }
}
