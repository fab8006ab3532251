/// The law of what zones deliver that share a demand equally, with or without a cascade.
///
/// With j zones left each gets demand / j and must have at least t(j) of capacity, which falls as j
/// grows. The weakest fails first, so that exactly j survive when j have t(j) or more and, for
/// every i > j, fewer than i have t(i) or more. So the states of a zone fall in classes between the
/// t(i), and choices of classes are counted by kinds of zones.
struct SurvivingZones {
  let kinds: [ZoneKind]
  let demand: Double
  let overload: Overload
  private var zones: Int { kinds.reduce(0) { $0 + $1.zones } }

  init(kinds: [ZoneKind], demand: Double, overload: Overload) {
    self.kinds = kinds
    self.demand = demand
    self.overload = overload
  }

  /// The law of the sum. Cost: for each choice of survivors by kind the products of their laws.
  /// Throws ``FleetError/tooLarge(operations:most:)``.
  func delivered() throws(FleetError) -> AmountLaw {
    let choices = kinds.reduce(1.0) { $0 * Double($1.zones + 1) }
    try Fleet.checkSize(choices * choices * choices * Double(zones) * 10)
    var laws: [AmountLaw] = []
    for survivors in Self.choices(kinds.map(\.zones)) {
      let number = survivors.reduce(0, +)
      let others = failing(zip(kinds, survivors).map { $0.zones - $1 }, besides: number)
      guard others > 0 else { continue }
      laws.append(try surviving(survivors, number).times(others))
    }
    return AmountLaw.mixture(laws)
  }

  /// Every number of zones of each kind.
  private static func choices(_ most: [Int]) -> [[Int]] {
    most.reduce([[]]) { choices, most in
      choices.flatMap { choice in (0...most).map { choice + [$0] } }
    }
  }

  /// True when so many instances keep a zone of a kind alive among so many zones.
  private func survives(_ count: Int, _ kind: ZoneKind, among number: Int) -> Bool {
    guard count > 0 else { return false }
    let capacity = Double(count) * kind.capacity
    return capacity.covers(overload.needed(for: demand / Double(number)))
  }

  /// What the survivors deliver, with the chance that these zones survive among so many.
  private func surviving(_ survivors: [Int], _ number: Int) throws(FleetError) -> AmountLaw {
    let share = demand / Double(max(number, 1))
    var law = AmountLaw.nothing
    for (kind, count) in zip(kinds, survivors) where count > 0 {
      let one = AmountLaw(
        kind.counts.enumerated().filter { survives($0.offset, kind, among: number) }.map {
          AmountLaw.Point(amount: min(Double($0) * kind.capacity, share), chance: $1)
        })
      for _ in 0..<count {
        try Fleet.checkSize(100 * Double(law.points.count) * Double(one.points.count))
        law = law.plus(one)
      }
      law = law.times(Self.choose(kind.zones, count))
    }
    return law
  }

  /// The chance that the other zones, so many of each kind, all fail or are empty besides `number`
  /// survivors.
  private func failing(_ others: [Int], besides number: Int) -> Double {
    var states: [[Int]: Double] = [others: 1]
    for level in stride(from: number + 1, through: zones, by: 1) {
      states = settle(states, at: level) { others.reduce(0, +) - $0 < level - number }
    }
    let empty = kinds.map { chance(ofClassBelow: zones, $0) }
    return Self.ordered(states).reduce(0) { sum, state in
      sum + zip(empty, state.key).reduce(state.value) { $0 * Self.power($1.0, $1.1) }
    }
  }

  /// Chooses among the zones not yet in a class those that survive among `level` and not among one
  /// fewer; keeps the states whose number of zones left is allowed.
  private func settle(
    _ states: [[Int]: Double], at level: Int, allowed: (Int) -> Bool
  ) -> [[Int]: Double] {
    let chances = kinds.map { chance(ofClassAt: level, $0) }
    var next: [[Int]: Double] = [:]
    for (left, chance) in Self.ordered(states) {
      for chosen in Self.choices(left) {
        let rest = zip(left, chosen).map { $0 - $1 }
        guard allowed(rest.reduce(0, +)) else { continue }
        var weight = chance
        for (kind, number) in chosen.enumerated() {
          weight *= Self.choose(left[kind], number) * Self.power(chances[kind], number)
        }
        if weight > 0 { next[rest, default: 0] += weight }
      }
    }
    return next
  }

  /// In an order that no hash decides, so that equal questions have equal answers to the last bit.
  private static func ordered(_ states: [[Int]: Double]) -> [(key: [Int], value: Double)] {
    states.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// P(a zone survives among `level` zones but not among one fewer).
  private func chance(ofClassAt level: Int, _ kind: ZoneKind) -> Double {
    kind.counts.enumerated().reduce(0) {
      let count = $1.offset
      let isHere =
        survives(count, kind, among: level)
        && (level == 1 || !survives(count, kind, among: level - 1))
      return $0 + (isHere ? $1.element : 0)
    }
  }

  /// P(a zone fails even among all zones, or is empty).
  private func chance(ofClassBelow level: Int, _ kind: ZoneKind) -> Double {
    kind.counts.enumerated().reduce(0) {
      $0 + (survives($1.offset, kind, among: level) ? 0 : $1.element)
    }
  }

  private static func choose(_ members: Int, _ chosen: Int) -> Double {
    (0..<chosen).reduce(1) { $0 * Double(members - $1) / Double($1 + 1) }
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { value, _ in value * base }
  }
}
