import Quantities
import RandomStreams
import StructureFunctions
import Topology

/// How the single components of a network live: the few different lives, and whose is which.
struct ComponentLives: Sendable {
  /// The different lives.
  private(set) var lives: [ComponentLife] = []
  /// For each component its life.
  private(set) var lifeOfComponent: [Int32] = []
  /// Components that fail.
  private(set) var failing: [Int] = []
  /// Components that are down for good.
  private(set) var alwaysDown: [Int] = []
  /// The standard variates in use.
  var laws = LawCatalogue()
  /// The names of components whose restoration time is not known and stood in for.
  private(set) var untimed: [String] = []

  /// `standIn`: the mean restoration of components that are known by their availability alone, where no
  /// part with a history reads them; nil for none. Throws ``SimulationError/untimed(_:)``.
  init(_ network: ComponentNetwork, standIn: Duration? = nil) throws(SimulationError) {
    let untimed = network.rows.indices.filter {
      network.rows[$0].component.failureFrequency == nil
    }
    let refused = standIn == nil ? untimed : network.rowsWithReaders(among: untimed)
    guard refused.isEmpty else {
      throw .untimed(Self.distinctNames(refused.map { network.rows[$0] }))
    }
    self.untimed = Self.distinctNames(untimed.map { network.rows[$0] })
    var known: [Component: Int32] = [:]
    let lifeOfRow = network.rows.map { row in
      if let life = known[row.component] { return life }
      let life = add(row.component.timed(standIn))
      known[row.component] = life
      return life
    }
    lifeOfComponent = network.rowOfComponent.map { lifeOfRow[$0] }
    let coupled = network.coupledComponents
    if !coupled.isEmpty {
      // What depends on others in time is drawn with them.
      let none = add(.perfect)
      for component in coupled { lifeOfComponent[component] = none }
    }
    for component in lifeOfComponent.indices {
      if self[component].rate > 0 { failing.append(component) }
      if self[component].isAlwaysDown { alwaysDown.append(component) }
    }
  }

  private static func distinctNames(_ rows: [ComponentRow]) -> [String] {
    var names: [String] = []
    for row in rows where !names.contains(row.name) { names.append(row.name) }
    return names
  }

  private mutating func add(_ component: Component) -> Int32 {
    var life = ComponentLife(component)
    life.place(component, in: &laws)
    lives.append(life)
    return Int32(lives.count - 1)
  }

  subscript(component: Int) -> ComponentLife { lives[Int(lifeOfComponent[component])] }

  /// True when no up time has a memory.
  var areUptimesExponential: Bool { failing.allSatisfy { self[$0].isUptimeExponential } }

  /// Failures a nanosecond of all components together, were they always up.
  var totalRate: Double { failing.reduce(0) { $0 + self[$1].rate } }

  /// Failures a nanosecond of all components together in the long run.
  var failureRate: Double {
    failing.reduce(0) { $0 + self[$1].rate * (1 - self[$1].unavailability) }
  }
}

extension ComponentNetwork {
  /// Of some rows those with a component that a part with a history reads.
  fileprivate func rowsWithReaders(among rows: [Int]) -> [Int] {
    guard !rows.isEmpty else { return [] }
    let operands = timedParts.flatMap { $0.operands.flatMap(\.roots) }
    let read = Set(restricted(to: operands).components.map { rowOfComponent[$0] })
    return rows.filter(read.contains)
  }
}

extension Component {
  /// With a restoration time that stands in where none is known.
  fileprivate func timed(_ standIn: Duration?) -> Component {
    guard failureFrequency == nil, let standIn else { return self }
    return (try? Component(availability: availability, mttr: .exponential(mean: standIn))) ?? self
  }
}
