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

  /// Throws ``SimulationError/untimed(_:)``.
  init(_ network: ComponentNetwork) throws(SimulationError) {
    let untimed = network.rows.filter { $0.component.failureFrequency == nil }
    guard untimed.isEmpty else { throw .untimed(Self.distinctNames(untimed)) }
    var known: [Component: Int32] = [:]
    let lifeOfRow = network.rows.map { row in
      if let life = known[row.component] { return life }
      let life = add(ComponentLife(row.component))
      known[row.component] = life
      return life
    }
    lifeOfComponent = network.rowOfComponent.map { lifeOfRow[$0] }
    let coupled = network.coupledComponents
    if !coupled.isEmpty {
      // What depends on others in time is drawn with them.
      let none = add(ComponentLife(.perfect))
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

  private mutating func add(_ life: ComponentLife) -> Int32 {
    var life = life
    life.place { laws.buffer(of: $0) }
    lives.append(life)
    return Int32(lives.count - 1)
  }

  subscript(component: Int) -> ComponentLife { lives[Int(lifeOfComponent[component])] }

  /// True when no up time has a memory.
  var areUptimesExponential: Bool { lives.allSatisfy { $0.rate == 0 || $0.isUptimeExponential } }

  /// Failures a nanosecond of all components together, were they always up.
  var totalRate: Double { failing.reduce(0) { $0 + self[$1].rate } }

  /// Failures a nanosecond of all components together in the long run.
  var failureRate: Double {
    failing.reduce(0) { $0 + self[$1].rate * (1 - self[$1].unavailability) }
  }
}
