import Quantities
import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension AlternatingProcess {
  /// The mean downtime in a window.
  ///
  /// In steady state U T for any law. From up with exponential restorations
  /// U (T - (1 - e^(-s T)) / s), where s = 1 / MTBF + 1 / MTTR: the integral of the unavailability
  /// (Barlow and Proschan 1965, Mathematical Theory of Reliability, chapter 3, section 3). Relative
  /// error below 2e-15, for windows of any length; constant cost.
  ///
  /// Throws ``AlternatingProcessError/noClosedForm(_:)`` for other restorations from up.
  public func expectedDowntime(
    in window: Duration, start: Start = .steady
  ) throws(AlternatingProcessError) -> Duration {
    var seconds = availability.complement * window.seconds
    if start == .up { seconds *= try shareOfSteadyDowntime(in: window) }
    return (try? Duration(seconds: seconds)) ?? window
  }

  /// The mean downtime from up as a share of that in steady state.
  private func shareOfSteadyDowntime(
    in window: Duration
  ) throws(AlternatingProcessError) -> Double {
    guard case .exponential(let mean) = restoration else {
      throw .noClosedForm("the mean downtime from up unless restorations are exponential")
    }
    let relaxations = window.seconds / mtbf.seconds + window.seconds / mean.seconds
    return Self.meanApproach(after: relaxations)
  }

  /// 1 - (1 - e^-y) / y: the mean over 0 to y of 1 - e^-t. Below 1 as the positive series
  /// e^-y Σ (k - 1) y^(k - 1) / k! from k = 2 on, so that nothing cancels.
  private static func meanApproach(after y: Double) -> Double {
    guard y < 1 else { return y.isFinite ? 1 + expm1(-y) / y : 1 }
    var power = y / 2
    var sum = power
    var order = 2.0
    while power > sum * 1e-18 {
      order += 1
      power *= y / order
      sum += (order - 1) * power
    }
    return exp(-y) * sum
  }
}
