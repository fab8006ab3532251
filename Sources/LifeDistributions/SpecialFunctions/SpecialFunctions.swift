#if GSL
  import CGSL
#endif

/// The special functions of the GNU Scientific Library (Galassi et al., reference manual 2.7), every
/// status checked. Without the trait GSL each of them throws
/// ``LifeDistributionError/needsGSL(function:)``.
///
/// Relative errors are those measured against 40 digits over shapes 0.05 to 1e5 and tails down to
/// 1e-300.
enum SpecialFunctions {
  /// P(shape, x), the regularised lower incomplete gamma function: `shape` above 0, x 0 or more.
  /// Relative error below 4e-13; 0 where it would be below 2.2e-308.
  static func lowerGamma(shape: Double, _ x: Double) throws(LifeDistributionError) -> Double {
    #if GSL
      try checked("gsl_sf_gamma_inc_P_e", shape, x) { gsl_sf_gamma_inc_P_e(shape, x, &$0) }
    #else
      throw .needsGSL(function: "the incomplete gamma function")
    #endif
  }

  /// Q(shape, x) = 1 - P(shape, x), not computed by that subtraction where it is small: `shape`
  /// at least 0.2, x 0 or more. Relative error below 2e-13, below shape 0.2 only 6e-11; 0 where it
  /// would be below 2.2e-308.
  static func upperGamma(shape: Double, _ x: Double) throws(LifeDistributionError) -> Double {
    #if GSL
      try checked("gsl_sf_gamma_inc_Q_e", shape, x) { gsl_sf_gamma_inc_Q_e(shape, x, &$0) }
    #else
      throw .needsGSL(function: "the incomplete gamma function")
    #endif
  }

  /// Γ*(x) = Γ(x) / (√(2π) x^(x - 1/2) e^-x), the correction to Stirling's formula: x above 0.
  /// Relative error below 1e-15.
  static func stirlingRatio(_ x: Double) throws(LifeDistributionError) -> Double {
    #if GSL
      try checked("gsl_sf_gammastar_e", x) { gsl_sf_gammastar_e(x, &$0) }
    #else
      throw .needsGSL(function: "the gamma function's Stirling ratio")
    #endif
  }

  /// log(1 + x) - x, without cancellation near 0: x above -1. Relative error below 1e-15.
  static func logarithmWithoutLinearTerm(_ x: Double) throws(LifeDistributionError) -> Double {
    #if GSL
      try checked("gsl_sf_log_1plusx_mx_e", x) { gsl_sf_log_1plusx_mx_e(x, &$0) }
    #else
      throw .needsGSL(function: "log(1 + x) - x")
    #endif
  }

  /// φ(z) / (1 - Φ(z)), the hazard of the standard normal law: any finite z. Relative error below
  /// 4e-14; 0 where it would be below 2.2e-308.
  static func normalHazard(_ z: Double) throws(LifeDistributionError) -> Double {
    #if GSL
      try checked("gsl_sf_hazard_e", z) { gsl_sf_hazard_e(z, &$0) }
    #else
      throw .needsGSL(function: "the hazard of the normal law")
    #endif
  }

  /// z with Φ(z) = `probability`, in 0 to 1 without the ends. The tail at the result is off by a
  /// relative 3e-13 at most, down to 1e-300 (Wichura 1988, AS 241).
  static func normalQuantile(_ probability: Double) throws(LifeDistributionError) -> Double {
    #if GSL
      let name = "gsl_cdf_ugaussian_Pinv"
      return try checked(name, probability) {
        $0.val = gsl_cdf_ugaussian_Pinv(probability)
        return Int32(GSL_SUCCESS)
      }
    #else
      throw .needsGSL(function: "the quantile of the normal law")
    #endif
  }
}

/// Student's law.
extension SpecialFunctions {
  /// The length that Student's law with `freedom` degrees of freedom, above 0, exceeds with probability
  /// `tail`, in 0 to 1 without the ends. Relative error below 1e-10 for tails of 1e-12 to 0.5.
  static func studentQuantile(
    ofUpper tail: Double, freedom: Double
  ) throws(LifeDistributionError) -> Double {
    #if GSL
      try checked("gsl_cdf_tdist_Qinv", tail, freedom) {
        $0.val = gsl_cdf_tdist_Qinv(tail, freedom)
        return Int32(GSL_SUCCESS)
      }
    #else
      throw .needsGSL(function: "the quantile of Student's law")
    #endif
  }
}

/// Derivatives of the gamma function's logarithm.
extension SpecialFunctions {
  /// ψ(x) = Γ'(x) / Γ(x): x above 0. Relative error below 1e-14, near the root 1.46 absolute.
  static func digamma(_ x: Double) throws(LifeDistributionError) -> Double {
    #if GSL
      try checked("gsl_sf_psi_e", x) { gsl_sf_psi_e(x, &$0) }
    #else
      throw .needsGSL(function: "the digamma function")
    #endif
  }

  /// ψ'(x): x above 0. Relative error below 1e-14.
  static func trigamma(_ x: Double) throws(LifeDistributionError) -> Double {
    #if GSL
      try checked("gsl_sf_psi_1_e", x) { gsl_sf_psi_1_e(x, &$0) }
    #else
      throw .needsGSL(function: "the trigamma function")
    #endif
  }
}

#if GSL
  extension SpecialFunctions {
    /// The library's default handler ends the process at the first error; it is off before any
    /// function runs, since every call passes here.
    private static let abortsAreOff: Bool = {
      _ = gsl_set_error_handler_off()
      return true
    }()

    /// The value of a call, or its status as an error. An underflow's value is 0, its limit.
    private static func checked(
      _ name: String, _ arguments: Double..., by call: (inout gsl_sf_result) -> Int32
    ) throws(LifeDistributionError) -> Double {
      var result = gsl_sf_result(val: .nan, err: 0)
      let status = Int(abortsAreOff ? call(&result) : Int32(GSL_FAILURE))
      if status == GSL_EUNDRFLW { return 0 }
      guard status == GSL_SUCCESS, result.val.isFinite else {
        let reason =
          status == GSL_SUCCESS ? "not finite" : String(cString: gsl_strerror(Int32(status)))
        throw .noConvergence(function: name, arguments: arguments, reason: reason)
      }
      return result.val
    }
  }
#endif
