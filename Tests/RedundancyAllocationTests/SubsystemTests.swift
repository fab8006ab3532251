import Quantities
import RedundancyAllocation
import Testing

@Suite("Subsystems of redundant units")
struct SubsystemTests {
  // KNOWN ANSWERS section 2: k of n, MTBF 1000 h, MTTR 8 h, a crew each.
  @Test(
    "k of n in both tails",
    arguments: [(1, 2, 6.29881582263e-5), (2, 3, 1.87964662643e-4), (3, 5, 4.93973648449e-6)])
  func groups(need: Int, count: Int, unavailability: Double) async throws {
    let unit = Probability(uncheckedValue: 1000.0 / 1008, complement: 8.0 / 1008)
    let subsystem = Subsystem(
      "db", [ComponentKind("node", unit, cost: 1)], need: need, atMost: count)
    let system = try Subsystem.series([subsystem])
    let found = try await DesignSearch(system).mostAvailable(
      within: ResourceLimits(cost: Double(count)))
    #expect(found.design.description == "db = \(count) node")
    #expect(abs(found.design.unavailability / unavailability - 1) < 1e-11)
    #expect(abs(found.design.availability.value - (1 - unavailability)) < 1e-15)
  }

  @Test("two kinds side by side, of which two are needed")
  func mixed() throws {
    let kinds = [
      ComponentKind("small", try .percent(90), cost: 1),
      ComponentKind("large", try .percent(99), cost: 2),
    ]
    let system = try Subsystem.series([Subsystem("web", kinds, need: 2, atMost: 3)])
    let names = system.space.choices[0].options.map(\.name)
    #expect(
      names == [
        "2 small", "3 small", "2 small + 1 large", "1 small + 2 large", "3 large",
      ])
    // 2 small + 1 large: down unless two are up; by hand 0.01 (1 - 0.81) + 0.99 × 0.01.
    let index = try #require(names.firstIndex(of: "2 small + 1 large"))
    #expect(abs(system.availabilities[0][index].complement / 0.0118 - 1) < 1e-14)
  }

  @Test("kinds that aren't mixed stay apart")
  func pure() throws {
    let kinds = [
      ComponentKind("small", try .percent(90), cost: 1),
      ComponentKind("large", try .percent(99), cost: 1.5),
    ]
    let system = try Subsystem.series([Subsystem("web", kinds, atMost: 2, isMixed: false)])
    // 2 small have the large one's unavailability but cost more.
    #expect(system.space.choices[0].options.map(\.name) == ["1 small", "1 large", "2 large"])
  }

  @Test("a thousand units, of which many are needed, against the binomial law")
  func binomial() async throws {
    let unit = Probability(uncheckedValue: 0.995, complement: 0.005)
    let system = try Subsystem.series([
      Subsystem("x", [ComponentKind("a", unit, cost: 1)], need: 980, atMost: 1_000)
    ])
    // The same sum over the units down, term by term from none on.
    var (term, up) = (pow995(1_000), 0.0)
    for down in 0...20 {
      up += term
      term *= Double(1_000 - down) / Double(down + 1) * (0.005 / 0.995)
    }
    var (rest, down) = (0.0, 21)
    while term > 1e-40 {
      rest += term
      term *= Double(1_000 - down) / Double(down + 1) * (0.005 / 0.995)
      down += 1
    }
    let found = try #require(system.availabilities[0].last)
    #expect(abs(found.value / up - 1) < 1e-11)
    #expect(abs(found.complement / rest - 1) < 1e-11)
  }

  private func pow995(_ count: Int) -> Double { (0..<count).reduce(1) { p, _ in p * 0.995 } }

  @Test("thirty nines are thirty nines")
  func nines() async throws {
    let kinds = [ComponentKind("a", try .nines(5), cost: 1)]
    let system = try Subsystem.series((1...3).map { Subsystem("\($0)", kinds, atMost: 6) })
    let found = try await DesignSearch(system).cheapest(meeting: .nines(29))
    #expect(found.design.cost == 18)
    #expect(abs(found.design.unavailability / 3e-30 - 1) < 1e-14)
  }

  @Test("what is refused")
  func refused() throws {
    let kind = ComponentKind("a", try .percent(90), cost: 1)
    func message(_ subsystem: Subsystem) -> String {
      do {
        _ = try Subsystem.series([subsystem])
        return ""
      } catch { return error.description }
    }
    #expect(
      message(Subsystem("x", [], atMost: 2)) == "the choice 'x' has no options; add at least one")
    #expect(
      message(Subsystem("x", [kind], need: 3, atMost: 2))
        == "'x' needs 3 units and may have 2; need at least 1 and at most that many")
    #expect(
      message(Subsystem("x", [kind], need: 0, atMost: 2))
        == "'x' needs 0 units and may have 2; need at least 1 and at most that many")
    let dear = ComponentKind("b", try .percent(90), cost: -1)
    #expect(
      message(Subsystem("x", [dear], atMost: 2))
        == "the option 'b' of 'x' has -1.0 as its cost; write a finite number that isn't negative")
    #expect(
      message(Subsystem("x", [kind], atMost: 10_001))
        == "'x' can have 10001 units, and at most 10000 are enumerated; allow fewer units or kinds, "
        + "or don't mix")
    let many = (0..<8).map { ComponentKind("\($0)", kind.availability, cost: 1) }
    #expect(
      message(Subsystem("x", many, atMost: 20)).hasPrefix(
        "'x' can have 3108105 mixes of its kinds, and at most 100000"))
  }
}
