/// The kernels' elementary functions in Swift, eight lanes at a time. Every step rounds as the
/// kernels' and ``ReproducibleFunctions`` do; sources and error bounds are given there.
enum ReferenceFunctions {
  typealias Reals = SIMD8<Double>
  typealias Words = SIMD8<UInt64>

  /// The natural logarithm of anything.
  static func log(_ x: Reals) -> Reals {
    let small = x .< 0x1p-1022
    let exponent = Reals.zero.replacing(with: -54, where: small)
    var result = log(ofNormal: x.replacing(with: x * 0x1p54, where: small), moreExponent: exponent)
    result.replace(with: x, where: x .== .infinity)
    result.replace(with: -.infinity, where: x .== 0)
    return Reals(repeating: .nan).replacing(with: result, where: x .>= 0)
  }

  /// The natural logarithm of normal numbers above 0, plus `moreExponent` log 2.
  static func log(ofNormal x: Reals, moreExponent: Reals = .zero) -> Reals {
    let shifted = words(x) &+ Words(repeating: 0x0009_5f62_0000_0000)
    let exponent = reals(shifted &>> 52 | Words(repeating: 0x4330_0000_0000_0000))
    let k = exponent - (0x1p52 + 1023) + moreExponent
    let fraction = shifted & Words(repeating: 0x000f_ffff_ffff_ffff)
    let f = reals(fraction &+ Words(repeating: 0x3fe6_a09e_0000_0000)) - 1
    let halfSquare = 0.5 * f * f
    let s = f / (2 + f)
    let z = s * s
    let main: Reals = s * (halfSquare + logarithmRemainder(z, z * z))
    let correction: Reals = main + k * 1.90821492927058770002e-10
    let low: Reals = correction - halfSquare + f
    return low + k * 6.93147180369123816490e-01
  }

  private static func logarithmRemainder(_ z: Reals, _ w: Reals) -> Reals {
    let even = polynomial(
      w, 3.999999999940941908e-01, 2.222219843214978396e-01, 1.531383769920937332e-01)
    let odd = polynomial(
      w, 6.666666666666735130e-01, 2.857142874366239149e-01, 1.818357216161805012e-01,
      1.479819860511658591e-01)
    return z * odd + w * even
  }

  /// e to the power `x`.
  static func exp(_ x: Reals) -> Reals {
    let below = x.replacing(with: 710, where: x .> 710)
    let clamped = below.replacing(with: -746, where: below .< -746)
    let n = (clamped * 1.44269504088896338700e+00 + 0x1.8p52) - 0x1.8p52
    let high = clamped - n * 6.93147180369123816490e-01
    let low = n * 1.90821492927058770002e-10
    let r = high - low
    let c = r - exponentialRemainder(r * r)
    let quotient = r * c / (2 - c)
    let half = n * 0.5 + 0x1.8p52
    let rest = n - (half - 0x1.8p52) + 0x1.8p52
    return (1 + (quotient - low + high)) * powerOfTwo(half) * powerOfTwo(rest)
  }

  private static func exponentialRemainder(_ z: Reals) -> Reals {
    z
      * polynomial(
        z, 1.66666666666666019037e-01, -2.77777777770155933842e-03, 6.61375632143793436117e-05,
        -1.65339022054652515390e-06, 4.13813679705723846039e-08)
  }

  private static func powerOfTwo(_ rounded: Reals) -> Reals {
    reals((words(rounded) &+ Words(repeating: 1023)) &<< 52)
  }

  /// z with P(Z > z) = `tail`, for tails that are normal numbers below 1.
  static func upperNormalQuantile(_ tail: Reals) -> Reals {
    let q = 0.5 - tail
    let upper = q .>= 0
    let near = (q .<= 0.425) .& (q .>= -0.425)
    let smaller = (1 - tail).replacing(with: tail, where: upper)
    let r = (-log(ofNormal: smaller)).squareRoot()
    var z = RationalApproximation.middle(r - 1.6)
    z.replace(with: RationalApproximation.far(r - 5), where: r .> 5)
    z.replace(with: 0 - z, where: .!upper)
    return z.replacing(with: RationalApproximation.central(0.180625 - q * q) * q, where: near)
  }

  /// A polynomial by Horner's rule; coefficients from the constant term up.
  private static func polynomial(_ x: Reals, _ coefficients: Double...) -> Reals {
    var sum = Reals.zero
    for coefficient in coefficients.reversed() { sum = sum * x + coefficient }
    return sum
  }

  private static func words(_ x: Reals) -> Words { unsafeBitCast(x, to: Words.self) }

  private static func reals(_ bits: Words) -> Reals { unsafeBitCast(bits, to: Reals.self) }
}
