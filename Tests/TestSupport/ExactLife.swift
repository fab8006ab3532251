import BigInt
import Quantities
import Topology

/// What an elementary component contributes to the long run, without error.
public struct ExactLife: Sendable, Hashable {
  /// The long-run probability of being down.
  public let unavailability: ExactFraction
  /// Failures per second in the long run; nil without times.
  public let failureFrequency: ExactFraction?

  init(unavailability: ExactFraction, restoration: ExactFraction?) {
    self.unavailability = unavailability
    let isConstant =
      unavailability.numerator == 0 || unavailability.numerator == unavailability.denominator
    failureFrequency = isConstant ? ExactFraction(0) : restoration.map { unavailability / $0 }
  }

  /// MTBF and MTTR in seconds.
  private init(up: ExactFraction, down: ExactFraction) {
    self.init(unavailability: down / (up + down), restoration: down)
  }

  /// The life that a component's shortest decimals denote.
  public init(_ component: Component) throws(QuantityError) {
    if let (up, down) = try Self.times(component) {
      self.init(up: up, down: down)
    } else {
      let restoration = try component.restoration.map { law throws(QuantityError) in
        try ExactFraction(shortest: law.mean.seconds)
      }
      self.init(
        unavailability: try ExactFraction(component.availability.inverted),
        restoration: restoration)
    }
  }

  /// The beta factor: a cause common to a group of such components, and what is left to each.
  static func split(
    _ component: Component, commonCause: Probability
  ) throws(QuantityError) -> (common: ExactLife, own: ExactLife) {
    let beta = try ExactFraction(commonCause)
    if let (up, down) = try times(component) {
      return (
        ExactLife(up: up / beta, down: down), ExactLife(up: up / beta.complement, down: down)
      )
    }
    let whole = try ExactFraction(component.availability.inverted)
    let common = beta * whole
    let own = beta.complement * whole / common.complement
    let restoration = try component.restoration.map { law throws(QuantityError) in
      try ExactFraction(shortest: law.mean.seconds)
    }
    return (
      ExactLife(unavailability: common, restoration: restoration),
      ExactLife(unavailability: own, restoration: restoration)
    )
  }

  private static func times(
    _ component: Component
  ) throws(QuantityError) -> (up: ExactFraction, down: ExactFraction)? {
    guard !component.isGivenByAvailability, let uptime = component.uptime,
      let restoration = component.restoration
    else { return nil }
    return (
      try ExactFraction(shortest: uptime.mean.seconds),
      try ExactFraction(shortest: restoration.mean.seconds)
    )
  }
}
