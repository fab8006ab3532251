/// Exact search over independent choices in series: dynamic programming over partial designs, of
/// which only those stay that no other beats in every sum and whose bound is under a known design's.
///
/// The bound is Lagrangian (``LagrangianBound``). The known design comes from passes that keep
/// only the most promising partial designs at each stage. Morin and Marsten (1976), Branch-and-bound
/// strategies for dynamic programming, Operations Research 24, 611.
struct SeriesSearch<Goal: DesignGoal>: Sendable {
  private let system: SeriesSystem
  private let problem: SeriesProblem
  private let leastFrom: [[Double]]
  private var bound: LagrangianBound
  private(set) var goal: Goal
  /// Partial designs looked at.
  private(set) var examined = 0

  /// How many partial designs are held at once at most.
  static var most: Int { 5_000_000 }
  /// How many partial designs the first pass keeps at each stage.
  private static var firstBeam: Int { 20 }

  init(_ goal: Goal, in system: SeriesSystem, limits: [Double]) {
    self.goal = goal
    self.system = system
    problem = SeriesProblem(system, goal.aim, limits: limits)
    leastFrom = problem.leastFrom
    bound = LagrangianBound.best(for: problem)
  }

  /// Looks at everything that could matter: passes that keep ten times as much as the one before,
  /// until one leaves nothing out.
  mutating func run(_ monitor: inout SearchMonitor) throws(AllocationError) {
    guard problem.hasOptions else { return }
    var beam = problem.objective == nil ? Self.most : Self.firstBeam
    while try !pass(beam: beam, &monitor) { beam *= 10 }
  }

  /// Offers the best of what a beam keeps; true when that is everything that could matter.
  private mutating func pass(
    beam: Int, _ monitor: inout SearchMonitor
  ) throws(AllocationError) -> Bool {
    var levels = [PartialDesigns(width: problem.width)]
    var isComplete = true
    for place in problem.stages.indices {
      let next = try continued(levels[place], by: place, &monitor)
      guard next.count > 0 else { return isComplete }
      isComplete = isComplete && next.count <= beam
      levels.append(next.count <= beam ? next : next.best(beam, bound.prices))
    }
    for end in 0..<levels[levels.count - 1].count { goal.offer(design(endingAt: end, levels)) }
    return isComplete
  }

  private mutating func continued(
    _ level: PartialDesigns, by place: Int, _ monitor: inout SearchMonitor
  ) throws(AllocationError) -> PartialDesigns {
    try monitor.lookNow(examined: examined, best: goal.found.last, bound: bound.value)
    let all = level.continued(
      by: problem.stages[place], bound.prices, limits: problem.limits, rest: leastFrom[place + 1],
      ceiling: ceiling - bound.leastFrom[place + 1], most: Self.most)
    guard let all else {
      try monitor.lookNow(examined: examined, best: goal.found.last, bound: bound.value)
      throw .tooManyPartialDesigns(most: Self.most)
    }
    examined += all.count
    return all.undominated(width: problem.width)
  }

  /// What the priced sums of a design that matters can't exceed: the objective of the best known
  /// one, with room for ties and for roundings, and the allowance.
  private var ceiling: Double {
    guard let objective = problem.objective, let best = goal.found.last else { return .infinity }
    let value = objective == 0 ? best.cost : Loss.of(best.availability)
    return problem.loosened(value) + bound.allowance
      + Tie.tolerance * (value + bound.leastFrom[0])
  }

  /// The design that the partial designs of all stages lead to.
  private func design(endingAt end: Int, _ levels: [PartialDesigns]) -> Design {
    var options: [Int] = []
    var row = end
    for place in problem.stages.indices.reversed() {
      let level = levels[place + 1]
      options.append(problem.stages[place].options[Int(level.options[row])])
      row = Int(level.parents[row])
    }
    options.reverse()
    return Design(options, of: system.space, system.availability(of: options))
  }
}
