import Quantities

/// What every law offers, in seconds and for arguments already checked: ages 0 or more and finite,
/// probabilities with neither tail 0, orders 1 or more. Results may overflow to infinity, and are
/// checked by ``LifeDistribution``.
protocol LifeFunctions: Sendable {
  /// Seconds squared.
  var variance: Double { get }
  /// The shortest and the longest life; the latter may be infinite.
  var support: ClosedRange<Double> { get }
  /// Per second.
  func density(at age: Double) throws(LifeDistributionError) -> Double
  /// P(R <= age), both tails.
  func distribution(at age: Double) throws(LifeDistributionError) -> Probability
  /// Density over survival, per second.
  func hazard(at age: Double) throws(LifeDistributionError) -> Double
  /// The shortest age whose distribution function is `probability` or more.
  func quantile(of probability: Probability) throws(LifeDistributionError) -> Double
  /// E[R^order], seconds to that power.
  func moment(_ order: Int) throws(LifeDistributionError) -> Double
  /// E[R; R >= age], seconds.
  func partialMean(from age: Double) throws(LifeDistributionError) -> Double
  /// E[(R - age)+], seconds.
  func expectedExcess(over age: Double) throws(LifeDistributionError) -> Double
  /// E[min(R, age)], seconds.
  func expectedMinimum(with age: Double) throws(LifeDistributionError) -> Double
}
