import Quantities
import Topology

/// Looks at the designs of a space, the better ones of those that are left first, or, where a failure
/// rules out all that is part of it, those that halve what is left.
struct SizingSearch {
  private let sizing: Sizing
  /// The designs in the order of the objective.
  private var designs: [SizingDesign]
  private var looks = 0
  private var lookedAt: [Int: SizingCandidate] = [:]
  private var flawed: [SizingCandidate]
  private let unpriced: [String]
  private var beyondBudget = 0
  /// Failed designs of which none is part of another.
  private var failures: [Int] = []
  private var isInterrupted = false

  init(_ sizing: Sizing) throws(SizingError) {
    self.sizing = sizing
    let space = try SizingSpace(sizing)
    designs = space.designs
    flawed = space.flawed
    unpriced = space.unpriced
    isInterrupted = space.isInterrupted
  }

  mutating func answer(
    progress: (@Sendable (SizingCandidate) -> Void)?
  ) async throws(SizingError) -> SizingAnswer {
    if case .front(let name) = sizing.objective { return try await front(of: name, progress) }
    try await rankByDowntime()
    var open = withinBudget()
    if let last = open.last, open.count > Self.fewDesigns, try await isHopeless(last) {
      open = [last]
    }
    var best: Int?
    while let next = self.next(open) {
      if Task.isCancelled { isInterrupted = true }
      if isInterrupted { break }
      open.removeAll { $0 == next }
      if failures.contains(where: { isRuledOut(next, by: $0) }) { continue }
      let candidate = try await look(at: next)
      progress?(candidate)
      switch candidate.isMet {
      case true?:
        best = next
        open.removeAll { $0 > next }
      case false?: note(failure: next, &open)
      case nil: break
      }
    }
    return try await answer(best)
  }

  /// Among fewer designs than this nothing is gained by looking for what none can do without.
  private static let fewDesigns = 64

  /// True where something that is the same in all designs keeps one of the exact conditions from being
  /// met, whatever the design.
  private func isHopeless(_ place: Int) async throws(SizingError) -> Bool {
    let finder = LimitFinder(
      topology: designs[place].topology, others: designs.map(\.topology), demands: sizing.demands,
      request: sizing.request, error: 0.05)
    for condition in sizing.conditions where condition.isOfTheLongRun {
      if try await finder.fixedLimit(condition, isExact: true) != nil { return true }
    }
    return false
  }

  /// The designs that no other one beats in both cost and downtime, of those that meet the conditions:
  /// going up in cost, each that is better than all before.
  private mutating func front(
    of name: String, _ progress: (@Sendable (SizingCandidate) -> Void)?
  ) async throws(SizingError) -> SizingAnswer {
    var front: [SizingCandidate] = []
    var least = Double.infinity
    let losses = try unavailabilities(of: name, in: withinBudget())
    let ranked = losses.indices.sorted {
      (designs[$0].price, losses[$0], $0) < (designs[$1].price, losses[$1], $1)
    }
    for place in ranked where losses[place] < least * (1 - 1e-12) {
      if Task.isCancelled { isInterrupted = true }
      guard !isInterrupted else { break }
      var candidate = try await look(at: place)
      progress?(candidate)
      guard candidate.isMet == true else { continue }
      least = losses[place]
      candidate.unavailability = least
      lookedAt[place] = candidate
      front.append(candidate)
    }
    return try await answer(nil, front: front)
  }

  /// Exact, of each design of some until the search is ended; infinite for the others.
  private mutating func unavailabilities(
    of name: String, in places: [Int]
  ) throws(SizingError) -> [Double] {
    var losses = [Double](repeating: .infinity, count: designs.count)
    for place in places {
      if Task.isCancelled { isInterrupted = true }
      guard !isInterrupted else { break }
      let design = designs[place]
      let judge = ConditionJudge(
        topology: design.topology, demands: sizing.demands, request: sizing.request, error: 0.05)
      losses[place] = try judge.unavailability(of: name)
    }
    return losses
  }

  /// The designs that cost no more than a condition says; the cheapest of all where none does, so that
  /// its cost is told.
  private mutating func withinBudget() -> [Int] {
    let limits = sizing.conditions.compactMap(\.costLimit)
    let open = designs.indices.filter { place in
      limits.allSatisfy { limit in
        let cost = designs[place].topology.inventory(of: limit.name).cost ?? .none
        return cost.perMonth <= limit.cost.perMonth * (1 + 1e-12)
      }
    }
    beyondBudget = designs.count - open.count
    return open.isEmpty ? cheapest.map { [$0] } ?? [] : open
  }

  private var cheapest: Int? { designs.indices.min { designs[$0].price < designs[$1].price } }

  // MARK: Which design is next

  /// The largest of all first where it holds all others: it tells whether there is any. Then the one in
  /// the middle where failures rule others out, else the best that is left.
  private func next(_ open: [Int]) -> Int? {
    guard let first = open.first, let last = open.last else { return nil }
    guard favoursMore, isChain(open) else { return first }
    return lookedAt.isEmpty ? last : open[open.count / 2]
  }

  private var favoursMore: Bool {
    sizing.conditions.allSatisfy { $0.favoursMore || $0.isOfTheDesign }
  }

  /// True where the designs that are left lie within one another, judged by those at the ends and in
  /// the middle.
  private func isChain(_ open: [Int]) -> Bool {
    guard let first = open.first, let last = open.last, first != last else { return true }
    let middle = open[open.count / 2]
    return designs[first].topology.isPart(of: designs[last].topology)
      && designs[middle].topology.isPart(of: designs[last].topology)
  }

