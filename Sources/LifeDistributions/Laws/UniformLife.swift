import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Uniform between two lengths. Relative error below 1e-15, that of the differences of its arguments
/// apart.
struct UniformLife: LifeFunctions {
  /// Seconds, 0 or more.
  let from: Double
  /// Seconds, above `from`.
  let to: Double

  private var width: Double { to - from }
  private func clamped(_ age: Double) -> Double { min(max(age, from), to) }

  var variance: Double { width * width / 12 }
  var support: ClosedRange<Double> { from...to }

  func density(at age: Double) -> Double { support.contains(age) ? 1 / width : 0 }

  func distribution(at age: Double) -> Probability {
    let age = clamped(age)
    return Probability(uncheckedValue: (age - from) / width, complement: (to - age) / width)
  }

  func hazard(at age: Double) -> Double {
    age < from ? 0 : age < to ? 1 / (to - age) : .infinity
  }

  func quantile(of probability: Probability) -> Double {
    probability.value <= probability.complement
      ? from + probability.value * width : to - probability.complement * width
  }

  /// Σ from^i to^(n - i) / (n + 1) over i = 0 to n.
  func moment(_ order: Int) -> Double {
    let terms = (0...order).map { pow(from, Double($0)) * pow(to, Double(order - $0)) }
    return terms.reduce(0, +) / Double(order + 1)
  }

  func partialMean(from age: Double) -> Double {
    let age = clamped(age)
    return (to - age) / width * (age + (to - age) / 2)
  }

  /// From the end of the range down to `age`; before the range the whole of it adds its distance.
  func expectedExcess(over age: Double) -> Double {
    let start = clamped(age)
    let inside = (to - start) / width * ((to - start) / 2)
    return inside + max(0, from - age)
  }

  /// Up to the range the age itself, then the survival's area.
  func expectedMinimum(with age: Double) -> Double {
    let end = clamped(age)
    return min(age, from) + (end - from) / width * ((to - end) + (to - from)) / 2
  }
}
