/// A rule of thumb about spare capacity at peak, by its name in the field.
public enum HeadroomRule: Sendable, Hashable {
  /// The demand is served after the loss of any `zones` zones; what is lost may be grown again in
  /// the rooms of the others.
  case loss(zones: Int)
  /// N + `spare`: the demand is served after the loss of any `spare` instances.
  case spare(instances: Int)
  /// The demand is served while floor(`share` × n) of all n instances are out for an update.
  /// Kubernetes rounds maxUnavailable down likewise (Deployment API, strategy.rollingUpdate), 25 %
  /// by default.
  case rollingUpdate(share: Double = 0.25)
  /// Static stability: the demand is served after the loss of any one zone by what is already
  /// running (Weiss and Furr 2019, "Static stability using Availability Zones", Amazon Builders'
  /// Library).
  case staticStability

  /// N + 1.
  public static let nPlusOne = HeadroomRule.spare(instances: 1)
  /// N + 2.
  public static let nPlusTwo = HeadroomRule.spare(instances: 2)

  /// The rules that are looked at first: any one zone, N + 1, N + 2, a rolling update and static
  /// stability.
  public static let usual: [HeadroomRule] = [
    .loss(zones: 1), .nPlusOne, .nPlusTwo, .rollingUpdate(), .staticStability,
  ]

  /// The rule in words.
  public var name: String {
    switch self {
    case .loss(1): "the loss of any one zone at peak"
    case .loss(let zones): "the loss of any \(zones) zones at peak"
    case .spare(let instances): "N+\(instances)"
    case .rollingUpdate(let share): "a rolling update with \(Self.percent(share)) out"
    case .staticStability: "static stability: the loss of any one zone without replacement"
    }
  }

  private static func percent(_ share: Double) -> String {
    let digits = "\((share * 1e6).rounded() / 1e4)"
    return "\(digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits)%"
  }
}

/// Whether a headroom rule is kept.
public enum HeadroomVerdict: Sendable, Hashable {
  /// What is already running serves the demand.
  case kept
  /// The demand is not served at first, but once what was lost has been grown again elsewhere.
  case keptAfterReplacement
  /// The demand is not served.
  case broken
}

/// How a fleet stands to a headroom rule, in its worst case.
public struct HeadroomCheck: Sendable, Hashable {
  /// The instances that a case loses in one zone.
  public struct Loss: Sendable, Hashable {
    /// The zone's name.
    public let zone: String
    /// Instances out, 1 or more.
    public let instances: Int
  }

  /// The rule.
  public let rule: HeadroomRule
  /// The verdict.
  public let verdict: HeadroomVerdict
  /// What is lost in the worst case, that which leaves the least.
  public let worstCase: [Loss]
  /// What is left at once in the worst case, in the unit of the demand; error one rounding a zone.
  public let left: Double
  /// What is left once the lost instances have been started in the rooms of the other zones, in the
  /// case that is worst for that; the same as `left` for all rules but the loss of zones.
  public let leftAfterReplacement: Double
  /// The demand at peak, in its unit.
  public let needed: Double
  /// Instances to add in each zone, the fewest in all, so that the rule is kept without
  /// replacement; nil when ``Fleet/mostInstances`` don't. The fewest where all instances serve
  /// alike, else enough.
  public let toAdd: [Int]?
  /// The fewest instances, dealt evenly over these zones by capacity, that keep the rule without
  /// replacement; nil when ``Fleet/mostInstances`` don't. The fewest where all instances serve
  /// alike, else enough.
  public let fewestInstances: Int?

  /// True when the rule is kept by what is already running.
  public var isStaticallyStable: Bool { verdict == .kept }
  /// What is left beyond the demand; negative when it is short.
  public var spare: Double { left - needed }
}
