import VectorKernels

/// Functions whose bits are the same on every machine: additions, multiplications, divisions and
/// square roots of IEEE 754 in a fixed order, nothing fused, nothing from the C library.
///
/// What enters a sample (tables, scales, thresholds) is computed by these, so that a seed gives the
/// same figures everywhere. The logarithm, the exponential and the normal quantile agree bit for bit
/// with the vector kernels.
public enum ReproducibleFunctions {
  /// The whole part of `x`, from 0 to below 2^63; exact. Nothing is checked, which saves two thirds of
  /// the time: under 1 ns.
  @inlinable
  @inline(__always)
  public static func wholePart(_ x: Double) -> Int64 { nines_whole_part(x) }

  /// The natural logarithm of `x`, below 1 ulp. log 0 = -infinity; not a number below 0.
  ///
  /// Source: Sun Microsystems 1993, FreeBSD msun e_log.c. With x = 2^k m, m in [sqrt(1/2), sqrt(2)),
  /// f = m - 1 and s = f / (2 + f): log m = f - f^2/2 + s (f^2/2 + R(s^2)). About 5 ns.
  @inlinable
  public static func log(_ x: Double) -> Double {
    if x >= 0x1p-1022, x < .infinity { return log(ofNormal: x, moreExponent: 0) }
    if x > 0, x < 1 { return log(ofNormal: x * 0x1p54, moreExponent: -54) }
    if x == 0 { return -.infinity }
    return x > 0 ? x : .nan
  }

  @inlinable
  static func log(ofNormal x: Double, moreExponent: Double) -> Double {
    let shifted = x.bitPattern &+ 0x0009_5f62_0000_0000
    let exponent = Double(bitPattern: shifted >> 52 | 0x4330_0000_0000_0000) - (0x1p52 + 1023)
    let k = exponent + moreExponent
    let f = Double(bitPattern: shifted & 0x000f_ffff_ffff_ffff &+ 0x3fe6_a09e_0000_0000) - 1
    return log(onePlus: f, exponent: k)
  }

  /// log(1 + f) + k log 2, f in [sqrt(1/2) - 1, sqrt(2) - 1].
  @inlinable
  static func log(onePlus f: Double, exponent k: Double) -> Double {
    let halfSquare = 0.5 * f * f
    let s = f / (2 + f)
    let z = s * s
    let correction =
      s * (halfSquare + logarithmRemainder(z, z * z)) + k * 1.90821492927058770002e-10
    return correction - halfSquare + f + k * 6.93147180369123816490e-01
  }

  /// log(1 - x) for x from 0 to 1, with a relative error below 1 ulp also for small x.
  static func log(ofComplement x: Double) -> Double {
    x < 0.29 ? log(onePlus: -x, exponent: 0) : log(1 - x)
  }

  /// R(z), w being z^2: odd and even terms apart, so that they run side by side.
  @inlinable
  static func logarithmRemainder(_ z: Double, _ w: Double) -> Double {
    let even =
      w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01))
    let inner = w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)
    let odd = z * (6.666666666666735130e-01 + w * (2.857142874366239149e-01 + inner))
    return odd + even
  }

  /// e to the power `x`, below 1 ulp while the result is a normal number (x from -708.39 to 709.78);
  /// infinity above, gradual underflow to 0 below.
  ///
  /// Source: Sun Microsystems 1993, FreeBSD msun e_exp.c. With x = n log 2 + r and c = r - r^2 P(r^2):
  /// exp r = 1 + r + r c / (2 - c). About 6 ns.
  @inlinable
  public static func exp(_ x: Double) -> Double {
    let clamped = x > 710 ? 710 : x < -746 ? -746 : x
    let n = (clamped * 1.44269504088896338700e+00 + 0x1.8p52) - 0x1.8p52
    let high = clamped - n * 6.93147180369123816490e-01
    let low = n * 1.90821492927058770002e-10
    let r = high - low
    let c = r - exponentialRemainder(r * r)
    // In halves, so that overflow and gradual underflow come out as they should.
    let half = n * 0.5 + 0x1.8p52
    let rest = n - (half - 0x1.8p52) + 0x1.8p52
    return (1 + (r * c / (2 - c) - low + high)) * powerOfTwo(half) * powerOfTwo(rest)
  }

  /// z P(z), z being r^2.
  @inlinable
  static func exponentialRemainder(_ z: Double) -> Double {
    let inner = z * (-1.65339022054652515390e-06 + z * 4.13813679705723846039e-08)
    let outer = z * (-2.77777777770155933842e-03 + z * (6.61375632143793436117e-05 + inner))
    return z * (1.66666666666666019037e-01 + outer)
  }

  /// 2^n for a whole n in [-1022, 1023] that was rounded by adding 1.5 x 2^52.
  @inlinable
  static func powerOfTwo(_ rounded: Double) -> Double {
    Double(bitPattern: (rounded.bitPattern &+ 1023) &<< 52)
  }
}
