import Quantities

/// The smallest thing that fails and is restored.
///
/// It is given by its up and restoration times, or by its availability with or without one of them.
/// Without times it has a long-run probability but no outages that could be counted.
public struct Component: Sendable, Hashable {
  /// Long-run probability of being up. From times: A = MTBF / (MTBF + MTTR) and
  /// U = MTTR / (MTBF + MTTR), each within 2 roundings (IEC 60050-192-08).
  public let availability: Probability
  /// The law of the operating time between failures (IEC 60050-192-05-13), when known.
  public let uptime: Law?
  /// The law of the time to restoration, when known.
  public let restoration: Law?
  /// True when the availability was given and a missing time follows from it; false when the
  /// availability follows from the times.
  public let isGivenByAvailability: Bool
  /// The flow that it carries while it is up, above 0; nil for any flow.
  public private(set) var capacity: Rate?
  /// What one of it costs to run; nil where that isn't said.
  public private(set) var cost: Cost?

  private init(_ availability: Probability, _ uptime: Law?, _ restoration: Law?, given: Bool) {
    self.availability = availability
    self.uptime = uptime
    self.restoration = restoration
    self.isGivenByAvailability = given
  }

  /// A component that alternates between up and restoration times; only their means matter in the
  /// long run. Throws ``ComponentError`` when a law's parameters are out of range.
  public init(mtbf uptime: Law, mttr restoration: Law) throws(ComponentError) {
    try Self.check(uptime, "mtbf")
    try Self.check(restoration, "mttr")
    let up = uptime.mean.seconds
    let down = restoration.mean.seconds
    guard (up + down).isFinite else { throw .law("mtbf", "its mean is too long for a number") }
    self.init(
      Probability(uncheckedValue: up / (up + down), complement: down / (up + down)),
      uptime, restoration, given: false)
  }

  /// A component known by its availability alone, or with a restoration time, from which its MTBF
  /// follows: MTBF = MTTR × A / U. Throws ``ComponentError``.
  public init(availability: Probability, mttr restoration: Law? = nil) throws(ComponentError) {
    guard let restoration else {
      self.init(availability, nil, nil, given: true)
      return
    }
    try Self.check(restoration, "mttr")
    let mean = restoration.mean.seconds * (availability.value / availability.complement)
    self.init(availability, Self.exponential(mean), restoration, given: true)
  }

  /// A component known by its availability and MTBF: MTTR = MTBF × U / A. Throws ``ComponentError``.
  public init(availability: Probability, mtbf uptime: Law) throws(ComponentError) {
    try Self.check(uptime, "mtbf")
    let mean = uptime.mean.seconds * (availability.complement / availability.value)
    self.init(availability, uptime, Self.exponential(mean), given: true)
  }

  private static func exponential(_ seconds: Double) -> Law? {
    guard seconds > 0, let mean = try? Duration(seconds: seconds) else { return nil }
    return .exponential(mean: mean)
  }

  private static func check(_ law: Law, _ word: String) throws(ComponentError) {
    if let flaw = law.flaw { throw .law(word, flaw) }
  }

  /// The same component, carrying up to `capacity` while it is up; nil for any flow.
  public func carrying(_ capacity: Rate?) -> Component {
    var result = self
    result.capacity = capacity
    return result
  }

  /// The same component at a cost; nil where that isn't said.
  public func costing(_ cost: Cost?) -> Component {
    var result = self
    result.cost = cost
    return result
  }

  /// A component that never fails.
  public static let perfect = Component(.certain, nil, nil, given: true)

  /// The availability in percent with all its digits, such as `99.95%`.
  public var label: String {
    guard let unavailable = try? DecimalNumber(shortest: availability.complement),
      let available = unavailable.complement
    else { return "\(availability.value)" }
    return available.scaled(byPowerOfTen: 2).description + "%"
  }

  /// Failures per second in the long run, U / MTTR = A / MTBF; nil when the times are unknown.
  /// Relative error below 4 × 2^-53. Something that is always up, or always down, never fails.
  public var failureFrequency: Frequency? {
    if availability.complement == 0 || availability.value == 0 { return .never }
    if let restoration {
      return try? Frequency(perSecond: availability.complement / restoration.mean.seconds)
    }
    guard let uptime else { return nil }
    return try? Frequency(perSecond: availability.value / uptime.mean.seconds)
  }

  /// Splits a member of a group into the cause common to the group and what is the member's own, by
  /// the beta-factor model (Fleming 1975): rates beta / MTBF and (1 - beta) / MTBF with one
  /// restoration law; by probability q_common = beta q and q_own = (1 - beta) q / (1 - beta q), so
  /// that a member's unavailability stays q. Exact but for roundings.
  public func split(commonCause beta: Probability) -> (common: Component, own: Component) {
    if let uptime, let restoration, !isGivenByAvailability {
      return (
        Self.alternating(uptime.scaled(by: 1 / beta.value), restoration),
        Self.alternating(uptime.scaled(by: 1 / beta.complement), restoration).carrying(capacity)
          .costing(cost)
      )
    }
    return (
      Self.share(commonPart(beta), restoration),
      Self.share(ownPart(beta), restoration).carrying(capacity).costing(cost)
    )
  }

  private func commonPart(_ beta: Probability) -> Probability {
    let q = availability.complement
    return Probability(
      uncheckedValue: availability.value + q * beta.complement, complement: beta.value * q)
  }

  private func ownPart(_ beta: Probability) -> Probability {
    let q = availability.complement
    let rest = availability.value + q * beta.complement
    return Probability(
      uncheckedValue: availability.value / rest, complement: beta.complement * q / rest)
  }

  private static func alternating(_ uptime: Law, _ restoration: Law) -> Component {
    (try? Component(mtbf: uptime, mttr: restoration))
      ?? Component(.certain, nil, restoration, given: true)
  }

  private static func share(_ availability: Probability, _ restoration: Law?) -> Component {
    (try? Component(availability: availability, mttr: restoration))
      ?? Component(availability, nil, nil, given: true)
  }
}

/// Why times don't make a component.
public enum ComponentError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The law of `mtbf` or `mttr` has parameters out of range; says which and why.
  case law(String, String)

  /// One sentence for people.
  public var description: String {
    switch self {
    case .law(let word, let flaw): "\(word) cannot be this: \(flaw)"
    }
  }
}
