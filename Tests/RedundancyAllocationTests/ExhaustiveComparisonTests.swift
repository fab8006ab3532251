import Quantities
import RedundancyAllocation
import Testing

@Suite("Searches against a look at every design")
struct ExhaustiveComparisonTests {
  /// Compares all three questions, targets and limits being those of designs, so that ties occur.
  private func compare(
    _ search: DesignSearch, _ exhaustive: ExhaustiveSearch, from random: inout SplitMix,
    isFirst: Bool = false
  ) async throws {
    let pick = try #require(exhaustive.all.randomElement(using: &random))
    let limits = pick.uses.map { Bool.random(using: &random) ? $0 : .infinity }
    let target = Probability(uncheckedValue: 1, complement: pick.unavailability)
    let cheapest = try await search.cheapest(
      meeting: target, within: ResourceLimits(uses: limits)
    ).design
    let best = try await search.mostAvailable(
      within: ResourceLimits(cost: pick.cost, uses: limits)
    ).design
    let front = try await search.paretoFront(within: ResourceLimits(uses: limits)).designs
    let expected = [
      try #require(exhaustive.cheapest(target: pick.unavailability, uses: limits)),
      try #require(exhaustive.mostAvailable(cost: pick.cost, uses: limits)),
    ]
    agree([cheapest, best], expected)
    agree(front, exhaustive.front(uses: limits))
    if isFirst { #expect([cheapest, best].map(\.options) == expected.map(\.options)) }
  }

  private func agree(_ designs: [Design], _ expected: [ExhaustiveSearch.Figures]) {
    #expect(designs.count == expected.count)
    for (design, figures) in zip(designs, expected) {
      #expect(ExhaustiveSearch.areEqual(design.cost, figures.cost))
      #expect(ExhaustiveSearch.areEqual(design.unavailability, figures.unavailability))
    }
  }

  @Test("100 series of independent choices", arguments: [11, 12, 13, 14])
  func series(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    for round in 0..<25 {
      let problem = try RandomProblem(
        Int.random(in: 1...6, using: &random), isOrdered: false, resources: round % 4, from: &random
      )
      let system = try SeriesSystem(problem.space, availabilities: problem.chances)
      let exhaustive = ExhaustiveSearch(problem.space) { system.availability(of: $0) }
      try await compare(DesignSearch(system), exhaustive, from: &random)
      try await compare(
        DesignSearch(problem.space, system.evaluation), exhaustive, from: &random, isFirst: true)
    }
  }

  @Test("40 series of mixes of units, of which one or two are needed", arguments: [41, 42])
  func mixes(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<20 {
      let problem = try RandomProblem(
        Int.random(in: 1...3, using: &random), isOrdered: false, from: &random)
      let need = Int.random(in: 1...2, using: &random)
      let system = try Subsystem.series(
        problem.subsystems(need: need), resources: problem.space.resources)
      let full = try problem.mixes(need: need)
      let exhaustive = ExhaustiveSearch(full.space) { full.availability(of: $0) }
      try await compare(DesignSearch(system), exhaustive, from: &random)
    }
  }

  @Test("80 bridges, ordered and not", arguments: [21, 22, 23, 24])
  func bridges(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    for round in 0..<20 {
      let problem = try RandomProblem(5, isOrdered: round % 2 == 0, from: &random)
      try await compareBlackBox(problem, RandomProblem.bridge, from: &random)
    }
  }

  @Test("80 groups of which k are needed, ordered and not", arguments: [31, 32, 33, 34])
  func groups(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    for round in 0..<20 {
      let count = Int.random(in: 2...5, using: &random)
      let need = Int.random(in: 1...count, using: &random)
      let problem = try RandomProblem(count, isOrdered: round % 2 == 0, from: &random)
      try await compareBlackBox(
        problem, { $0.reduce(0) { $0 + ($1 ? 1 : 0) } >= need }, from: &random)
    }
  }

  private func compareBlackBox(
    _ problem: RandomProblem, _ works: @escaping @Sendable ([Bool]) -> Bool,
    from random: inout SplitMix
  ) async throws {
    let evaluation = problem.evaluation(works)
    let exhaustive = try ExhaustiveSearch(problem.space, evaluation.availability)
    try await compare(
      DesignSearch(problem.space, evaluation), exhaustive, from: &random, isFirst: true)
  }
}
