import Quantities

/// The figures that a goal weighs, for searches that work on sums of them.
enum GoalAim: Sendable, Hashable {
  /// The least cost with an unavailability of at most this.
  case leastCost(unavailability: Double)
  /// The least unavailability.
  case leastUnavailability
  /// Every trade of the one for the other.
  case everyTrade
}

/// What a search looks for. It sees designs one by one and says which others can't matter any more.
protocol DesignGoal: Sendable {
  /// The figures weighed.
  var aim: GoalAim { get }

  /// The designs found so far, cheapest first.
  var found: [Design] { get }

  /// Whether no design with at least this cost and at least this unavailability could matter.
  func isHopeless(cost: Double, unavailability: Double) -> Bool

  /// No design with at least this cost and a greater unavailability could matter.
  func ceiling(cost: Double) -> Double

  /// Considers a design that keeps to the limits.
  mutating func offer(_ design: Design)

  /// What is looked at first: the sets of designs with the least of it.
  func priority(cost: Double, unavailability: Double) -> (Double, Double)
}

extension Design {
  /// Whether this one comes first by `keys`, each as in ``Tie``, then by the options' order.
  func precedes(_ other: Design, by keys: [KeyPath<Design, Double>]) -> Bool {
    for key in keys {
      let order = Tie.order(self[keyPath: key], other[keyPath: key])
      if order != 0 { return order < 0 }
    }
    return options.lexicographicallyPrecedes(other.options)
  }
}

/// The cheapest design whose unavailability is at most the target's; of equally cheap ones the most
/// available.
struct CheapestGoal: DesignGoal {
  let target: Double
  private(set) var best: Design?

  var aim: GoalAim { .leastCost(unavailability: target) }

  var found: [Design] { best.map { [$0] } ?? [] }

  func isHopeless(cost: Double, unavailability: Double) -> Bool {
    guard Tie.isWithin(unavailability, target) else { return true }
    guard let best else { return false }
    let order = Tie.order(cost, best.cost)
    return order > 0 || order == 0 && Tie.order(unavailability, best.unavailability) > 0
  }

  func ceiling(cost: Double) -> Double { target }

  mutating func offer(_ design: Design) {
    guard Tie.isWithin(design.unavailability, target) else { return }
    if let best, !design.precedes(best, by: [\.cost, \.unavailability]) { return }
    best = design
  }

  func priority(cost: Double, unavailability: Double) -> (Double, Double) {
    (cost, unavailability)
  }
}

/// The most available design; of equally available ones the cheapest.
struct MostAvailableGoal: DesignGoal {
  private(set) var best: Design?

  var aim: GoalAim { .leastUnavailability }

  var found: [Design] { best.map { [$0] } ?? [] }

  func isHopeless(cost: Double, unavailability: Double) -> Bool {
    guard let best else { return false }
    let order = Tie.order(unavailability, best.unavailability)
    return order > 0 || order == 0 && Tie.order(cost, best.cost) > 0
  }

  func ceiling(cost: Double) -> Double { best?.unavailability ?? .infinity }

  mutating func offer(_ design: Design) {
    if let best, !design.precedes(best, by: [\.unavailability, \.cost]) { return }
    best = design
  }

  func priority(cost: Double, unavailability: Double) -> (Double, Double) {
    (unavailability, cost)
  }
}
