extension Variate {
  /// The value that a stream makes of one random word, bit for bit; nil for gamma, which isn't drawn
  /// by inversion.
  ///
  /// Uniform rises with the word, the others fall: uniform, exponential and normal without exception
  /// (neighbouring uniforms lie further apart than the rounding errors), lognormal and Weibull but
  /// for 2 ulp that rounding allows (none met in millions of neighbouring pairs). The word with k leading
  /// zeros and a one followed by zeros gives the largest value of any word with k leading zeros.
  /// Cost: one to three logarithms and exponentials.
  public func value(ofWord word: UInt64) -> Double? {
    let u = Self.openUniform(word)
    return switch self {
    case .uniform: u
    case .exponential: -ReproducibleFunctions.log(u)
    case .normal: ReproducibleFunctions.upperNormalQuantile(u)
    case .lognormal(let sigma):
      ReproducibleFunctions.exp(sigma * ReproducibleFunctions.upperNormalQuantile(u))
    case .weibull(let shape): Self.weibull(u, inverseShape: 1 / shape)
    case .gamma: nil
    }
  }

  /// (k + 1/2) / 2^52 for the top 52 bits k of a random word: uniform in the open (0, 1), exact.
  @inlinable
  public static func openUniform(_ word: UInt64) -> Double {
    Double(bitPattern: word >> 12 | 0x3ff0_0000_0000_0000) - 0x1.fffffffffffffp-1
  }

  static func weibull(_ u: Double, inverseShape: Double) -> Double {
    let exponential = -ReproducibleFunctions.log(u)
    return ReproducibleFunctions.exp(inverseShape * ReproducibleFunctions.log(exponential))
  }
}
