import Quantities

/// Branch and bound over designs that only an evaluation can tell apart, best branch first.
///
/// The bound of a branch is the availability of its best completion: the best option of each ordered
/// choice that the limits still allow. Without ordered choices this goes through all designs in the
/// order of their costs.
///
/// Lawler and Wood (1966), Branch-and-bound methods, Operations Research 14, 699: the branch with the
/// best bound first.
struct BestFirstSearch<Goal: DesignGoal>: Sendable {
  private let space: DesignSpace
  private let evaluation: DesignEvaluation
  private let limits: [Double]
  private var sequence: DecisionSequence
  private var heap = BinaryHeap<DesignBranch>()
  /// Availabilities by the designs' numbers.
  private(set) var evaluated: [Int: Probability]
  private(set) var goal: Goal

  init(
    _ goal: Goal, in space: DesignSpace, _ evaluation: DesignEvaluation, limits: [Double],
    known: [Int: Probability]
  ) {
    self.goal = goal
    self.space = space
    self.evaluation = evaluation
    self.limits = limits
    evaluated = known
    sequence = DecisionSequence(space)
  }

  /// Designs evaluated.
  var examined: Int { evaluated.count }

  /// Looks until no branch is left that could matter.
  mutating func run(_ monitor: inout SearchMonitor) throws(AllocationError) {
    try leaveOutHopelessOptions()
    push(depth: 0, code: 0, [], unavailability: 0, isBounded: false)
    while let branch = heap.pop() {
      try monitor.look(examined: examined, best: goal.found.last, bound: branch.priority.0)
      guard !goal.isHopeless(cost: branch.cost, unavailability: branch.unavailability) else {
        continue
      }
      if branch.depth >= sequence.firstOrdered, !branch.isBounded {
        try bound(branch)
      } else if branch.depth < sequence.count {
        try divide(branch)
      }
    }
  }

  /// Evaluates the best completion of a branch, which is a design of its own, and puts the branch
  /// back by what was found.
  private mutating func bound(_ branch: DesignBranch) throws(AllocationError) {
    let prefix = sequence.prefix(of: branch)
    let completion = sequence.completion(of: prefix, within: limits)
    let availability = try availability(of: completion)
    // The order that was declared is what makes a bound a bound.
    guard branch.unavailability <= availability.complement * (1 + 1e-9) else {
      throw notOrdered(completion)
    }
    offer(completion, availability)
    guard branch.depth < sequence.count else { return }
    push(
      depth: branch.depth, code: branch.code, prefix,
      unavailability: max(branch.unavailability, availability.complement), isBounded: true)
  }

  private mutating func divide(_ branch: DesignBranch) throws(AllocationError) {
    let prefix = sequence.prefix(of: branch)
    let count = sequence.counts[branch.depth]
    let first = try firstHopeful(at: branch.depth, after: prefix, cost: branch.cost)
    for option in first..<count {
      push(
        depth: branch.depth + 1, code: branch.code * count + option, prefix + [option],
        unavailability: branch.unavailability, isBounded: false)
    }
  }

  /// Adds a branch unless it breaks a limit or can't matter.
  private mutating func push(
    depth: Int, code: Int, _ prefix: [Int], unavailability: Double, isBounded: Bool
  ) {
    let demands = sequence.demands(of: prefix)
    guard isWithinLimits(demands),
      !goal.isHopeless(cost: demands[0], unavailability: unavailability)
    else { return }
    heap.push(
      DesignBranch(
        depth: depth, code: code, cost: demands[0], unavailability: unavailability,
        isBounded: isBounded,
        priority: goal.priority(cost: demands[0], unavailability: unavailability)))
  }

  private func isWithinLimits(_ demands: [Double]) -> Bool {
    demands.indices.allSatisfy { Tie.isWithin(demands[$0], limits[$0]) }
  }
}

extension BestFirstSearch {
  /// The options that miss a target even with the best of all other choices are left out from the
  /// start, so that the least costs rise.
  private mutating func leaveOutHopelessOptions() throws(AllocationError) {
    guard sequence.firstOrdered == 0 else { return }
    var firstOptions: [Int] = []
    for place in 0..<sequence.count {
      firstOptions.append(try firstHopeful(at: place, after: [], cost: 0))
    }
    guard zip(firstOptions, sequence.counts).allSatisfy({ $0 < $1 }) else { return }
    sequence.raise(firstOptions: firstOptions)
  }

  /// The first option of an ordered choice with which the best completion of `prefix` could matter,
  /// by bisection; the number of options when none could. No design of `prefix` costs less than
  /// `cost`.
  private mutating func firstHopeful(
    at place: Int, after prefix: [Int], cost: Double
  ) throws(AllocationError) -> Int {
    var (low, high) = (sequence.firstOptions[place], sequence.counts[place])
    let ceiling = goal.ceiling(cost: cost)
    guard place >= sequence.firstOrdered, ceiling < .infinity else { return low }
    var options = sequence.completion(of: prefix, within: limits)
    while low < high {
      options[place] = (low + high) / 2
      if Tie.isWithin(try availability(of: options).complement, ceiling) {
        high = options[place]
      } else {
        low = options[place] + 1
      }
    }
    return low
  }

  /// Looks a design up, or evaluates it.
  private mutating func availability(
    of options: [Int]
  ) throws(AllocationError) -> Probability {
    let number = sequence.number(of: options)
    if let known = evaluated[number] { return known }
    let found = try evaluation.checked(sequence.inOrderOfSpace(options), in: space)
    evaluated[number] = found
    return found
  }

  private mutating func offer(_ options: [Int], _ availability: Probability) {
    let demands = sequence.demands(of: options)
    guard isWithinLimits(demands),
      !goal.isHopeless(cost: demands[0], unavailability: availability.complement)
    else { return }
    goal.offer(Design(sequence.inOrderOfSpace(options), of: space, availability))
  }

  private func notOrdered(_ options: [Int]) -> AllocationError {
    .notOrdered(
      design: Design(sequence.inOrderOfSpace(options), of: space, .impossible).description,
      choices: space.choices.filter(\.isOrdered).map(\.name))
  }
}
