import LifeDistributions
import Quantities
import Testing
import Topology

/// A law and what is known of it, times in seconds.
struct KnownLife: Sendable, CustomTestStringConvertible {
  let law: Law
  let source: String
  /// E[R^n] for n = 1, 2, 3 and 5.
  let moments: [Double]
  let variance: Double
  let ages: [KnownAge]
  /// Of the tails in ``tails``; 0 where the length is below 1e-290 s.
  let lowerQuantiles: [Double]
  let upperQuantiles: [Double]

  static let orders = [1, 2, 3, 5]
  static let tails = [1e-300, 1e-30, 1e-9, 0.3]

  init(
    _ law: Law, source: String, moments: [Double], variance: Double, ages: [KnownAge],
    lowerQuantiles: [Double], upperQuantiles: [Double]
  ) {
    self.law = law
    self.source = source
    self.moments = moments
    self.variance = variance
    self.ages = ages
    self.lowerQuantiles = lowerQuantiles
    self.upperQuantiles = upperQuantiles
  }

  var testDescription: String { "\(law), \(source)" }
}

/// The functions at one age.
struct KnownAge: Sendable {
  let age: Double
  let density: Double
  let distribution: Double
  let survival: Double
  let hazard: Double
  let partialMean: Double
  let excess: Double

  init(
    _ age: Double, density: Double, distribution: Double, survival: Double, hazard: Double,
    partialMean: Double, excess: Double
  ) {
    self.age = age
    self.density = density
    self.distribution = distribution
    self.survival = survival
    self.hazard = hazard
    self.partialMean = partialMean
    self.excess = excess
  }
}

let knownLives =
  exponentialLives + weibullLives + lognormalLives + gammaLives + hyperexponentialLives
  + uniformLives

/// Those of which this build has all functions: without the trait GSL the laws of elementary functions.
#if GSL
  let servedLives = knownLives
#else
  let servedLives = exponentialLives + hyperexponentialLives + uniformLives
#endif

/// Whether two numbers agree to 12 digits; the same infinity agrees.
func agree(_ computed: Double, _ expected: Double) -> Bool {
  computed == expected || abs(computed - expected) <= 1e-12 * abs(expected)
}

/// A probability given by the smaller of its tails.
func lower(_ tail: Double) -> Probability {
  Probability(uncheckedValue: tail, complement: 1 - tail)
}

/// A probability given by its complement.
func upper(_ tail: Double) -> Probability { lower(tail).inverted }
