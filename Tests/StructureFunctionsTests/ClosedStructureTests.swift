import Quantities
import Testing
import Topology

@testable import StructureFunctions

#if canImport(Glibc)
  import Glibc
#endif

/// Rules that the exact engine can answer.
///
/// The component: MTBF 100 h, MTTR 1 h, u = 1/101. An outage that is seen for longer than b hours comes
/// u e^-b of the time and e^-b / 101 times an hour (the exponential law forgets).
@Suite("Rules with a closed form")
struct ClosedStructureTests {
  private static let down = 1.0 / 101

  private func figures(
    _ definitions: Definition..., atLeast level: Double = 1
  ) throws -> StructureFunction.Figures {
    let topology = try Topology(definitions: definitions)
    return try StructureFunction(topology, of: definitions[definitions.count - 1].name)
      .figures(atLeast: level)
  }

  private func expectClose(_ found: Double?, _ expected: Double) throws {
    #expect(abs(try #require(found) / expected - 1) < 1e-12)
  }

  private func absorbed(_ expression: Expression, hours: UInt32) -> Expression {
    .behaving(expression, .absorption(.hours(hours)))
  }

  @Test("an absorbed component beside others: U = 1 - (1 - u e^-1) (1 - u)")
  func absorption() throws {
    let found = try figures(Definition("x", .all([absorbed(part, hours: 1), part])))
    let q = Self.down * exp(-1.0)
    try expectClose(found.probability.complement, q + Self.down - q * Self.down)
    // Each fails while the other is up.
    let rate = exp(-1.0) / 101 * (1 - Self.down) + (1 - q) / 101
    try expectClose(found.frequency?.perSecond, rate / 3_600)
  }

  @Test("two absorptions in a row are one of their sum, in a definition too")
  func twoAbsorptions() throws {
    let q = Self.down * exp(-3.0)
    let nested = absorbed(absorbed(part, hours: 1), hours: 2)
    try expectClose(try figures(Definition("x", nested)).probability.complement, q)
    let effects = [AfterEffect.absorption(.hours(2)), .buffer(Buffer(holds: .hours(1)))]
    let named = try figures(Definition("x", .expression(part), afterEffects: effects))
    try expectClose(named.probability.complement, q)
  }

  @Test("copies of a rule are independent: 2 of 3, U = 3 q^2 - 2 q^3")
  func copies() throws {
    let found = try figures(
      Definition("x", .copies(need: 2, count: 3, of: absorbed(part, hours: 1))))
    let q = Self.down * exp(-1.0)
    try expectClose(found.probability.complement, 3 * q * q - 2 * q * q * q)
  }

  @Test("what something else depends on too, or other levels, are left to simulation")
  func refused() throws {
    let refusal = StructureFunctionError.followsHistory("x", behaviour: "absorption")
    let a = Definition("a", part)
    #expect(throws: refusal) {
      try figures(a, Definition("x", .all([absorbed("a", hours: 1), "a"])))
    }
    #expect(throws: refusal) {
      try figures(
        a, Definition("x", .all([absorbed("a", hours: 1), absorbed("a", hours: 2)])))
    }
    #expect(throws: refusal) {
      try figures(
        a, Definition("y", .expression(.level(.full)), needs: ["a"]),
        Definition("x", .copies(need: 1, count: 2, of: absorbed("y", hours: 1))))
    }
    #expect(throws: refusal) {
      try figures(
        Definition("web", 1, of: 3) { $0.crews = 1 }, Definition("x", absorbed("web", hours: 1)))
    }
    #expect(throws: refusal) {
      try figures(
        Definition("x", absorbed(.fallback(.all([part, part]), try Level(0.5)), hours: 1)))
    }
  }

  @Test("planned windows of 1 h in 100 h: independent of the rest, U = 1 - (1 - u^2) 0.99")
  func maintenance() throws {
    let windows = Maintenance(every: .hours(100), lasting: .hours(1), scope: ["web"])
    let patches = Definition("patches", .maintenance(windows))
    let found = try figures(patches, Definition("web", 1, of: 2))
    let pair = Self.down * Self.down
    try expectClose(found.probability.complement, 0.01 + 0.99 * pair)
    let pairRate = 2 * Self.down / 101
    try expectClose(
      found.frequency?.perSecond, (0.01 * (1 - pair) + 0.99 * pairRate) / 3_600)
    let rolling = Maintenance(
      every: .hours(100), lasting: .hours(1), isRolling: true, scope: ["web"])
    #expect(throws: StructureFunctionError.followsHistory("patches", behaviour: "maintenance")) {
      try figures(Definition("patches", .maintenance(rolling)), Definition("web", 1, of: 2))
    }
  }

  @Test("importance and cut sets name the rule in the place of what it follows")
  func importance() throws {
    let topology = try Topology(definitions: [
      Definition("db", part), Definition("x", .all([absorbed("db", hours: 1), part])),
    ])
    let structure = try StructureFunction(topology, of: "x")
    let rows = try structure.importance(atLeast: 1)
    #expect(rows.map(\.row.name) == ["x", "x"])
    #expect(rows.map(\.row.part).contains("absorption"))
    let q = Self.down * exp(-1.0)
    let rule = try #require(rows.first { $0.row.part == "absorption" })
    try expectClose(rule.birnbaum, 1 - Self.down)
    try expectClose(rule.fussellVesely, q / (q + Self.down - q * Self.down))
    let cuts = try structure.minimalCutSets(atLeast: 1, order: 2)
    #expect(cuts.count == 2)
    try expectClose(cuts.map(\.probability).min(), q)
  }

  @Test("the only part of a service, whose improvement is the rest")
  func alone() throws {
    let topology = try Topology(definitions: [Definition("x", absorbed(part, hours: 1))])
    let rows = try StructureFunction(topology, of: "x").importance(atLeast: 1)
    #expect(rows.map(\.row.part) == ["absorption"])
    #expect(rows[0].riskReduction == .infinity)
  }
}
