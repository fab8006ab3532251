extension ReproducibleFunctions {
  /// Euler's gamma function of `x` above 0, relative error below 1e-14; infinity above 171.62, not a
  /// number for x of 0 or less.
  ///
  /// Stirling's series (Abramowitz and Stegun 1964, 6.1.37 by its logarithm 6.1.40) between 10 and
  /// 11, elsewhere the recurrence x gamma(x) = gamma(x + 1) from there: 40 to 200 ns.
  public static func gammaFunction(_ x: Double) -> Double {
    guard x > 0 else { return .nan }
    guard x < 172 else { return x.isNaN ? x : .infinity }
    return x < 10 ? gammaBelow(x) : gammaAbove(x)
  }

  private static func gammaBelow(_ x: Double) -> Double {
    var product = x
    var y = x + 1
    while y < 10 {
      product *= y
      y += 1
    }
    return stirling(y) / product
  }

  private static func gammaAbove(_ x: Double) -> Double {
    var product = 1.0
    var y = x
    while y >= 11 {
      y -= 1
      product *= y
    }
    return stirling(y) * product
  }

  /// sqrt(2 pi) y^(y - 1/2) exp(-y + 1/(12 y) - 1/(360 y^3) + ...), the first term left out being
  /// below 3e-17 from 10 on.
  private static func stirling(_ y: Double) -> Double {
    let z = 1 / (y * y)
    let inner = 1 / 1260 + z * (-1 / 1680 + z * (1 / 1188 + z * (-691 / 360_360 + z / 156)))
    let series = (1 / 12 + z * (-1 / 360 + z * inner)) / y
    let rootOfTwoPi = 2.506628274631000502415765
    return rootOfTwoPi * exp((y - 0.5) * log(y) - y + series)
  }
}
