import Quantities

/// Why a question about a fleet has no answer.
public enum FleetError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A fleet without zones.
  case noZones
  /// A demand of 0.
  case demand
  /// A number of instances out of range, in a zone or in all of them.
  case instances(Int)
  /// A zone's room for other instances out of range.
  case room(String, Int)
  /// A zone whose instances serve nothing.
  case capacity(String)
  /// Units that don't mix, of a capacity and the demand.
  case units(String, String)
  /// A law of a zone that is none; says why.
  case law(String, String)
  /// A rule about more zones or instances than there are, or fewer than one.
  case loss(Int, most: Int)
  /// A share outside 0 to 1.
  case share(Double)
  /// More choices of zones that may be lost than are looked through.
  case choices(Double, most: Double)
  /// A cascade's threshold that is not above 0.
  case threshold(Double)
  /// More operations than an exact distribution may take.
  case tooLarge(operations: Double, most: Double)
  /// No exact formula; says why.
  case noClosedForm(String)
  /// A horizon of 0 or beyond 100 y.
  case horizon(Duration)
  /// A number of replications, or of threads, out of range.
  case runs(Int)
  /// A law that cannot be drawn or evaluated; says why.
  case sampling(String)

  /// One sentence for people, with what to do.
  public var description: String {
    switch self {
    case .noZones: "a fleet needs at least one zone"
    case .demand: "the demand at peak must be above 0"
    case .instances(let count):
      "a fleet has 1 to \(Fleet.mostInstances) instances and a zone 0 or more, not \(count)"
    case .room(let zone, let room):
      "\(zone) has room for 0 to \(Fleet.mostInstances) other instances, not \(room)"
    case .capacity(let zone): "an instance in \(zone) serves nothing; give it a capacity above 0"
    case .units(let capacity, let demand):
      "a capacity in \(capacity) can't be compared with a demand in \(demand); use one unit"
    case .law(let zone, let flaw): "a law of \(zone) is none: \(flaw)"
    case .loss(let count, let most): "1 to \(most) can be lost, not \(count)"
    case .share(let share): "a share is 0 to 1, not \(share)"
    case .choices(let count, let most):
      "\(count) choices of zones are too many, \(most) is the most; ask for fewer zones at once"
    case .threshold(let threshold): "a cascade's threshold is above 0, not \(threshold)"
    case .tooLarge(let operations, let most):
      "\(operations) operations are too many for an exact answer, \(most) is the most; simulate"
    case .noClosedForm(let reason): "no exact formula for \(reason); simulate"
    case .horizon(let horizon):
      "a history lasts longer than 0 and at most 100 y, not \(horizon.seconds) s"
    case .runs(let runs): "runs can be 2 to 10,000,000 and threads 1 or more, not \(runs)"
    case .sampling(let reason): "a law cannot be used: \(reason)"
    }
  }
}
