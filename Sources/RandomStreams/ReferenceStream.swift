/// The same stream as ``RandomStream`` in Swift vectors of eight, bit for bit: what the kernels are
/// held against, and a definition of every sampler to read. Slower: 1.2 to 5 times, by law and level.
public struct ReferenceStream: Sendable {
  typealias Reals = SIMD8<Double>

  private var state: StreamState

  /// The stream of a key; see ``RandomStream/init(seed:block:purpose:level:)``.
  public init(seed: UInt64, block: UInt64, purpose: UInt64) {
    state = StreamState(seed: seed, block: block, purpose: purpose)
  }

  /// The next eight random words.
  public mutating func nextWords() -> SIMD8<UInt64> { state.nextWords() }

  /// The next eight values of a law whose parameter is valid: see ``Variate/validate()``.
  public mutating func next(_ variate: Variate) -> SIMD8<Double> {
    switch variate {
    case .uniform: state.nextUniform()
    case .exponential: nextExponential()
    case .normal: nextNormal()
    case .lognormal(let sigma): ReferenceFunctions.exp(sigma * nextNormal())
    case .weibull(let shape): nextPower(of: nextExponential(), 1 / shape)
    case .gamma(let shape): nextGamma(shape)
    }
  }

  /// The next eight Weibull values of a table.
  public mutating func next(_ table: borrowing WeibullTable) -> SIMD8<Double> {
    let words = nextWords()
    var values = Reals.zero
    for lane in words.indices { values[lane] = table.value(ofWord: words[lane]) }
    return values
  }

  private mutating func nextExponential() -> Reals {
    0 - ReferenceFunctions.log(ofNormal: state.nextUniform())
  }

  private mutating func nextNormal() -> Reals {
    ReferenceFunctions.upperNormalQuantile(state.nextUniform())
  }

  private func nextPower(of base: Reals, _ exponent: Double) -> Reals {
    ReferenceFunctions.exp(exponent * ReferenceFunctions.log(ofNormal: base))
  }

  /// Marsaglia and Tsang (ACM TOMS 26, 2000, 363-372); their section 6 for shapes below 1: gamma of
  /// shape + 1, times u^(1/shape).
  private mutating func nextGamma(_ shape: Double) -> Reals {
    if shape >= 1 { return nextTrials(shape - 1.0 / 3) }
    let larger = nextTrials(shape + 1 - 1.0 / 3)
    return larger * nextPower(of: state.nextUniform(), 1 / shape)
  }

  /// Gamma of shape d + 1/3: trials until every lane has accepted one. A lane that has keeps its
  /// state.
  private mutating func nextTrials(_ d: Double) -> Reals {
    var result = Reals.zero
    var open = SIMDMask<SIMD8<Int64>>(repeating: true)
    while any(open) {
      var after = state
      let (value, accepted) = Self.trial(&after, d)
      result.replace(with: value, where: open .& accepted)
      state = after.chosen(where: open, otherwise: state)
      open .&= .!accepted
    }
    return result
  }

  private static func trial(
    _ state: inout StreamState, _ d: Double
  ) -> (value: Reals, accepted: SIMDMask<SIMD8<Int64>>) {
    let x = ReferenceFunctions.upperNormalQuantile(state.nextUniform())
    let u = state.nextUniform()
    let root = 1 + 1 / (9 * d).squareRoot() * x
    let v = root * root * root
    let positive = v .> 0
    let logarithm = ReferenceFunctions.log(
      ofNormal: Reals(repeating: 1).replacing(with: v, where: positive))
    let bound = 0.5 * x * x + d * (1 - v + logarithm)
    return (d * v, positive .& (ReferenceFunctions.log(ofNormal: u) .< bound))
  }
}
