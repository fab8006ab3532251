import Quantities
import Testing

@testable import TopologyLanguage

@Suite("Pictures of a program")
struct CheckedPictureTests {
  private static let text = """
    service s: 1 of 2, mtbf 30d, mttr 1h
    sla annual: 99.9% per year
    sla monthly: 99.9% per month
    sla gliding: 99.9% per month, rolling
    sla rounded-up: 99.9% per month, counted whole minutes
    sla billed: 99.9% per calendar month
    sla unplanned: 99.9% per month, excluding maintenance

    """

  private func picture(_ question: String, of text: String = text) throws -> CheckedPicture {
    let program = try Checker.check(SourceText(text + question))
    guard case .picture(let picture)? = program.questions.last else {
      throw Diagnostic(.unexpectedText, "no picture", at: .unknown)
    }
    return picture
  }

  @Test(
    "show the promises about windows as long as those that are drawn",
    arguments: [
      ("plot s for 30d", ["monthly", "unplanned"]), ("plot s for 1y", ["annual"]),
      ("plot s for 1y, by month", ["monthly", "unplanned"]), ("plot s for 7d", []),
      ("plot s for 30d, counting below 90%", []),
    ])
  func allowances(question: String, names: [String]) throws {
    #expect(try picture(question).allowances.map(\.name) == names)
  }

  @Test("show no promise that leaves out planned downtime which the curve has")
  func maintenance() throws {
    let text = Self.text + "maintenance m: every 30d, lasts 1h, across s\n"
    #expect(try picture("plot s for 30d", of: text).allowances.map(\.name) == ["monthly"])
  }

  @Test(
    "cover the first promise's window, a month of 30 d, or of timelines a year",
    arguments: [
      ("plot s", Duration.years(1)), ("plot s as histogram", .years(1)),
      ("plot s as timeline", .years(1)), ("plot s as timeline for 3d", .days(3)),
    ])
  func horizons(question: String, horizon: Duration) throws {
    #expect(try picture(question).simulation.request.horizon == horizon)
  }

  @Test("don't take a month of the calendar for a window")
  func calendar() throws {
    let text = """
      x = 99%, mttr 1h
      sla billed: 99% per calendar month

      """
    #expect(try picture("plot x", of: text).simulation.request.horizon == .days(30))
  }

  @Test(
    "are written in one way",
    arguments: [
      ("plot  x", "plot x"), ("plot x as exceedance", "plot x"),
      ("plot x as histogram for 1 week", "plot x as histogram for 1w"),
      ("plot x as timeline,seed 7", "plot x as timeline, seed 7"),
    ])
  func canonical(written: String, text: String) throws {
    let program = try Parser.parse(SourceText(written))
    #expect(program.statements.flatMap { Formatter.format($0) }.joined(separator: "\n") == text)
  }
}
