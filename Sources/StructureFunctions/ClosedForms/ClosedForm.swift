import Quantities
import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a rule or a source of downtime of its own does in the long run, worked out on paper.
public struct ClosedForm: Sendable, Hashable {
  /// P(level at least the threshold), both tails.
  public let probability: Probability
  /// How often the level falls below the threshold; nil when unknown.
  public let frequency: Frequency?

  /// What a rule follows, provided that nothing else depends on it.
  public enum Operand: Sendable, Hashable {
    /// One component.
    case component(Component)
    /// `need` of `of` independent components alike, a crew each.
    case group(need: Int, of: Int, Component)
  }

  /// The long run of a part at a threshold above 0 and at most 1; nil when no closed form is known.
  public static func of(
    _ kind: TimedPart.Kind, threshold: Double, operand: Operand? = nil
  ) -> ClosedForm? {
    switch (kind, operand) {
    case (.maintenance(let maintenance, _), _): windows(maintenance)
    case (.afterEffect(.absorption(let length)), .component(let component)?):
      absorbing(length, component)
    default: nil
    }
  }

  private static func windows(_ maintenance: Maintenance) -> ClosedForm {
    let (spacing, length) = (maintenance.spacing.seconds, maintenance.length.seconds)
    return ClosedForm(
      probability: Probability(
        uncheckedValue: (spacing - length) / spacing, complement: length / spacing),
      frequency: length < spacing ? try? Frequency(perSecond: 1 / spacing) : .never)
  }

  /// Exponential restorations forget how long they have lasted.
  private static func absorbing(_ length: Duration, _ component: Component) -> ClosedForm? {
    guard case .exponential(let mean)? = component.restoration,
      let frequency = component.failureFrequency
    else { return nil }
    let ratio = length.seconds / mean.seconds
    let (up, down) = (component.availability.value, component.availability.complement)
    return ClosedForm(
      probability: Probability(
        uncheckedValue: up - down * expm1(-ratio), complement: down * exp(-ratio)),
      frequency: try? Frequency(perSecond: frequency.perSecond * exp(-ratio)))
  }
}
