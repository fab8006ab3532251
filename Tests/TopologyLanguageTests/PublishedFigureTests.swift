import Quantities
import Testing
import Topology
import TopologyLanguage

/// Names of published promises in expressions.
@Suite("Published figures")
struct PublishedFigureTests {
  private func check(_ text: String) throws -> CheckedProgram {
    try Checker.check(SourceText(text))
  }

  @Test(
    "a name means the literal of its percentage, wherever an expression stands",
    arguments: [
      ("x = aws.elb.multi-az", "x = 99.99%"),
      ("x = aws.elb.multi-az, mttr 1min", "x = 99.99%, mttr 1min"),
      (
        "x = 2 of 3 gcp.compute.single, across az\nzones az: 3, 99%",
        "x = 2 of 3 99.9%, across az\nzones az: 3, 99%"
      ),
      ("x = aws.lambda & aws.lambda", "x = 99.95% & 99.95%"),
      ("x = 1 of (azure.dns, aws.efs) | 99%", "x = 1 of (100%, 99.9%) | 99%"),
      (
        "x = aws.ebs else (\"aws.ec2.instance\", mttr 1h, lag 1min)",
        "x = 99.99% else (99.5%, mttr 1h, lag 1min)"
      ),
      ("system x = 0.5 * aws.efs + 0.5 * level 80%", "system x = 0.5 * 99.9% + 0.5 * level 80%"),
      ("service x = mongodb.atlas: mttr 5min", "service x = 99.995%: mttr 5min"),
    ])
  func literals(named: String, written: String) throws {
    let topology = try check(named).topology
    #expect(topology.definitions == (try check(written).topology.definitions))
  }

  @Test("both tails are those of the digits")
  func tails() throws {
    let topology = try check("x = gcp.spanner.multi-region").topology
    guard case .expression(.component(let component)) = topology.definition(named: "x")?.body else {
      Issue.record("x is no component")
      return
    }
    #expect(component.availability.complement == 1e-5)
  }

  @Test("what is taken from promises is assumed, of all below and of nothing else")
  func assumptions() throws {
    let program = try check(
      """
      lb = aws.elb.multi-az & aws.elb.multi-az
      db = gcp.compute.single
      site = lb & 99%
      other = db
      """)
    let sentence = "lb: aws.elb.multi-az 99.99% is a promise of 2022-07-25, not a forecast"
    #expect(program.assumptions(about: "site") == [sentence])
    #expect(
      program.assumptions(about: "other")
        == ["db: gcp.compute.single 99.9% is a promise of unknown date, not a forecast"])
    let simulated = try check("simulate (aws.ec2.instance, mttr 1h) for 1d, runs 10")
    guard case .simulate(let simulation) = simulated.questions.first else {
      Issue.record("not a simulation")
      return
    }
    #expect(
      simulation.assumptions
        == ["aws.ec2.instance 99.5% is a promise of unknown date, not a forecast"])
  }

  @Test("what the text defines goes before the catalogue")
  func ownNames() throws {
    let program = try check("aws.efs = 99%\nx = aws.efs & 98%")
    #expect(program.topology.definition(named: "x")?.dependencies == ["aws.efs"])
    #expect(program.assumptions(about: "x").isEmpty)
    #expect(throws: Diagnostic.self) { try check("law aws.efs = 1h\nx = aws.efs") }
  }

  @Test("beliefs beside promises are drawn, and the promises stay")
  func beliefs() throws {
    let program = try check("x = aws.elb.multi-az & 99% to 99.9%")
    #expect(program.uncertain?.inputs.map(\.name) == ["x.availability"])
    #expect(program.assumptions(about: "x").count == 1)
  }

  @Test("the canonical form keeps the name")
  func formatting() throws {
    let text = "lb = 2 of 3 (aws.elb.multi-az, mttr 1min) & gcp.compute.single\n"
    #expect(Formatter.format(try Parser.parse(SourceText(text))) == text)
  }
}
