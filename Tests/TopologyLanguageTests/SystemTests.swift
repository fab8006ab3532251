import Testing

@testable import TopologyLanguage

@Suite("The four systems of the language's page")
struct SystemTests {
  @Test("parse, and their canonical form is a fixed point", arguments: Systems.all)
  func fixedPoint(system: String) throws {
    let program = try parse(system)
    let text = Formatter.format(program)
    #expect(try parse(text) == program)
    #expect(try format(text) == text)
  }

  @Test("text that is canonical already stays as it is", arguments: [Systems.site, Systems.world])
  func canonical(system: String) throws {
    #expect(try format(system) == system)
  }

  @Test("the shop has the statements and clauses that were written")
  func shop() throws {
    let statements = try parse(Systems.shop).statements
    #expect(statements.count == 13)
    guard case .declaration(let order) = statements[3].content else {
      Issue.record("order is not a declaration")
      return
    }
    #expect(order.kind == .service)
    #expect(order.clauses.count == 7)
    #expect(
      order.clauses[4].content == .needs([Identifier("orders-db"), Identifier("auth")]))
    #expect(
      order.clauses[5].trivia.beside == "# decoupled: down only when the buffer is full")
  }

  @Test("the canonical shop")
  func canonicalShop() throws {
    #expect(
      try format(Systems.shop).contains(
        """
        service order {
          3 per az
          need 6
          mtbf 30d
          mttr 5min
          needs orders-db & auth
          sends payment via pay-queue  # decoupled: down only when the buffer is full
          breaker fraud trips 10s retries 30s fallback 90%
        }
        service payment: 2 per az, need 4, mtbf 20d, mttr 10min
        service fraud: 2 per az, need 3, mtbf 15d, mttr 20min

        queue pay-queue: 99.95%, mttr 10min, buffer 15min, drain 1.25
        """))
  }
}
