#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The standard normal law's density, tails and Mills' ratio M(z) = Q(z) / φ(z).
enum NormalTail {
  /// φ(z). Relative error below 4e-16 × (1 + z²).
  static func density(_ z: Double) -> Double { exp(-z * z / 2) * 0.398_942_280_401_432_677_94 }

  /// Q(z) = P(Z > z). Relative error below 4e-16 × (1 + z²).
  static func upper(_ z: Double) -> Double { erfc(z * 0.707_106_781_186_547_524_40) / 2 }

  /// The fall M(z - width) - M(z), for z and width above 0 and z - width above -30. Relative
  /// error below 1e-12.
  ///
  /// The difference itself while it loses little, else Taylor's series in the width, which is then
  /// small.
  static func fallOfMillsRatio(
    to z: Double, over width: Double
  ) throws(LifeDistributionError) -> Double {
    let end = 1 / (try SpecialFunctions.normalHazard(z))
    let fall = 1 / (try SpecialFunctions.normalHazard(z - width)) - end
    if fall > end / 16 { return fall }
    return taylorFall(ratio: end, at: z, over: width)
  }

  /// Σ width^k / k! × m(k), where m(k) = ∫ s^k e^(-z s - s² / 2) ds from 0 is the k-th derivative of
  /// M up to its sign: every term is positive.
  private static func taylorFall(ratio: Double, at z: Double, over width: Double) -> Double {
    let ratios = momentRatios(ratio, at: z)
    var (term, sum) = (ratio, 0.0)
    for (index, ratio) in ratios.enumerated() {
      term *= ratio * width / Double(index + 1)
      sum += term
      if term < sum * 1e-17 { break }
    }
    return sum
  }

  /// m(k) / m(k - 1) for k = 1, 2, … by m(k + 1) = k m(k - 1) - z m(k), which comes from integration
  /// by parts: forwards below z = 1, where few terms matter, else backwards, the stable direction
  /// (Gautschi 1967, section 3).
  private static func momentRatios(_ ratio: Double, at z: Double) -> [Double] {
    z < 1 ? forwardRatios(ratio, at: z) : backwardRatios(at: z)
  }

  private static func forwardRatios(_ ratio: Double, at z: Double) -> [Double] {
    var ratios = [(1 - z * ratio) / ratio]
    for k in 1..<16 { ratios.append(Double(k) / ratios[k - 1] - z) }
    return ratios
  }

  /// From 300 steps out, where errors have e^(-2 z √600) left on the way, below 1e-20.
  private static func backwardRatios(at z: Double) -> [Double] {
    var ratio = 0.0
    var ratios = [Double](repeating: 0, count: 60)
    for k in stride(from: 300, through: 1, by: -1) {
      ratio = Double(k) / (z + ratio)
      if k <= ratios.count { ratios[k - 1] = ratio }
    }
    return ratios
  }
}
