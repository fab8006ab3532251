import RandomStreams

/// Differences from 1 without cancellation, from the elementary functions that samples may use.
enum SmallDifferences {
  /// -log(1 - x) for x from 0 to below 1; relative error below 1e-13.
  static func minusLogOfComplement(_ x: Double) -> Double {
    guard x < 1e-3 else { return -StableFunctions.log(1 - x) }
    return x * (1 + x * (1.0 / 2 + x * (1.0 / 3 + x * (1.0 / 4 + x * (1.0 / 5)))))
  }

  /// 1 - exp(-x) for x of 0 or more; relative error below 1e-13.
  static func complementOfExponential(_ x: Double) -> Double {
    guard x < 1e-3 else { return 1 - StableFunctions.exp(-x) }
    return x * (1 - x / 2 * (1 - x / 3 * (1 - x / 4 * (1 - x / 5))))
  }
}
