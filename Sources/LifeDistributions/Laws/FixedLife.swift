import Quantities

/// Always the same length. Exact but for the rounding of powers.
struct FixedLife: LifeFunctions {
  /// Seconds, above 0.
  let length: Double

  var variance: Double { 0 }
  var support: ClosedRange<Double> { length...length }

  func density(at age: Double) throws(LifeDistributionError) -> Double {
    throw .noDensity(law: "a fixed length")
  }

  func distribution(at age: Double) -> Probability { age < length ? .impossible : .certain }

  func hazard(at age: Double) throws(LifeDistributionError) -> Double {
    throw .noDensity(law: "a fixed length")
  }

  func quantile(of probability: Probability) -> Double { length }

  func moment(_ order: Int) -> Double { (0..<order).reduce(1) { power, _ in power * length } }

  func partialMean(from age: Double) -> Double { age <= length ? length : 0 }

  func expectedExcess(over age: Double) -> Double { max(0, length - age) }

  func expectedMinimum(with age: Double) -> Double { min(length, age) }
}
