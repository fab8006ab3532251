import Quantities
import RedundancyAllocation
import Testing

@Suite("What can't be searched is refused by name")
struct RefusalTests {
  private func option(_ name: String, _ cost: Double, _ uses: [Double] = []) -> DesignOption {
    DesignOption(name, cost: cost, uses: uses)
  }

  private func message(_ choices: [DesignChoice], _ resources: [String] = []) -> String {
    do {
      _ = try DesignSpace(choices, resources: resources)
      return "accepted"
    } catch { return error.description }
  }

  @Test("spaces")
  func spaces() {
    let good = option("a", 1)
    #expect(message([]) == "the space has no choices; add at least one with its options")
    #expect(
      message([DesignChoice("web", [])]) == "the choice 'web' has no options; add at least one")
    #expect(
      message([DesignChoice("web", [good, good])])
        == "the choice 'web' has the name 'a' twice; give each a name of its own")
    #expect(
      message([DesignChoice("web", [good]), DesignChoice("web", [good])])
        == "the space has the name 'web' twice; give each a name of its own")
    for cost in [-0.5, .nan, .infinity] {
      #expect(
        message([DesignChoice("web", [option("b", cost)])]).hasPrefix("the option 'b' of 'web'"))
    }
    #expect(
      message([DesignChoice("web", [option("b", 1, [-2])])], ["weight"])
        == "the option 'b' of 'web' has -2.0 as its weight; "
        + "write a finite number that isn't negative")
    #expect(
      message([DesignChoice("web", [good])], ["weight"])
        == "the option 'a' of 'web' says what it uses of 0 resources; the space has 1")
  }

  @Test("more than a million designs to evaluate; choices in series are not limited so")
  func size() async throws {
    let choices = (0..<21).map { choice in
      DesignChoice("\(choice)", (0..<(choice == 4 ? 3 : 2)).map { option("\($0)", Double($0)) })
    }
    let space = try DesignSpace(choices)
    do {
      _ = try DesignSearch(space, DesignEvaluation { _ in .certain })
      Issue.record("accepted")
    } catch {
      #expect(
        error.description
          == "the space has 3145728 designs, and at most 1000000 can be searched by evaluating "
          + "them; narrow '4', which has the most options, or state the choices as independent in "
          + "series")
    }
    let system = try SeriesSystem(
      space, availabilities: choices.map { $0.options.map { _ in .certain } })
    #expect(try await DesignSearch(system).cheapest(meeting: .nines(9)).design.cost == 0)
  }

  private func search(_ availabilities: [Probability]) throws -> DesignSearch {
    let options = availabilities.indices.map { option("\($0)", Double($0 + 1), [1]) }
    let space = try DesignSpace([DesignChoice("web", options)], resources: ["weight"])
    return DesignSearch(try SeriesSystem(space, availabilities: [availabilities]))
  }

  private func message(of question: () async throws(AllocationError) -> DesignFinding) async
    -> String
  {
    do { return try await question().design.description } catch { return error.description }
  }

  @Test("limits")
  func limits() async throws {
    let search = try search([.nines(2), .nines(3)])
    func best(_ limits: ResourceLimits) async -> String {
      await message { () async throws(AllocationError) in
        try await search.mostAvailable(within: limits)
      }
    }
    #expect(await best(ResourceLimits(cost: 2)) == "web = 1")
    #expect(
      await best(ResourceLimits(cost: 0.5)) == "no design keeps to 0.5 of cost: the least is 1")
    #expect(
      await best(ResourceLimits(uses: [0])) == "no design keeps to 0 of weight: the least is 1")
    #expect(
      await best(ResourceLimits(cost: .nan))
        == "nan is no limit for cost; write a number that isn't negative")
    #expect(
      await best(ResourceLimits(uses: [1, 2]))
        == "2 limits for 1 resources; give one each, or none")
  }

  @Test("limits that can only be kept one by one")
  func jointLimits() async throws {
    let space = try DesignSpace(
      [DesignChoice("web", [option("light", 9, [1]), option("cheap", 1, [9])])],
      resources: ["weight"])
    let evaluation = DesignEvaluation { _ in .certain }
    let series = try SeriesSystem(space, availabilities: [[.certain, .certain]])
    for search in [try DesignSearch(space, evaluation), DesignSearch(series)] {
      let text = await message { () async throws(AllocationError) in
        try await search.mostAvailable(within: ResourceLimits(cost: 5, uses: [5]))
      }
      #expect(text == "each limit can be kept, but no design keeps all of them; raise one")
    }
  }

  @Test("an order that isn't one, an evaluation that fails, and numbers that are no probabilities")
  func evaluations() async throws {
    struct Flood: Error {}
    let choice = DesignChoice("web", [option("a", 1), option("b", 2)], isOrdered: true)
    let space = try DesignSpace([choice])
    func cheapest(_ evaluation: DesignEvaluation) async throws -> String {
      let (search, target) = (try DesignSearch(space, evaluation), try Probability.percent("90"))
      return await message { () async throws(AllocationError) in
        try await search.cheapest(meeting: target)
      }
    }
    let worse = DesignEvaluation { try $0[0] == 0 ? .nines(3) : .nines(2) }
    #expect(
      try await cheapest(worse)
        == "the choices 'web' are declared to go from worse to better, but web = a is more "
        + "available than the same with better options; declare them unordered")
    #expect(
      try await cheapest(DesignEvaluation { _ in throw Flood() })
        == "web = b can't be evaluated: Flood()")
    let broken = Probability(uncheckedValue: .nan, complement: 0)
    #expect(
      try await cheapest(DesignEvaluation { _ in broken })
        == "web = b has an availability of nan; it must be 0 to 1")
    #expect(throws: AllocationError.self) { try SeriesSystem(space, availabilities: [[.certain]]) }
  }
}
