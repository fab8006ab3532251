import Quantities
import ResourceAdequacy
import Topology

/// What a part of a topology falls short of a demand that varies over time. Exact.
public struct AdequacyAnswer: Sendable {
  /// What was asked about.
  public let name: String
  /// The figures against the demand.
  public let figures: AdequacyFigures
  /// The most that can be delivered, in the figures' unit.
  public let capacity: Double
  /// The mean of the delivered capacity, in the figures' unit.
  public let expectedCapacity: Double
  /// What it costs to run; nil where nothing has a cost.
  public let cost: Cost?
  /// The availability that it is compared with, and as it was written; nil for none.
  public let goal: Probability?
  /// The goal as written.
  public let target: String?
  /// What the figures rest on, a sentence each.
  public let assumptions: [String]

  /// The answer about `name`, whose own demand in the topology is left out. Cost: that of the table. Throws
  /// ``ResourceAdequacyError``.
  public init(
    _ topology: Topology, of name: String, against profile: DemandProfile,
    goal: (availability: Probability, target: String)? = nil, assuming assumptions: [String] = []
  ) throws(ResourceAdequacyError) {
    let table = try CapacityOutageTable(topology, of: name)
    self.name = name
    figures = try AdequacyFigures(table, against: profile)
    capacity = table.states.last?.capacity ?? 0
    expectedCapacity = table.expectedCapacity
    cost = topology.inventory(of: name).cost
    self.goal = goal?.availability
    target = goal?.target
    self.assumptions = Self.assumptions + assumptions
  }

  private static let assumptions = [
    "short means a capacity below the load, however little",
    "capacity is in its long-run state at every load, and independent of the demand",
    "components fail independently of each other, but for what they share",
  ]

  /// Whether the load is met for as large a share of the time as the goal; nil without one. An excess below
  /// one part in 10^12 is rounding.
  public var isMet: Bool? {
    goal.map { figures.met.complement <= $0.complement * (1 + 1e-12) }
  }
}
