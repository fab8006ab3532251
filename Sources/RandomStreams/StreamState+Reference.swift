/// The generator in Swift: what the kernels do to a state, word for word.
extension StreamState {
  /// The state that a key starts in.
  init(seed: UInt64, block: UInt64, purpose: UInt64) {
    a = SIMD8(repeating: seed)
    b = SIMD8(repeating: block)
    c = SIMD8(repeating: purpose)
    d = [0, 1, 2, 3, 4, 5, 6, 7]
    for step in stride(from: 1, through: 12, by: 4) as StrideThrough<UInt64> {
      a &+= Self.mixed(d, step)
      b &+= Self.mixed(a, step + 1)
      c &+= Self.mixed(b, step + 2)
      d &+= Self.mixed(c, step + 3)
    }
  }

  /// The next word of every lane: xoshiro256++ 1.0 (Blackman and Vigna, ACM TOMS 47, 2021).
  mutating func nextWords() -> SIMD8<UInt64> {
    let result = Self.rotated(a &+ d, by: 23) &+ a
    let shifted = b &<< 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = Self.rotated(d, by: 45)
    return result
  }

  /// An open uniform of the next word of every lane, as ``Variate/openUniform(_:)``.
  mutating func nextUniform() -> SIMD8<Double> {
    let bits = nextWords() &>> 12 | SIMD8(repeating: 0x3ff0_0000_0000_0000)
    return unsafeBitCast(bits, to: SIMD8<Double>.self) - 0x1.fffffffffffffp-1
  }

  /// This state in the lanes of the mask, `other` elsewhere.
  func chosen(where mask: SIMDMask<SIMD8<Int64>>, otherwise other: StreamState) -> StreamState {
    StreamState(
      a: other.a.replacing(with: a, where: mask), b: other.b.replacing(with: b, where: mask),
      c: other.c.replacing(with: c, where: mask), d: other.d.replacing(with: d, where: mask))
  }

  /// SplitMix64's output (Steele, Lea and Flood, OOPSLA 2014) for a counter `step` increments past
  /// `word`.
  static func mixed(_ word: SIMD8<UInt64>, _ step: UInt64) -> SIMD8<UInt64> {
    let counter = word &+ SIMD8(repeating: step &* 0x9e37_79b9_7f4a_7c15)
    let once = (counter ^ (counter &>> 30)) &* SIMD8(repeating: 0xbf58_476d_1ce4_e5b9)
    let twice = (once ^ (once &>> 27)) &* SIMD8(repeating: 0x94d0_49bb_1331_11eb)
    return twice ^ (twice &>> 31)
  }

  // A sum, because the compiler takes an or of shifts apart lane by lane.
  private static func rotated(_ word: SIMD8<UInt64>, by count: UInt64) -> SIMD8<UInt64> {
    (word &<< SIMD8(repeating: count)) &+ (word &>> SIMD8(repeating: 64 - count))
  }
}
