import LifeDistributions
import Quantities
import Topology

/// What a rule or a source of downtime of its own does in the long run, worked out on paper.
public struct ClosedForm: Sendable, Hashable {
  /// P(level at least the threshold), both tails, each with a relative error below 1e-11.
  public let probability: Probability
  /// How often the level falls below the threshold, relative error below 1e-11; nil when unknown.
  public let frequency: Frequency?

  /// What a rule follows, provided that nothing else depends on it.
  public enum Operand: Sendable, Hashable {
    /// One component.
    case component(Component)
    /// `need` of `of` independent components alike, a crew each.
    case group(need: Int, of: Int, Component)
  }

  /// The long run of a part at a threshold above 0 and at most 1; nil when no closed form is known.
  ///
  /// - Absorption, and a buffer that drains at once: over one component with any laws, or over a group
  ///   whose times are exponential.
  /// - A lag of fixed length: over one component with any laws, or over a series whose up times are
  ///   exponential.
  /// - Changes, whose overlaps are counted; maintenance, for one place.
  ///
  /// `operand` is nil for the parts that follow nothing. Without the trait GSL forms that need its
  /// functions are nil. Cost: a few microseconds, of a group the square of its need, of changes a few
  /// milliseconds for each change whose effect lasts into that of the next.
  public static func of(
    _ kind: TimedPart.Kind, threshold: Double, operand: Operand? = nil
  ) -> ClosedForm? {
    switch kind {
    case .afterEffect(let effect): operand.flatMap { try? of(effect, following: $0) }
    case .changes(let changes): try? ChangeEffect(changes, below: threshold).closedForm()
    case .maintenance(let maintenance, _): ClosedForm(maintenance)
    case .send, .breaker, .failover, .leader, .routing: nil
    }
  }

  init(probability: Probability, frequency: Frequency?) {
    self.probability = probability
    self.frequency = frequency
  }

  /// From sums of positive terms, which rounding may have carried above 1.
  init(up: Double, down: Double, perSecond: Double) {
    probability = Probability(uncheckedValue: min(1, up), complement: min(1, down))
    frequency = try? Frequency(perSecond: perSecond)
  }

  /// Something that is always up, or always down.
  static func constant(_ probability: Probability) -> ClosedForm {
    ClosedForm(probability: probability, frequency: .never)
  }
}

// What an operand's outages look like from outside.
extension ClosedForm {
  private static func of(
    _ effect: AfterEffect, following operand: Operand
  ) throws(LifeDistributionError) -> ClosedForm? {
    guard let cycle = try OutageCycle(operand) else { return nil }
    if cycle.frequency == 0 { return constant(cycle.availability) }
    return switch effect {
    case .absorption(let length): try absorbing(length, cycle)
    case .buffer(let buffer) where buffer.drain == .infinity: try absorbing(buffer.holds, cycle)
    case .lag(.fixed(let length)): try lagging(length, cycle)
    case .buffer, .lag: nil
    }
  }

  /// With R the length of an outage and nu their frequency: U = nu E[(R - b)+], and what is absorbed
  /// is up. Renewal-reward (Ross 1996, theorem 3.6.1).
  private static func absorbing(
    _ length: Duration, _ cycle: OutageCycle
  ) throws(LifeDistributionError) -> ClosedForm? {
    guard let outage = cycle.outage else { return nil }
    let absorbed = cycle.frequency * (try outage.expectedMinimum(with: length).seconds)
    return ClosedForm(
      up: cycle.availability.value + absorbed,
      down: cycle.frequency * (try outage.expectedExcess(over: length).seconds),
      perSecond: cycle.frequency * (try outage.survival(at: length).value))
  }

  /// With X the up time after an outage, independent of its length: A = nu E[(X - r)+], and the rest
  /// of each up time is down. Renewal-reward as above.
  private static func lagging(
    _ length: Duration, _ cycle: OutageCycle
  ) throws(LifeDistributionError) -> ClosedForm? {
    guard let uptime = cycle.uptime else { return nil }
    let lost = cycle.frequency * (try uptime.expectedMinimum(with: length).seconds)
    return ClosedForm(
      up: cycle.frequency * (try uptime.expectedExcess(over: length).seconds),
      down: cycle.availability.complement + lost,
      perSecond: cycle.frequency * (try uptime.survival(at: length).value))
  }
}

extension ClosedForm {
  /// One place's planned windows: down for a length in every spacing. Exact to two roundings.
  private init(_ maintenance: Maintenance) {
    let (spacing, length) = (maintenance.spacing.seconds, maintenance.length.seconds)
    guard length < spacing else {
      self = .constant(.impossible)
      return
    }
    self.init(up: (spacing - length) / spacing, down: length / spacing, perSecond: 1 / spacing)
  }
}
