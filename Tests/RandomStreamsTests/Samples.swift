@testable import RandomStreams

/// The laws that the tests draw from, with shapes on both sides of 1.
let testedVariates: [Variate] = [
  .uniform, .exponential, .normal, .lognormal(sigma: 0.5), .weibull(shape: 0.7),
  .weibull(shape: 2.5), .gamma(shape: 0.3), .gamma(shape: 1), .gamma(shape: 2.5),
  .gamma(shape: 60),
]

/// `count` values of a law from one stream, in blocks of `block`.
func sample(
  _ variate: Variate, count: Int, block: Int = 1024, seed: UInt64 = 20_261_124,
  level: VectorLevel = .best
) -> [Double] {
  var stream = RandomStream(seed: seed, block: 7, purpose: 3, level: level)
  var values = [Double](repeating: 0, count: count)
  values.withUnsafeMutableBufferPointer { all in
    for start in stride(from: 0, to: count, by: block) {
      let end = min(start + block, count)
      stream.fill(UnsafeMutableBufferPointer(rebasing: all[start..<end]), with: variate)
    }
  }
  return values
}

/// `count` words from the stream of a key.
func words(
  seed: UInt64 = 1, block: UInt64 = 2, purpose: UInt64 = 3, count: Int, level: VectorLevel = .best
) -> [UInt64] {
  var stream = RandomStream(seed: seed, block: block, purpose: purpose, level: level)
  var words = [UInt64](repeating: 0, count: count)
  words.withUnsafeMutableBufferPointer { stream.fillBits($0) }
  return words
}
