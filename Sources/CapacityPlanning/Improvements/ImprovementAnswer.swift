import Quantities
import RedundancyAllocation
import ResourceAdequacy
import Topology

/// What to fix first: single changes by what they save. Exact.
public struct ImprovementAnswer: Sendable {
  /// One change.
  public struct Row: Sendable, Hashable {
    /// What is changed.
    public let change: Change
    /// The long-run availability with it, both tails.
    public let availability: Probability
    /// What it costs more; nil where that isn't known.
    public let cost: Cost?
    /// Minutes of downtime saved in a month of 30 d, below 0 where it gets worse.
    public let minutesSavedPerMonth: Double
    /// Minutes saved in a month for a unit of cost in a month; nil where the cost isn't known or nothing.
    public let minutesPerCost: Double?
  }

  /// What was asked about.
  public let name: String
  /// Its availability as it is.
  public let availability: Probability
  /// Changes with a cost, the most minutes for it first, those that help for nothing above them.
  public let priced: [Row]
  /// Changes whose cost isn't known, the most minutes saved first.
  public let unpriced: [Row]
  /// What the figures rest on, a sentence each.
  public let assumptions: [String]

  /// The answer about `name`; `demands` are those over time of definitions whose demand varies. Cost: an exact
  /// answer for each change. Throws ``SizingError`` where the exact engine can't tell.
  public init(
    _ topology: Topology, of name: String, demands: [String: DemandProfile] = [:],
    assuming assumptions: [String] = []
  ) throws(SizingError) {
    func availability(_ topology: Topology) throws(SizingError) -> Probability {
      try ConditionJudge(
        topology: topology, demands: demands, request: SizingRequest(), error: 0.05
      ).availability(of: name)
    }
    let base = try availability(topology)
    let cost = topology.inventory(of: name).cost
    var priced: [Improvement] = []
    var changes: [String: (change: Change, cost: Cost?)] = [:]
    var unpriced: [Improvement] = []
    for possible in topology.changes(helping: name) {
      let change = possible.change
      let up = try availability(possible.topology)
      let more =
        possible.isPriced ? cost?.increase(to: possible.topology.inventory(of: name).cost) : nil
      changes[change.text] = (change, more)
      let improvement = Improvement(change.text, cost: more?.perYear ?? 0, up)
      if more == nil { unpriced.append(improvement) } else { priced.append(improvement) }
    }
    self.name = name
    self.availability = base
    let unnamed = topology.partsWithoutName(beneath: name)
    self.assumptions =
      (unnamed.isEmpty
        ? []
        : ["parts without a name of their own are left out, in \(unnamed.joined(separator: ", "))"])
      + [
        "each change alone; what is added is alike, and fails as its group does",
        "a month is 30 d; long-run figures, worked out exactly",
      ] + assumptions
    self.priced = try Self.rows(base, priced, changes)
    self.unpriced = try Self.rows(base, unpriced, changes)
  }

  private static func rows(
    _ base: Probability, _ improvements: [Improvement],
    _ changes: [String: (change: Change, cost: Cost?)]
  ) throws(SizingError) -> [Row] {
    do throws(AllocationError) {
      return try ImprovementRanking(base: base, improvements).entries.compactMap { entry in
        changes[entry.improvement.name].map { Row(entry, $0.change, $0.cost) }
      }
    } catch {
      throw .unanswerable(error.description)
    }
  }
}

extension ImprovementAnswer.Row {
  /// Minutes a year for a cost a year are minutes a month for a cost a month, but that a month of 30 d
  /// is less than a twelfth of a year.
  fileprivate init(_ entry: ImprovementRanking.Entry, _ change: Change, _ cost: Cost?) {
    let months = Duration.years(1).seconds / Window.month.length.seconds
    self.change = change
    self.cost = cost
    availability = entry.improvement.availability
    minutesSavedPerMonth = entry.minutesSaved / months
    minutesPerCost = cost.flatMap { cost in
      cost.perMonth > 0 ? entry.minutesSaved / months / cost.perMonth : nil
    }
  }
}

extension Cost {
  /// What another costs more; nil where that isn't known.
  fileprivate func increase(to after: Cost?) -> Cost? {
    after.flatMap { try? Cost(perMonth: max(0, $0.perMonth - perMonth)) }
  }
}
