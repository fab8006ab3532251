import Quantities
import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The functions of observed lives: of n lives each has the probability 1 / n.
///
/// Sums of positive terms: relative error of every function below n × 2e-16, that of the differences of
/// its arguments apart. Sums over lives cost O(n), all else O(log n).
struct EmpiricalLife {
  /// The observations, shortest first; at least one, and the longest above 0.
  let lives: [Duration]

  init(_ observed: ObservedLives) { lives = observed.lives }

  private var count: Double { Double(lives.count) }

  /// How many lives fulfil a condition that holds up to some length. O(log n).
  private func countOfShortest(where holds: (Double) -> Bool) -> Int {
    var range = 0..<lives.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range =
        holds(lives[middle].seconds)
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }

  private func average(of values: some Sequence<Double>) -> Double { values.reduce(0, +) / count }
}

extension EmpiricalLife: LifeFunctions {
  var support: ClosedRange<Double> { lives[0].seconds...lives[lives.count - 1].seconds }

  /// That of the law: divided by n.
  var variance: Double {
    let mean = moment(1)
    return average(of: lives.lazy.map { ($0.seconds - mean) * ($0.seconds - mean) })
  }

  func density(at age: Double) throws(LifeDistributionError) -> Double {
    throw .noDensity(law: "an empirical law")
  }

  func hazard(at age: Double) throws(LifeDistributionError) -> Double {
    throw .noDensity(law: "an empirical law")
  }

  func distribution(at age: Double) -> Probability {
    distribution(ofShortest: countOfShortest { $0 <= age })
  }

  private func distribution(ofShortest index: Int) -> Probability {
    Probability(
      uncheckedValue: Double(index) / count, complement: Double(lives.count - index) / count)
  }

  /// Compares with the very quotients that the distribution function returns, so that they come back
  /// to their life.
  func quantile(of probability: Probability) -> Double {
    let fromBelow = probability.value <= probability.complement
    var range = 1..<lives.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let tails = distribution(ofShortest: middle)
      let reached =
        fromBelow
        ? tails.value >= probability.value : tails.complement <= probability.complement
      range = reached ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return lives[range.lowerBound - 1].seconds
  }

  func moment(_ order: Int) -> Double {
    average(of: lives.lazy.map { pow($0.seconds, Double(order)) })
  }

  func partialMean(from age: Double) -> Double {
    let shorter = countOfShortest { $0 < age }
    return average(of: lives[shorter...].lazy.map(\.seconds))
  }

  func expectedExcess(over age: Double) -> Double {
    let within = countOfShortest { $0 <= age }
    return average(of: lives[within...].lazy.map { $0.seconds - age })
  }

  func expectedMinimum(with age: Double) -> Double {
    average(of: lives.lazy.map { min($0.seconds, age) })
  }
}
