import Quantities
import RandomStreams

/// Differences from 1 without cancellation, from the elementary functions that samples may use.
enum SmallDifferences {
  /// -log(1 - x) for x from 0 to below 1; relative error below 1e-13.
  static func minusLogOfComplement(_ x: Double) -> Double {
    guard x < 0.05 else { return -ReproducibleFunctions.log(1 - x) }
    // 2 artanh s by its series.
    let s = x / (2 - x)
    let s2 = s * s
    let terms = 1.0 / 3 + s2 * (1.0 / 5 + s2 * (1.0 / 7 + s2 * (1.0 / 9)))
    return 2 * s * (1 + s2 * terms)
  }

  /// -log(1 - p), from whichever of p and 1 - p is the smaller; infinite for what is certain.
  static func minusLogOfComplement(_ p: Probability) -> Double {
    p.value < 0.5 ? minusLogOfComplement(p.value) : -ReproducibleFunctions.log(p.complement)
  }

  /// 1 - exp(-x) for x of 0 or more; relative error below 1e-13.
  static func complementOfExponential(_ x: Double) -> Double {
    guard x < 1e-3 else { return 1 - ReproducibleFunctions.exp(-x) }
    return x * (1 - x / 2 * (1 - x / 3 * (1 - x / 4 * (1 - x / 5))))
  }
}
