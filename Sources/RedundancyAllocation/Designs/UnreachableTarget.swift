import Quantities

/// A target that no design meets: the best that can be had, and what limits it.
public struct UnreachableTarget: Sendable, Hashable, CustomStringConvertible {
  /// The choice whose perfection would help the best design most.
  public struct LimitingChoice: Sendable, Hashable {
    /// The name of the choice.
    public let name: String
    /// How available the best design would be if what is chosen there never failed.
    public let availabilityIfPerfect: Probability
  }

  /// The availability that was asked for.
  public let target: Probability
  /// The most available design within the limits; of several the cheapest.
  public let best: Design
  /// What limits it; nil where the evaluator can't tell.
  public let limit: LimitingChoice?

  /// One sentence with the numbers and the cause.
  public var description: String {
    "no design has an unavailability of \(target.complement.figure) or less; the best has "
      + "\(best.unavailability.figure) at a cost of \(best.cost.figure) (\(best))" + cause
  }

  private var cause: String {
    guard let limit else { return "" }
    let reached = limit.availabilityIfPerfect.complement
    let verdict = Tie.isWithin(reached, target.complement) ? "which would do" : "not enough either"
    return "; '\(limit.name)' limits it: were it perfect, it would be \(reached.figure), \(verdict)"
  }
}
