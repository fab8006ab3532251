import BigInt
import Quantities
import StructureFunctions
import TestSupport
import Testing
import Topology

/// The oracle itself, and the engine with it, against fractions worked out by hand. Every component
/// is down with probability 1/10 and is restored in 100 s.
@Suite("enumeration: answers by hand")
struct OracleTests {
  private static func part() throws -> Component {
    try Component(availability: .percent("90"), mttr: .fixed(.seconds(100)))
  }

  private static func single(_ name: String, needs: [String] = []) throws -> Definition {
    Definition(name, .expression(.component(try part())), needs: needs)
  }

  /// Checks U, and the frequency per 1000 s (the sum of Birnbaum importances), of both.
  private static func expect(
    _ numerator: BigInt, over denominator: BigInt, importances: ExactFraction? = nil,
    in topology: Topology, of subject: String,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let unfolding = try Unfolding(topology, of: subject)
    let exact = StateEnumeration(unfolding).figures(atLeast: 1)
    let expected = ExactFraction(numerator, over: denominator)
    #expect(exact.unavailability == expected, sourceLocation: location)
    #expect(exact.availability == expected.complement, sourceLocation: location)
    let found = try StructureFunction(topology, of: subject).figures(atLeast: 1)
    #expect(
      found.probability.complement.relativeError(to: expected) < 1e-14, sourceLocation: location)
    guard let importances else { return }
    let frequency = importances / ExactFraction(1000)
    #expect(exact.frequency == frequency, sourceLocation: location)
  }

  @Test("2 of 3: 3 u^2 a + u^3; each is critical with 2 u a")
  func twoOfThree() throws {
    let group = Group(.members(3), need: 2, of: try Self.part())
    let topology = try Topology(definitions: [Definition("x", .group(group))])
    try Self.expect(
      28, over: 1000, importances: ExactFraction(54, over: 100), in: topology, of: "x")
  }

  @Test("a name used twice fails once; a component written twice is two")
  func sharedName() throws {
    let written = Expression.component(try Self.part())
    let topology = try Topology(definitions: [
      try Self.single("a"),
      Definition("shared", .expression(.all([.name("a"), .name("a")]))),
      Definition("separate", .expression(.all([written, written]))),
    ])
    try Self.expect(1, over: 10, importances: ExactFraction(1), in: topology, of: "shared")
    try Self.expect(19, over: 100, in: topology, of: "separate")
  }

  @Test("what a copied definition needs stays shared: u + a u^2")
  func sharedNeed() throws {
    let topology = try Topology(definitions: [
      try Self.single("base"), try Self.single("a", needs: ["base"]),
      Definition("x", .expression(.copies(need: 1, count: 2, of: .name("a")))),
    ])
    try Self.expect(109, over: 1000, in: topology, of: "x")
  }

  @Test("a need that is listed in the copied bracket is the copy's: (1 - a^2)^2")
  func listedNeed() throws {
    let topology = try Topology(definitions: [
      try Self.single("base"), try Self.single("a", needs: ["base"]),
      Definition(
        "x", .expression(.copies(need: 1, count: 2, of: .all([.name("a"), .name("base")])))),
    ])
    try Self.expect(361, over: 10_000, in: topology, of: "x")
  }

  @Test("a copied group has new members in the same zone: u + a u^2")
  func copiedGroup() throws {
    let zone = DomainFamily("az", count: 1, try Self.part())
    let group = Group(.members(1), need: 1, of: try Self.part(), inside: ["az.1"])
    let topology = try Topology(
      definitions: [
        Definition("a", .group(group)),
        Definition("x", .expression(.copies(need: 1, count: 2, of: .name("a")))),
      ], families: [zone])
    try Self.expect(109, over: 1000, in: topology, of: "x")
  }

  @Test("beta 1/2: q_common = 1/20, q_own = 1/19; U = 1/20 + 19/20 / 361")
  func betaFactor() throws {
    let group = Group(
      .members(2), need: 1, of: try Self.part(), commonCause: try .percent("50"))
    let topology = try Topology(definitions: [Definition("x", .group(group))])
    try Self.expect(1, over: 19, in: topology, of: "x")
  }

  @Test("a nested domain as a part is down while its parent is")
  func nestedDomain() throws {
    let families = [
      DomainFamily("az", count: 2, try Self.part()),
      DomainFamily("host", count: 1, per: "az", try Self.part()),
    ]
    let topology = try Topology(
      definitions: [Definition("x", .expression(.name("host.2.1")))], families: families)
    try Self.expect(19, over: 100, in: topology, of: "x")
  }
}
