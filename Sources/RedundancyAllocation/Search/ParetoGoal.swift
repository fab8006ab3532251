/// The designs than which none is both as cheap and as available, one for each pair of figures.
struct ParetoGoal: DesignGoal {
  /// Costs rise and unavailabilities fall.
  private(set) var found: [Design] = []

  var aim: GoalAim { .everyTrade }

  func isHopeless(cost: Double, unavailability: Double) -> Bool {
    guard let rival = dearestWithin(cost) else { return false }
    switch Tie.order(rival.unavailability, unavailability) {
    case 1: return false
    case 0: return Tie.order(rival.cost, cost) < 0
    default: return true
    }
  }

  func ceiling(cost: Double) -> Double {
    dearestWithin(cost)?.unavailability ?? .infinity
  }

  mutating func offer(_ design: Design) {
    guard !isHopeless(cost: design.cost, unavailability: design.unavailability) else { return }
    if let rival = dearestWithin(design.cost), isTwin(rival, design),
      rival.options.lexicographicallyPrecedes(design.options)
    {
      return
    }
    insert(design)
  }

  func priority(cost: Double, unavailability: Double) -> (Double, Double) {
    (cost, unavailability)
  }

  /// Puts a design in its place, and takes out those that it makes pointless.
  private mutating func insert(_ design: Design) {
    let start = firstIndex { Tie.order($0.cost, design.cost) >= 0 }
    var end = start
    while end < found.count, Tie.isWithin(design.unavailability, found[end].unavailability) {
      end += 1
    }
    found.replaceSubrange(start..<end, with: [design])
  }

  private func isTwin(_ left: Design, _ right: Design) -> Bool {
    Tie.order(left.cost, right.cost) == 0
      && Tie.order(left.unavailability, right.unavailability) == 0
  }

  /// The dearest, hence the most available, of those that cost no more than `cost`.
  private func dearestWithin(_ cost: Double) -> Design? {
    let end = firstIndex { !Tie.isWithin($0.cost, cost) }
    return end > 0 ? found[end - 1] : nil
  }

  /// The first index from which on a condition holds, by bisection.
  private func firstIndex(where holds: (Design) -> Bool) -> Int {
    var (low, high) = (0, found.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(found[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
