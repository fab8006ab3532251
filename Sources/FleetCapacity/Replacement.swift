import LifeDistributions
import Quantities
import Topology

/// Lost capacity that is grown again elsewhere: autoscaling, rescheduling.
///
/// The fleet wants a fixed number of instances, its slots. An instance that fails alone is replaced
/// in its own place after a lead time, or is back by itself before: the slot is down for min(R, L).
/// When a zone goes down, each of its slots is started in another zone that is up and has room,
/// after a lead time of its own, where the most room is; without room it waits for some. The zone's
/// return brings the originals back at once and ends the substitutes. A slot takes its clock of
/// failures with it, so that substitutes fail like originals.
public struct Replacement: Sendable, Hashable {
  /// The law of the time from a loss to a substitute that serves: detection, decision, start and
  /// warm-up together.
  public let leadTime: Law

  /// Replacement after lead times of that law. It is checked where it is used.
  public init(leadTime: Law) { self.leadTime = leadTime }

  /// E[min(R, L)] in seconds for restoration times R of a law.
  ///
  /// Exact where R or L is fixed, by the law's own expectation, and where both are exponential: 1 /
  /// (1 / r + 1 / l). Throws ``FleetError/noClosedForm(_:)`` for others, ``FleetError/law(_:_:)``
  /// for a lead time that is no law and ``FleetError/sampling(_:)`` for laws that can't be
  /// evaluated.
  public func meanRestoration(of restoration: Law) throws(FleetError) -> Double {
    if let flaw = leadTime.flaw { throw .law("the lead time", flaw) }
    switch (restoration, leadTime) {
    case (.exponential(let own), .exponential(let lead)):
      return 1 / (1 / own.seconds + 1 / lead.seconds)
    case (let law, .fixed(let bound)), (.fixed(let bound), let law):
      do throws(LifeDistributionError) {
        return try LifeDistribution(law).expectedMinimum(with: bound).seconds
      } catch {
        throw .sampling(error.description)
      }
    default:
      throw .noClosedForm("the smaller of these restoration and lead times")
    }
  }
}
