import Testing

@testable import TopologyLanguage

@Suite("Information about names")
struct InformationTests {
  private static let text =
    Systems.shop + """
      law slow = lognormal(1h, sigma 1)
      store   d  { 1 of 2   # a name like a unit
        mtbf 30 d, mttr slow }
      demand peak: 12k rps
      system busy = lb & d, demand peak
      "us east" = 2 of 3 lb
      world = "us east" & d
      service edge: 2 of 3, 99%, in az.1
      """

  private func information(_ name: String) throws -> Information {
    try #require(Information(of: name, in: SourceText(Self.text)))
  }

  @Test("says what a definition uses and what uses it")
  func group() throws {
    let order = try information("order")
    #expect(order.kind == .service)
    #expect(order.definition.hasPrefix("service order {\n  3 per az"))
    #expect(order.uses == ["az", "orders-db", "auth", "payment", "pay-queue", "fraud"])
    #expect(order.usedBy == ["shop"])
    #expect(try information("pay-queue").usedBy == ["order"])
  }

  @Test("tells names from units")
  func units() throws {
    #expect(try information("d").usedBy == ["busy", "world"])
    #expect(
      try information("d").definition
        == "store d {\n  1 of 2  # a name like a unit\n  mtbf 30d\n  mttr slow\n}")
    #expect(try information("lb").usedBy == ["shop", "busy", "us east"])
  }

  @Test("knows laws, demands, promises, families and their domains")
  func kinds() throws {
    #expect(try information("slow").usedBy == ["d"])
    #expect(try information("slow").kind == .law)
    #expect(try information("peak").usedBy == ["busy"])
    #expect(try information("gold").definition == "sla gold: 99.95% per month")
    let domain = try information("az.1")
    #expect(domain.family == "az")
    #expect(domain.kind == .zones)
    #expect(domain.usedBy == ["edge"])
    #expect(try information("az").usedBy.contains("edge"))
    #expect(try information("az").usedBy.contains("order"))
  }

  @Test(
    "knows nothing of other names", arguments: ["shpo", "d.1", "az.x", "az.0", "az.4", "n", ""])
  func unknown(name: String) {
    #expect(Information(of: name, in: SourceText(Self.text)) == nil)
  }

  @Test("is asked for by one name, and refused with what was meant")
  func questions() throws {
    let text = "web = 99%\n"
    let program = try Checker.check(SourceText(text + "info web"))
    #expect(
      program.questions == [
        .information(try #require(Information(of: "web", in: SourceText(text))))
      ])
    for (question, code, fix) in [
      ("info wbe", DiagnosticCode.unknownName, "web"), ("info web b", .unexpectedText, ""),
      ("info", .expectedName, nil), ("undo", .promptWord, nil), ("help mtr", .unknownWord, "mttr"),
      ("lits", .unknownName, "list"), ("qiut", .unknownName, "quit"), ("quit", .promptWord, nil),
    ] as [(String, DiagnosticCode, String?)] {
      let diagnostic = #expect(throws: Diagnostic.self) {
        try Checker.check(SourceText(text + question))
      }
      #expect(diagnostic?.code == code, "\(question)")
      #expect(diagnostic?.fix == fix, "\(question)")
    }
  }
}
