import Quantities
import RedundancyAllocation
import Testing

@Suite("What to fix first")
struct ImprovementRankingTests {
  private func improvement(
    _ name: String, cost: Double, _ unavailability: Double
  ) -> Improvement {
    Improvement(
      name, cost: cost,
      Probability(uncheckedValue: 1 - unavailability, complement: unavailability))
  }

  private let base = Probability(uncheckedValue: 0.999, complement: 1e-3)

  @Test("minutes saved for the cost; free, pointless and harmful changes in their places")
  func order() throws {
    let ranking = try ImprovementRanking(
      base: base,
      [
        improvement("worse", cost: 1, 2e-3), improvement("much worse", cost: 0, 1e-2),
        improvement("same", cost: 0, 1e-3), improvement("dear", cost: 1000, 1e-6),
        improvement("cheap", cost: 10, 5e-4), improvement("free", cost: 0, 9e-4),
        improvement("free and good", cost: 0, 8e-4),
      ])
    #expect(
      ranking.entries.map(\.improvement.name) == [
        "free and good", "free", "cheap", "dear", "same", "worse", "much worse",
      ])
    // A year of 365 d has 525,600 min: 262.8 min saved for a cost of 10.
    let cheap = ranking.entries[2]
    #expect(abs(cheap.minutesSaved / 262.8 - 1) < 1e-12)
    guard case .minutesPerCost(let minutes) = cheap.worth else {
      Issue.record("no minutes for a unit of cost")
      return
    }
    #expect(abs(minutes / 26.28 - 1) < 1e-12)
    #expect(ranking.entries.map(\.worth)[4...] == [.savesNothing, .worsens, .worsens])
  }

  @Test("what is equal but for roundings stays in the order given")
  func ties() throws {
    let ranking = try ImprovementRanking(
      base: base,
      [
        improvement("first", cost: 3, 7e-4), improvement("second", cost: 0.1 + 0.2, 9.7e-4),
        improvement("third", cost: 1, 9e-4), improvement("better", cost: 1, 8e-4),
      ])
    #expect(
      ranking.entries.map(\.improvement.name) == ["better", "first", "second", "third"])
  }

  @Test("a system that is nearly always down keeps its digits")
  func otherTail() throws {
    let ranking = try ImprovementRanking(
      base: Probability(uncheckedValue: 1e-20, complement: 1),
      [Improvement("repair", cost: 2, Probability(uncheckedValue: 0.25, complement: 0.75))])
    #expect(ranking.entries[0].minutesSaved == 131_400)
    #expect(ranking.entries[0].worth == .minutesPerCost(65_700))
  }

  @Test("negative costs and numbers that are no probabilities are refused, by name")
  func refused() throws {
    let cases = [
      (improvement("crew", cost: -2, 1e-4), "the improvement 'crew' has a cost of -2.0; write"),
      (improvement("crew", cost: .nan, 1e-4), "the improvement 'crew' has a cost of nan; write"),
      (improvement("crew", cost: 1, .nan), "the improvement 'crew' has an availability of nan"),
    ]
    for (improvement, start) in cases {
      do {
        _ = try ImprovementRanking(base: base, [improvement])
        Issue.record("\(start) was accepted")
      } catch { #expect(error.description.hasPrefix(start)) }
    }
  }
}
