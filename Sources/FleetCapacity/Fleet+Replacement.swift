import Quantities

/// How often and how long a fleet is short in the long run.
public struct ShortfallFigures: Sendable, Hashable {
  /// The chance that the whole demand is served at an instant, both tails.
  public let fullService: Probability
  /// How often a shortfall begins.
  public let frequency: Frequency
  /// The mean of what is not served, in the unit of the demand.
  public let meanUnserved: Double
}

extension Fleet {
  /// The exact law of what is delivered with replacement, where zones never fail: every slot is
  /// then independent, with restorations min(R, L). Cost as without replacement.
  ///
  /// Throws ``FleetError/noClosedForm(_:)`` where a zone fails or min(R, L) has no formula.
  public func deliveredCapacity(
    _ overload: Overload = Overload(), replacement: Replacement
  ) throws(FleetError) -> DeliveredCapacity {
    try deliveredCapacity(overload, replacedIn: restorations(replacement))
  }

  /// Seconds that a slot of each zone is down in the mean; nil where its instances never fail.
  private func restorations(_ replacement: Replacement) throws(FleetError) -> [Double?] {
    if let zone = zones.first(where: { $0.zoneLife != nil }) {
      throw .noClosedForm("replacement when zones such as \(zone.name) fail")
    }
    var restorations: [Double?] = []
    for zone in zones {
      guard let life = zone.instanceLife else {
        restorations.append(nil)
        continue
      }
      restorations.append(try replacement.meanRestoration(of: life.restoration))
    }
    return restorations
  }

  /// The exact figures of shortfalls with the excess shed, where all instances are alike and zones
  /// never fail.
  ///
  /// A shortfall begins when one of the instances fails while just enough are up: its frequency is
  /// n v P(need - 1 of the other n - 1 are up), with v one failure a cycle of up and down time,
  /// whatever the laws. Without `replacement` instances are down for their own restoration. Throws
  /// ``FleetError/noClosedForm(_:)``.
  public func shortfalls(replacement: Replacement? = nil) throws(FleetError) -> ShortfallFigures {
    guard let first = zones.first, let life = first.instanceLife,
      zones.allSatisfy({ $0.instanceLife == life && $0.zoneLife == nil }),
      instanceCapacities.allSatisfy({ $0 == instanceCapacities[0] })
    else { throw .noClosedForm("the frequency of shortfalls unless all instances are alike") }
    let own: Double? = life.restoration.mean.seconds
    let down = try replacement.map(restorations)?.first ?? own
    let delivered = try deliveredCapacity(Overload(), replacedIn: zones.map { _ in down })
    let cycle = life.up.mean.seconds + (down ?? 0)
    let others = CountMasses.binomial(
      members: instances - 1, up: life.availability(restoredIn: down ?? 0))
    let need = Int((demand.amount * (1 - 1e-12) / instanceCapacities[0]).rounded(.up))
    let critical = (1...instances).contains(need) ? others[need - 1] : 0
    return ShortfallFigures(
      fullService: delivered.fullService,
      frequency: Self.frequency(Double(instances) / cycle * critical),
      meanUnserved: delivered.meanUnserved)
  }

  private static func frequency(_ perSecond: Double) -> Frequency {
    (try? Frequency(perSecond: perSecond)) ?? .never
  }
}
