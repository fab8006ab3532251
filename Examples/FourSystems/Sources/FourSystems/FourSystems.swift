import Nines

@main
enum FourSystems {
  static func main() async throws {
    for (name, topology) in [
      ("site", try Systems.site()), ("shop", try Systems.shop()), ("world", try Systems.world()),
    ] {
      // Exact where that can be, else simulated to 1 %.
      guard let answer = await (try Assessor(topology).longRun(of: name)).answer() else { continue }
      print(AnswerCard.report(answer).text, terminator: "\n\n")
    }
    for (name, topology) in [
      ("site", try Systems.site()), ("shop", try Systems.shop()), ("world", try Systems.world()),
      ("shop", try Systems.tier(4)),
    ] {
      print(try await judge(topology, name), terminator: "\n\n")
    }
    try sizeTier()
  }

  /// Whether 95 % of months keep 99.95 %, simulated until that is decided.
  private static func judge(_ topology: Topology, _ name: String) async throws -> String {
    let gold = try ServiceLevelAgreement("gold", target: try .percent("99.95"), per: .month)
    let question = ContractQuestion(gold)
    let required = try Probability.percent(95)
    var request = SimulationRequest(horizon: question.span)
    request.stopping = .untilDecided(required, atMost: .seconds(10))
    let inquiry = try Assessor(topology).contract(of: name, question, request)
    return ContractCard.report(await inquiry.answer(required: required), of: gold.summary).text
  }

  /// The smallest tier whose long-run availability is at least 99.98 %.
  private static func sizeTier() throws {
    let goal = try Probability.percent(99.98)
    for count in 3...20 {
      let check = try Assessor(Systems.tier(count)).check(
        "shop", atLeast: goal, per: .month, target: "99.98% per month")
      print(count, "a zone:", HumanFigures.duration(check.forecast.downtime(in: .month)), "a month")
      if check.isMet == true { return }
    }
  }
}
