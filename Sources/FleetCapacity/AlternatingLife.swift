import Quantities
import Topology

/// Up times and restoration times that follow one another for ever, all independent.
public struct AlternatingLife: Sendable, Hashable {
  /// The law of the up times; its mean is the MTBF.
  public let up: Law
  /// The law of the restoration times; its mean is the MTTR.
  public let restoration: Law

  /// A life of these laws. They are checked where the fleet is made.
  public init(up: Law, restoration: Law) {
    self.up = up
    self.restoration = restoration
  }

  /// Exponential up and restoration times with these means.
  public static func exponential(mtbf: Duration, mttr: Duration) -> AlternatingLife {
    AlternatingLife(up: .exponential(mean: mtbf), restoration: .exponential(mean: mttr))
  }

  /// The share of time up in the long run, MTBF / (MTBF + MTTR), both tails; error two roundings
  /// each.
  public var availability: Probability { availability(restoredIn: restoration.mean.seconds) }

  /// The same with another mean time to restoration, in seconds.
  func availability(restoredIn down: Double) -> Probability {
    let cycle = up.mean.seconds + down
    return Probability(uncheckedValue: up.mean.seconds / cycle, complement: down / cycle)
  }

  /// Why the laws don't make a life; nil when they do.
  var flaw: String? {
    if let flaw = up.flaw { return "of its up times \(flaw)" }
    return restoration.flaw.map { "of its restoration times \($0)" }
  }
}