  /// Keeps a failure that rules out others; at once where the designs that are left are a chain, which is
  /// halved so.
  private mutating func note(failure: Int, _ open: inout [Int]) {
    guard lookedAt[failure]?.outcomes.last?.condition.favoursMore ?? false else { return }
    failures.removeAll { designs[$0].topology.isPart(of: designs[failure].topology) }
    failures.append(failure)
    if favoursMore, isChain(open) { open = open.filter { !isRuledOut($0, by: failure) } }
  }

  /// True where a design is part of one that failed, and so fails too.
  private func isRuledOut(_ design: Int, by failed: Int) -> Bool {
    designs[design].topology.isPart(of: designs[failed].topology)
  }

  // MARK: Looking at one

  private mutating func look(at place: Int) async throws(SizingError) -> SizingCandidate {
    var candidate = designs[place].candidate
    looks += 1
    let judge = ConditionJudge(
      topology: designs[place].topology, demands: sizing.demands, request: sizing.request,
      error: 0.05 / Double(looks * (looks + 1) * max(1, sizing.conditions.count)))
    let conditions = sizing.conditions
    for condition in conditions.filter(\.isOfTheDesign) + conditions.filter({ !$0.isOfTheDesign }) {
      candidate.outcomes.append(try await judge.outcome(of: condition))
      if candidate.isMet == false { break }
    }
    lookedAt[place] = candidate
    return candidate
  }

  /// Orders the designs by exact unavailability, where that is the objective.
  private mutating func rankByDowntime() async throws(SizingError) {
    guard case .leastDowntime(let name) = sizing.objective else { return }
    let losses = try unavailabilities(of: name, in: withinBudget())
    designs = losses.indices.sorted { (losses[$0], $0) < (losses[$1], $1) }.map { place in
      var design = designs[place]
      design.candidate.unavailability = losses[place].isFinite ? losses[place] : nil
      return design
    }
  }

  // MARK: The answer

  private mutating func answer(
    _ best: Int?, front: [SizingCandidate] = []
  ) async throws(SizingError) -> SizingAnswer {
    noteCauses()
    let looked = lookedAt.sorted { $0.key < $1.key }
    let undecided = looked.filter { $0.value.isMet == nil && $0.key < best ?? .max }.map(\.value)
    let failed = looked.map(\.value).filter { $0.isMet == false }
    let nearest =
      best == nil && front.isEmpty && undecided.isEmpty ? failed.max(by: Self.isFarther) : nil
    let withoutBudget = nearest == nil ? nil : try await cheapestWithoutBudget()
    let limit = withoutBudget == nil ? try await self.limit(nearest) : nil
    return SizingAnswer(
      variables: sizing.variables, conditions: sizing.conditions, objective: sizing.objective,
      best: best.flatMap { lookedAt[$0] }, front: front, candidates: looked.map(\.value) + flawed,
      space: designs.count + flawed.count, undecided: undecided, nearest: nearest, limit: limit,
      withoutBudget: withoutBudget, seed: sizing.request.simulation.seed,
      isInterrupted: isInterrupted, assumptions: assumptions)
  }

  /// More conditions kept are nearer, then a larger figure of the one that fails.
  private static func isFarther(_ left: SizingCandidate, _ right: SizingCandidate) -> Bool {
    guard left.outcomes.count == right.outcomes.count else {
      return left.outcomes.count < right.outcomes.count
    }
    return left.outcomes.last?.merit ?? 0 < right.outcomes.last?.merit ?? 0
  }

  /// More candidates than this are shown without what their downtime goes with.
  private static let mostCauses = 24

  private mutating func noteCauses() {
    guard lookedAt.count <= Self.mostCauses else { return }
    for (place, candidate) in lookedAt {
      let subject = candidate.outcomes.first { $0.condition.isOfDowntime }?.condition.subject
      guard let subject, sizing.demands[subject] == nil else { continue }
      lookedAt[place]?.mainCause = designs[place].topology.mainCause(of: subject)
    }
  }

  /// What would do if it could cost more, where costs kept designs out.
  private func cheapestWithoutBudget() async throws(SizingError) -> SizingCandidate? {
    guard beyondBudget > 0, !isInterrupted else { return nil }
    let dearer = try Sizing(
      sizing.variables, where: sizing.conditions.filter { $0.costLimit == nil },
      finding: .leastCost, demands: sizing.demands, request: sizing.request, design: sizing.design)
    return try await dearer.run().best
  }

  private func limit(_ nearest: SizingCandidate?) async throws(SizingError) -> SizingLimit? {
    guard let nearest,
      let design = designs.first(where: { $0.candidate.choices == nearest.choices }),
      let outcome = nearest.outcomes.last
    else { return nil }
    return try await LimitFinder(
      topology: design.topology, others: designs.map(\.topology), demands: sizing.demands,
      request: sizing.request, error: 0.05 / Double((looks + 1) * (looks + 2))
    ).limit(outcome)
  }

  private var assumptions: [String] {
    let isSimulated = lookedAt.values.contains { candidate in
      candidate.outcomes.contains { if case .simulated = $0.figure { true } else { false } }
    }
    let costs =
      unpriced.isEmpty
      ? [] : ["costs leave out \(unpriced.joined(separator: ", ")), which have none"]
    let dear =
      beyondBudget > 0 ? ["designs that cost too much: \(beyondBudget)"] : []
    let common =
      dear + costs + [
        "components fail independently of each other, but for what they share",
        "a month is 30 d, a quarter 90 d, a year 365 d; a cost per month is a twelfth of a year's",
      ]
    guard isSimulated else { return ["every candidate is exact"] + common }
    return [
      """
      every candidate is drawn from the same seed, \(sizing.request.simulation.seed); all decisions together are wrong in at most 5 % of \
      runs
      """
    ] + common
  }
}
