import Quantities

/// A single change to a system: what it costs and how available the system is with it.
public struct Improvement: Sendable, Hashable {
  /// The name.
  public let name: String
  /// Cost a year, 0 or more and finite.
  public let cost: Double
  /// The availability of the whole with this change and no other.
  public let availability: Probability

  /// A change by its name, cost a year and the availability that results.
  public init(_ name: String, cost: Double, _ availability: Probability) {
    self.name = name
    self.cost = cost
    self.availability = availability
  }
}

/// What to fix first: single changes by the downtime that they save for their cost.
///
/// First those that save something for nothing, the greatest saving first; then those that save for a
/// cost, the most minutes for a unit of cost first; then those that save nothing; last those that
/// make it worse, the worst at the end. What is equal within a relative 1e-12 stays in the order
/// given.
public struct ImprovementRanking: Sendable, Hashable {
  /// What a change is worth.
  public enum Worth: Sendable, Hashable {
    /// It saves downtime and costs nothing.
    case free
    /// Minutes of downtime a year saved for each unit of cost a year, above 0.
    case minutesPerCost(Double)
    /// The unavailability stays the same within a relative 1e-12.
    case savesNothing
    /// The unavailability rises.
    case worsens
  }

  /// A change with what it is worth.
  public struct Entry: Sendable, Hashable {
    /// The change.
    public let improvement: Improvement
    /// Minutes of downtime saved in a year of 365 d, below 0 when it gets worse. Its error is two
    /// roundings of the downtime without the change.
    public let minutesSaved: Double
    /// What it is worth.
    public let worth: Worth
  }

  /// The availability without any change.
  public let base: Probability
  /// The changes, best first.
  public let entries: [Entry]

  /// Ranks changes to a system of availability `base`. Throws
  /// ``AllocationError/improvementCost(_:improvement:)`` and
  /// ``AllocationError/notAProbability(_:where:)``.
  public init(
    base: Probability, _ improvements: [Improvement]
  ) throws(AllocationError) {
    try base.check(at: "the system without changes")
    for improvement in improvements {
      try improvement.availability.check(at: "the improvement '\(improvement.name)'")
      guard improvement.cost.isFinite, improvement.cost >= 0 else {
        throw .improvementCost(improvement.cost, improvement: improvement.name)
      }
    }
    self.base = base
    entries = Self.ranked(improvements.map { Entry($0, from: base) })
  }

  /// Sorts by rank and worth, then puts runs of equals back in the order given.
  private static func ranked(_ entries: [Entry]) -> [Entry] {
    let sorted = entries.enumerated().sorted {
      ($0.element.rank, -$0.element.merit, $0.offset)
        < ($1.element.rank, -$1.element.merit, $1.offset)
    }
    var runs: [[(offset: Int, element: Entry)]] = []
    for item in sorted {
      if let first = runs.last?.first, first.element.isTied(with: item.element) {
        runs[runs.count - 1].append(item)
      } else {
        runs.append([item])
      }
    }
    return runs.flatMap { $0.sorted { $0.offset < $1.offset }.map(\.element) }
  }
}

extension ImprovementRanking.Entry {
  fileprivate init(_ improvement: Improvement, from base: Probability) {
    let (before, after) = (base.complement, improvement.availability.complement)
    // Near 1 the other tail tells more.
    let saved = before < 0.5 ? before - after : improvement.availability.value - base.value
    let minutes = saved * Window.year.length.converted(to: .minute)
    self.improvement = improvement
    minutesSaved = minutes
    switch Tie.order(before, after) {
    case 0: worth = .savesNothing
    case -1: worth = .worsens
    default:
      worth = improvement.cost > 0 ? .minutesPerCost(minutes / improvement.cost) : .free
    }
  }

  fileprivate var rank: Int {
    switch worth {
    case .free: 0
    case .minutesPerCost: 1
    case .savesNothing: 2
    case .worsens: 3
    }
  }

  /// What the entries of one rank are sorted by, the greatest first.
  fileprivate var merit: Double {
    switch worth {
    case .free, .worsens: minutesSaved
    case .minutesPerCost(let minutes): minutes
    case .savesNothing: 0
    }
  }

  fileprivate func isTied(with other: Self) -> Bool {
    rank == other.rank && Tie.order(abs(merit), abs(other.merit)) == 0
  }
}
