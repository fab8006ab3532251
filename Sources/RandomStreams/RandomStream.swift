import VectorKernels

/// A stream of random numbers keyed by (seed, block, purpose), filled by blocks.
///
/// Eight xoshiro256++ generators (Blackman and Vigna, ACM TOMS 47, 2021) take turns: value i comes
/// from lane i mod 8. Lane l starts in a 256-bit permutation of (seed, block, purpose, l) made of
/// three rounds of SplitMix64's output function (Steele, Lea and Flood, OOPSLA 2014), so streams of
/// different keys never start in the same state, and all 256 bits depend on every part of the key.
///
/// The values depend on the key and the order of the calls alone: not on the level, nor on how a run
/// of values is divided into blocks. A fill costs no allocation and never fails; every block's count
/// must be a multiple of 8.
public struct RandomStream: Sendable {
  /// The copy of the kernels that this stream runs.
  public let level: VectorLevel
  private var state = StreamState()

  /// The stream of a key. A `level` above ``VectorLevel/best`` is lowered to it. Costs 40 to 110 ns.
  public init(seed: UInt64, block: UInt64, purpose: UInt64, level: VectorLevel = .best) {
    self.level = min(level, .best)
    restart(seed: seed, block: block, purpose: purpose)
  }

  /// Becomes the stream of another key, at the same level.
  public mutating func restart(seed: UInt64, block: UInt64, purpose: UInt64) {
    let level = level.rawValue
    state.withWords { nines_start(level, $0, seed, block, purpose) }
  }

  /// Fills with words of 64 random bits.
  public mutating func fillBits(_ words: UnsafeMutableBufferPointer<UInt64>) {
    guard let start = Self.start(of: words) else { return }
    let level = level.rawValue
    state.withWords { nines_fill_bits(level, $0, start, words.count) }
  }

  /// Fills with values of a law whose parameter is valid: see ``Variate/validate()``. One word a
  /// value; gamma takes two or more, and one more when its shape is below 1.
  public mutating func fill(
    _ values: UnsafeMutableBufferPointer<Double>, with variate: Variate
  ) {
    switch variate {
    case .uniform: fill(values, nines_fill_uniform)
    case .exponential: fill(values, nines_fill_exponential)
    case .normal: fill(values, nines_fill_normal)
    case .lognormal(let sigma): fill(values, sigma, nines_fill_lognormal)
    case .weibull(let shape): fill(values, 1 / shape, nines_fill_weibull)
    case .gamma(let shape):
      // The kernel would try for ever with a shape that is no number.
      precondition(shape > 0 && shape.isFinite, "a gamma variate of shape \(shape)")
      fill(values, shape, nines_fill_gamma)
    }
  }

  /// Fills with the Weibull values of a table, one word each: those of the law but for a relative
  /// difference below 6e-15. 2.2 to 4.5 ns a value, by level.
  public mutating func fill(
    _ values: UnsafeMutableBufferPointer<Double>, with table: borrowing WeibullTable
  ) {
    guard let start = Self.start(of: values) else { return }
    let level = level.rawValue
    let inverseShape = 1 / table.shape
    let coefficients = table.coefficients
    state.withWords {
      nines_fill_weibull_by_table(level, $0, start, values.count, inverseShape, coefficients)
    }
  }

  private typealias Kernel =
    (Int32, UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<Double>, Int) -> Void
  private typealias ShapedKernel =
    (Int32, UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<Double>, Int, Double) -> Void

  private mutating func fill(_ values: UnsafeMutableBufferPointer<Double>, _ kernel: Kernel) {
    guard let start = Self.start(of: values) else { return }
    let level = level.rawValue
    state.withWords { kernel(level, $0, start, values.count) }
  }

  private mutating func fill(
    _ values: UnsafeMutableBufferPointer<Double>, _ parameter: Double, _ kernel: ShapedKernel
  ) {
    guard let start = Self.start(of: values) else { return }
    let level = level.rawValue
    state.withWords { kernel(level, $0, start, values.count, parameter) }
  }

  private static func start<T>(
    of block: UnsafeMutableBufferPointer<T>
  ) -> UnsafeMutablePointer<T>? {
    precondition(block.count.isMultiple(of: 8), "a block's count is a multiple of 8")
    return block.baseAddress
  }
}
