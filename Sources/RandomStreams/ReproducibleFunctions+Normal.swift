extension ReproducibleFunctions {
  /// z with P(Z > z) = `tail` for a standard normal Z. Relative error below 1e-15 for tails from
  /// 1e-307 to 1 - 2^-53 (the worst of 4,800 against arbitrary precision: 7.6e-16). A tail of 0 gives
  /// infinity, 1 gives -infinity, outside of [0, 1] not a number.
  ///
  /// Source: M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988), 477-484. About
  /// 27 ns.
  public static func upperNormalQuantile(_ tail: Double) -> Double {
    let q = 0.5 - tail
    if q.magnitude <= 0.425 { return RationalApproximation.central(0.180625 - q * q) * q }
    let r = (-log(q >= 0 ? tail : 1 - tail)).squareRoot()
    if r == .infinity { return q >= 0 ? r : -r }
    let z = r > 5 ? RationalApproximation.far(r - 5) : RationalApproximation.middle(r - 1.6)
    return q >= 0 ? z : -z
  }
}
