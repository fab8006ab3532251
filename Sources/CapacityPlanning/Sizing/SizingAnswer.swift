import Quantities
import Topology

/// One design of a search.
public struct SizingCandidate: Sendable, Hashable {
  /// The place of each variable's value.
  public let choices: [Int]
  /// The value of each variable.
  public let values: [String]
  /// What it costs; nil where nothing has a cost.
  public let cost: Cost?
  /// How many instances it has, domains not counted.
  public let instances: Int
  /// What its conditions came to, up to the first that isn't kept.
  public internal(set) var outcomes: [ConditionOutcome] = []
  /// The long-run unavailability of what the objective is about; nil where that is not downtime.
  public internal(set) var unavailability: Double?
  /// The definition or family of domains with which most of its subject's downtime goes, where that is
  /// known exactly; else nil.
  public internal(set) var mainCause: String?
  /// Why the description makes no sense with these values; nil where it does.
  public internal(set) var flaw: String?

  /// Whether all conditions are kept; nil where the data can't tell.
  public var isMet: Bool? {
    if flaw != nil || outcomes.contains(where: { $0.isMet == false }) { return false }
    return outcomes.contains { $0.isMet == nil } ? nil : true
  }
}

/// What keeps every design from meeting a condition.
public struct SizingLimit: Sendable, Hashable {
  /// A thing that is the same in all designs and that the subject can't do without, or the one with the
  /// most downtime.
  public let name: String
  /// The condition, of that thing alone, which it does not keep itself; nil where it does.
  public let alone: ConditionOutcome?
  /// The share of the subject's downtime that goes with it, 0 to 1; nil where `alone` says enough.
  public let share: Double?
}

/// The design that a search found, and how.
public struct SizingAnswer: Sendable, Hashable {
  /// What could be chosen.
  public let variables: [SizingVariable]
  /// What must hold.
  public let conditions: [SizingCondition]
  /// What was looked for.
  public let objective: SizingObjective
  /// The design that was found; nil for none.
  public let best: SizingCandidate?
  /// Where cost and downtime are both minimized, the designs that no other one beats in both, the
  /// cheapest first; else empty.
  public let front: [SizingCandidate]
  /// All designs that were looked at, in the order of the objective.
  public let candidates: [SizingCandidate]
  /// How many designs there are.
  public let space: Int
  /// Designs better than the one found of which the data can't tell whether they meet the conditions.
  public let undecided: [SizingCandidate]
  /// Of all that fail, the one that comes nearest; nil where a design was found.
  public let nearest: SizingCandidate?
  /// What keeps all of them from meeting the conditions; nil where one was found or nothing can be said.
  public let limit: SizingLimit?
  /// True where the search was ended by hand.
  public let isInterrupted: Bool
  /// How it was found and what it rests on, a sentence each.
  public let assumptions: [String]

  /// Whether a design was found, or it is certain that there is none; nil where the data can't tell.
  public var isFound: Bool? {
    if isInterrupted || !undecided.isEmpty { return nil }
    return best != nil || !front.isEmpty
  }
}
