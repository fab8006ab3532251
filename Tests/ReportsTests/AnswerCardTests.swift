import Assessment
import Quantities
import Reports
import Testing
import Topology

@Suite("Cards of simulated answers")
struct AnswerCardTests {
  private func component(_ up: UInt32, _ down: UInt32) throws -> Component {
    try Component(
      mtbf: .exponential(mean: .hours(up)), mttr: .exponential(mean: .hours(down)))
  }

  private func simulated(_ expression: Expression) async throws -> AvailabilityAnswer {
    let topology = try Topology(definitions: [Definition("x", .expression(expression))])
    let longRun = try Assessor(topology).longRun(of: "x", using: .simulated)
    return try #require(await longRun.answer())
  }

  private func check(_ forecast: AvailabilityAnswer, allowing down: Double) -> CheckAnswer {
    CheckAnswer(
      name: "x", target: "a goal",
      required: Probability(uncheckedValue: 1 - down, complement: down), window: .month,
      forecast: forecast)
  }

  @Test("round every figure to its error and say how it was found")
  func availability() async throws {
    let answer = try await simulated(.component(try component(990, 10)))
    let expected = """
      x
        available  98.998 ± 0.008%
        down       7.22 ± 0.05 h a month, 3.66 ± 0.03 d a year
        outages    8.81 ± 0.05 a year, 9.97 ± 0.05 h each on average
        nines      1.999 ± 0.003 nines
        method     simulated, 4,096 replications of 1 y, seed 1, plain sampling, from steady state
        assuming components fail independently, but for shared domains and common causes
                 a month is 30 d, a year 365 d; long-run figures, not those of one month
      """
    #expect(AnswerCard.report(answer).text == expected)
  }

  @Test("show every level with its error")
  func levels() async throws {
    let soft = Expression.fallback(.component(try component(300, 30)), try Level(0.4))
    let answer = try await simulated(.all([soft, .component(try component(990, 10))]))
    let expected = """
        outages       8.83 ± 0.05 a year, 10.08 ± 0.05 h each on average
        full service  89.96 ± 0.04%
        mean level    93.57 ± 0.02%
        at 40%        9.02 ± 0.04% of the time
        nines         1.993 ± 0.003 nines
      """
    #expect(AnswerCard.report(answer).text.contains(expected))
  }

  @Test("leave a goal within the interval undecided")
  func undecided() async throws {
    let forecast = try await simulated(.component(try component(990, 10)))
    let down = forecast.availability.complement
    let text = AnswerCard.report(check(forecast, allowing: down * 1.005)).text
    let expected = """
      x may or may not meet a goal in the long run
        forecast   7.22 ± 0.05 h down, 98.998 ± 0.008%
        allowed    7.25 h down
        undecided  the goal lies within the 95 % interval; 35000 replications or more could tell
        method     simulated,
      """
    #expect(text.hasPrefix(expected))
    #expect(AnswerCard.report(check(forecast, allowing: down * 2)).text.hasPrefix("x meets a goal"))
    #expect(
      AnswerCard.report(check(forecast, allowing: down / 2)).text.hasPrefix("x does not meet"))
  }

  @Test("explain which part asks for histories")
  func explanation() throws {
    let pair = Expression.failover(
      primary: .component(try component(990, 10)), standby: .component(.perfect),
      Failover(detection: .minutes(5)))
    let topology = try Topology(definitions: [Definition("x", .expression(pair))])
    let expected = """
      x
        engine  simulation: the failover of x follows from its history
        effort  histories of a year, to 1 % of the mean downtime, for 10 s at most
        levels  0, 1
      """
    #expect(AnswerCard.report(try Assessor(topology).explanation(of: "x")).text == expected)
  }
}
