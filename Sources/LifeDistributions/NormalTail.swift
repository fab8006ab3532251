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

  /// The fall M(z - width) - M(z), for z and width above 0 and width up to 1. Relative error below
  /// 1e-13.
  ///
  /// The difference itself while it loses at most two digits, else Taylor's series in the width.
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
    let ratios = momentRatios(at: z)
    var (term, sum) = (ratio, 0.0)
    for (index, ratio) in ratios.enumerated() {
      term *= ratio * width / Double(index + 1)
      sum += term
      if term < sum * 1e-17 { break }
    }
    return sum
  }

  /// m(k) / m(k - 1) for k = 1 to 60, backwards by m(k + 1) = k m(k - 1) - z m(k), which comes from
  /// integration by parts. Started from its limit far out, since errors shrink on the way (Gautschi
  /// 1967, section 3).
  private static func momentRatios(at z: Double) -> [Double] {
    var ratio = 0.0
    var ratios = [Double](repeating: 0, count: 60)
    for k in stride(from: farIndex(z), through: 1, by: -1) {
      ratio = Double(k) / (z + ratio)
      if k <= ratios.count { ratios[k - 1] = ratio }
    }
    return ratios
  }

  /// Enough steps for 17 digits: the error shrinks as e^(-2 z √(2 k)).
  private static func farIndex(_ z: Double) -> Int {
    let root = 40 / max(z, 0.1)
    return 100 + Int(root * root / 4)
  }
}
