import BigInt
import Quantities
import Topology

/// The exact answers of the long run, from all states of the elementary components: an oracle for
/// the engines, for topologies of at most 16 of them.
public struct StateEnumeration: Sendable {
  /// Exact figures for one threshold.
  public struct Figures: Sendable {
    /// P(level at least the threshold).
    public let availability: ExactFraction
    /// P(level below the threshold).
    public let unavailability: ExactFraction
    /// How often, per second, the level falls below the threshold: the sum over components of
    /// failure frequency times Birnbaum importance; nil when one has no times.
    public let frequency: ExactFraction?
  }

  /// Numerators of P(up) and of the frequency, over the denominators of the components below.
  private enum Branch {
    case alwaysUp
    case alwaysDown
    case mixed(up: BigInt, frequency: BigInt)
  }

  /// A component's state as whole numbers of shares: `down` + `up` = all of them.
  private struct Shares {
    let down: BigInt
    let up: BigInt
    let failures: BigInt
    /// The product of the denominators of the components before this one.
    let before: BigInt
  }

  private let levels: [Double]
  private let shares: [Shares]
  private let total: BigInt
  private let frequencyScale: BigInt
  private let isTimed: Bool

  /// Levels closer than this are the same one; weights are decimal fractions, which add with errors.
  private static let tolerance = 1e-9

  /// Evaluates every state. The unfolding has at most 16 components.
  public init(_ unfolding: Unfolding) {
    precondition(unfolding.components.count <= 16, "2^16 states are the limit")
    levels = StateTable(unfolding).levels
    let rates = unfolding.components.map { $0.failureFrequency ?? ExactFraction(0) }
    isTimed = unfolding.components.allSatisfy { $0.failureFrequency != nil }
    var scale: BigInt = 1
    for (life, rate) in zip(unfolding.components, rates) {
      let own = (rate * ExactFraction(life.unavailability.denominator)).denominator
      scale = scale / scale.greatestCommonDivisor(with: own) * own
    }
    frequencyScale = scale
    (shares, total) = Self.shares(unfolding.components, rates, scale)
  }

  private static func shares(
    _ components: [ExactLife], _ rates: [ExactFraction], _ scale: BigInt
  ) -> ([Shares], BigInt) {
    var before: BigInt = 1
    var result: [Shares] = []
    for (life, rate) in zip(components, rates) {
      let down = life.unavailability.numerator
      let all = life.unavailability.denominator
      let failures = (rate * ExactFraction(all * scale)).numerator
      result.append(Shares(down: down, up: all - down, failures: failures, before: before))
      before *= all
    }
    return (result, before)
  }

  /// The levels above 0 that occur in some state, ascending.
  public var positiveLevels: [Double] {
    var result: [Double] = []
    for level in Set(levels).sorted() where level - (result.last ?? 0) > Self.tolerance {
      result.append(level)
    }
    return result
  }

  /// The exact figures for a level of at least `threshold`.
  public func figures(atLeast threshold: Double) -> Figures {
    let isUp = levels.map { $0 >= threshold - Self.tolerance }
    var up: BigInt
    var frequency: BigInt = 0
    switch branch(isUp[...], shares.count) {
    case .alwaysUp: up = total
    case .alwaysDown: up = 0
    case .mixed(let mixedUp, let mixedFrequency): (up, frequency) = (mixedUp, mixedFrequency)
    }
    return Figures(
      availability: ExactFraction(up, over: total),
      unavailability: ExactFraction(total - up, over: total),
      frequency: isTimed ? ExactFraction(frequency, over: total * frequencyScale) : nil)
  }

  /// The first `count` components vary over `states`; the others are fixed.
  private func branch(_ states: ArraySlice<Bool>, _ count: Int) -> Branch {
    guard count > 0 else { return states.first == true ? .alwaysUp : .alwaysDown }
    let middle = states.startIndex + states.count / 2
    let whileDown = branch(states[..<middle], count - 1)
    let whileUp = branch(states[middle...], count - 1)
    switch (whileDown, whileUp) {
    case (.alwaysUp, .alwaysUp): return .alwaysUp
    case (.alwaysDown, .alwaysDown): return .alwaysDown
    default: return join(whileDown, whileUp, shares[count - 1])
    }
  }

  /// Pivots on one component; the frequency by the product rule.
  private func join(_ whileDown: Branch, _ whileUp: Branch, _ pivot: Shares) -> Branch {
    let (down, downFrequency) = numerators(whileDown, pivot.before)
    let (up, upFrequency) = numerators(whileUp, pivot.before)
    return .mixed(
      up: pivot.down * down + pivot.up * up,
      frequency: pivot.down * downFrequency + pivot.up * upFrequency
        + pivot.failures * (up - down))
  }

  private func numerators(_ branch: Branch, _ all: BigInt) -> (up: BigInt, frequency: BigInt) {
    switch branch {
    case .alwaysUp: (all, 0)
    case .alwaysDown: (0, 0)
    case .mixed(let up, let frequency): (up, frequency)
    }
  }
}
