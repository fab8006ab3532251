import Quantities
import Topology

/// What carries a flow: pools of members whose capacities add, and the gates that they stand behind.
///
/// The common form of units listed in Swift and of a topology that is a sum of pools; tables and
/// simulations are made from it. A gate is anything without a capacity of its own that takes members
/// down with it: a failure domain, a common cause, a load balancer, two power feeds of which one is
/// enough. All components are independent.
public struct CapacityFleet: Sendable {
  /// Members that fail independently and stand behind the same gates.
  struct Cell: Sendable, Hashable {
    let component: Component
    let members: Int
    /// The gates that must be open for them to be effective, ascending, each once.
    var gates: [Int]
  }

  /// Open while enough of its members are effective.
  struct Gate: Sendable {
    let name: String
    let need: Int
    /// The gates in them come before this one.
    let cells: [Cell]
    /// Whether the only cell stands for a structure that the exact engine answered for: its long-run
    /// figures are right, its single outages aren't exponential.
    let isWhole: Bool
  }

  /// Members of one capacity, which carry nothing while fewer than `need` are effective.
  struct Pool: Sendable {
    let name: String
    let need: Int
    /// A member's capacity in steps, above 0.
    let capacity: Int
    let cells: [Cell]
  }

  /// The unit of the capacities, such as `MW` or `rps`.
  public let unit: String
  /// What a step is: so many units of a power of ten, such that all capacities are whole steps.
  let step: Step
  let gates: [Gate]
  let pools: [Pool]

  /// A step of `whole` × 10^`exponent`.
  struct Step: Sendable, Hashable {
    let whole: Int
    let exponent: Int

    /// The nearest `Double`.
    var double: Double { WholeAmounts.double(whole, exponent) }
  }

  /// Units side by side that share nothing. Throws ``ResourceAdequacyError`` when there are none,
  /// when a count is not above 0, when their rates don't mix, or when their common step is too fine.
  public init(_ units: [CapacityUnit]) throws(ResourceAdequacyError) {
    var draft: [DraftPool] = []
    for unit in units {
      guard unit.count > 0 else { throw .noMembers(unit.name) }
      let cell = Cell(component: unit.component, members: unit.count, gates: [])
      draft.append(DraftPool(name: unit.name, need: 1, capacity: unit.capacity, cells: [cell]))
    }
    try self.init(gates: [], pools: draft)
  }

  /// A pool with its capacity as written.
  struct DraftPool {
    let name: String
    let need: Int
    let capacity: Rate
    let cells: [Cell]
  }

  init(gates: [Gate], pools: [DraftPool]) throws(ResourceAdequacyError) {
    let scale = try CapacityScale(pools.map(\.capacity))
    unit = scale.unit
    step = scale.step
    self.gates = gates
    self.pools = zip(pools, scale.steps).map { pool, capacity in
      Pool(name: pool.name, need: pool.need, capacity: capacity, cells: pool.cells)
    }
  }

  /// The number of members of all pools.
  public var members: Int { pools.reduce(0) { $0 + $1.members } }

  /// All capacity together, in steps; at most 2^53 for more.
  var totalSteps: Int {
    pools.reduce(0) { sum, pool in
      let (product, overflows) = pool.members.multipliedReportingOverflow(by: pool.capacity)
      return overflows ? WholeAmounts.limit : min(sum + product, WholeAmounts.limit)
    }
  }

  /// All components in it: those of pools, then those of gates.
  var components: [(name: String, component: Component)] {
    pools.flatMap { pool in pool.cells.map { (pool.name, $0.component) } }
      + gates.flatMap { gate in gate.cells.map { (gate.name, $0.component) } }
  }

  /// The names of parts whose failures can't be placed in time, each once.
  public var untimed: [String] {
    var names: [String] = []
    for (name, component) in components where component.failureFrequency == nil {
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}

extension CapacityFleet.Pool {
  var members: Int { cells.reduce(0) { $0 + $1.members } }
}
