import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// -ln A, which adds up along a series. It keeps U's relative precision however many nines there are:
/// error below 2^-51.
enum Loss {
  /// That of A = 0, in place of infinity, with which sums could not be told apart.
  static let ofNothing = 1e6

  static func of(_ availability: Probability) -> Double {
    if availability.complement < 0.5 { return -log1p(-availability.complement) }
    return availability.value > 0 ? -log(availability.value) : ofNothing
  }

  /// The greatest loss whose unavailability counts as equal to this one, roundings of sums included;
  /// infinite when that reaches 1.
  static func loosened(unavailability: Double) -> Double {
    let loose = unavailability * (1 + 2 * Tie.tolerance)
    return loose < 1 ? -log1p(-loose) * (1 + Tie.tolerance) : .infinity
  }

  static func loosened(_ loss: Double) -> Double { loosened(unavailability: -expm1(-loss)) }
}
