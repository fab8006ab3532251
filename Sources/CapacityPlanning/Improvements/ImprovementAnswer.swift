import Assessment
import OutageSimulation
import Quantities
import RedundancyAllocation
import ResourceAdequacy
import Topology

/// What to fix first: single changes by what they save. Exact, or simulated where it must be.
public struct ImprovementAnswer: Sendable {
  /// One change.
  public struct Row: Sendable, Hashable {
    /// What is changed.
    public let change: Change
    /// The share of time in which the system is down with it, 0 to 1; its error is 0 where it is exact.
    public let unavailability: Estimate
    /// What it costs more; nil where that isn't known.
    public let cost: Cost?
    /// Minutes of downtime saved in a month of 30 d, below 0 where it gets worse; the error is 0 where both
    /// figures are exact, else it is bounded by the sum of theirs.
    public let minutesSavedPerMonth: Estimate
    /// Minutes saved in a month for a unit of cost in a month; nil where the cost isn't known or nothing.
    public let minutesPerCost: Double?
  }

  /// What was asked about.
  public let name: String
  /// The share of time in which it is down as it is, 0 to 1; its error is 0 where it is exact.
  public let unavailability: Estimate
  /// Changes with a cost, the most minutes for it first, those that help for nothing above them.
  public let priced: [Row]
  /// Changes whose cost isn't known, the most minutes saved first.
  public let unpriced: [Row]
  /// Changes of which the simulation can't tell whether they help: the 95 % interval of what they save holds
  /// 0.
  public let undecided: [Row]
  /// The simulation of the system as it is; each change has as many replications from the same seed. Nil
  /// where all is exact.
  public let result: SimulationResult?
  /// True where not all changes were tried, since the surrounding task was cancelled.
  public let isInterrupted: Bool
  /// What the figures rest on, a sentence each.
  public let assumptions: [String]

  /// All changes, in the order of what they are worth.
  public var changes: [Row] { priced + unpriced + undecided }

  /// How the figures were obtained.
  public var method: AnswerMethod { result == nil ? .exact : .simulated }

  /// The exact answer about `name`; `demands` are those over time of definitions whose demand varies. Cost: an
  /// exact answer for each change. Throws ``SizingError`` where the exact engine can't tell.
  public init(
    _ topology: Topology, of name: String, demands: [String: DemandProfile] = [:],
    assuming assumptions: [String] = []
  ) throws(SizingError) {
    try self.init(
      topology, of: name, demands: demands,
      base: try ConditionJudge(topology, demands).availability(of: name), assuming: assumptions)
  }

  /// The exact answer where the availability of the system as it is is known. Throws ``SizingError``.
  init(
    _ topology: Topology, of name: String, demands: [String: DemandProfile], base: Probability,
    assuming assumptions: [String]
  ) throws(SizingError) {
    var tried: [TriedChange] = []
    for possible in topology.changes(helping: name) {
      let availability = try ConditionJudge(possible.topology, demands).availability(of: name)
      tried.append(TriedChange(possible, of: name, in: topology, availability))
    }
    try self.init(
      name, base, .exactly(base.complement), tried, undecided: [], nil,
      Self.assumptions(topology, name, "worked out exactly") + assumptions)
  }

  /// Ranks what was tried, but for what is undecided. Throws ``SizingError``.
  init(
    _ name: String, _ base: Probability, _ unavailability: Estimate, _ tried: [TriedChange],
    undecided: [TriedChange], _ result: SimulationResult?, isInterrupted: Bool = false,
    _ assumptions: [String]
  ) throws(SizingError) {
    self.name = name
    self.unavailability = unavailability
    self.result = result
    self.isInterrupted = isInterrupted
    self.assumptions = assumptions
    priced = try Self.rows(base, tried.filter { $0.cost != nil })
    unpriced = try Self.rows(base, tried.filter { $0.cost == nil })
    self.undecided = try Self.rows(base, undecided)
  }

  static func assumptions(_ topology: Topology, _ name: String, _ method: String) -> [String] {
    let unnamed = topology.partsWithoutName(beneath: name)
    return
      (unnamed.isEmpty
      ? []
      : ["parts without a name of their own are left out, in \(unnamed.joined(separator: ", "))"])
      + [
        "each change alone; what is added is alike, and fails as its group does",
        "a month is 30 d; long-run figures, \(method)",
      ]
  }

  private static func rows(
    _ base: Probability, _ tried: [TriedChange]
  ) throws(SizingError) -> [Row] {
    let known = Dictionary(tried.map { ($0.change.text, $0) }) { first, _ in first }
    do throws(AllocationError) {
      return try ImprovementRanking(base: base, tried.map(\.improvement)).entries
        .compactMap { entry in known[entry.improvement.name].map { Row(entry, $0) } }
    } catch {
      throw .unanswerable(error.description)
    }
  }
}

extension ConditionJudge {
  /// One that is asked for figures alone, of which nothing is decided.
  init(_ topology: Topology, _ demands: [String: DemandProfile] = [:]) {
    self.init(topology: topology, demands: demands, request: SizingRequest(), error: 0.05)
  }
}

/// A change, what it costs, and what it comes to.
struct TriedChange {
  let change: Change
  let cost: Cost?
  let availability: Probability
  /// Nil where all is exact.
  let difference: DowntimeDifference?

  init(
    _ possible: PossibleChange, of name: String, in topology: Topology,
    _ availability: Probability, _ difference: DowntimeDifference? = nil
  ) {
    change = possible.change
    let before = possible.isPriced ? topology.inventory(of: name).cost : nil
    cost = before?.increase(to: possible.topology.inventory(of: name).cost)
    self.availability = availability
    self.difference = difference
  }

  var improvement: Improvement {
    Improvement(change.text, cost: cost?.perYear ?? 0, availability)
  }
}

extension ImprovementAnswer.Row {
  /// Minutes a year for a cost a year are minutes a month for a cost a month, but that a month of 30 d
  /// is less than a twelfth of a year.
  fileprivate init(_ entry: ImprovementRanking.Entry, _ tried: TriedChange) {
    let month = Window.month.length
    let minutes = entry.minutesSaved * month.seconds / Duration.years(1).seconds
    change = tried.change
    cost = tried.cost
    unavailability = tried.difference?.second ?? .exactly(tried.availability.complement)
    minutesSavedPerMonth =
      tried.difference?.unavailability.negated.scaled(by: month.converted(to: .minute))
      ?? .exactly(minutes)
    minutesPerCost = tried.cost.flatMap { cost in
      cost.perMonth > 0 ? minutes / cost.perMonth : nil
    }
  }
}

extension Cost {
  /// What another costs more; nil where that isn't known.
  fileprivate func increase(to after: Cost?) -> Cost? {
    after.flatMap { try? Cost(perMonth: max(0, $0.perMonth - perMonth)) }
  }
}
