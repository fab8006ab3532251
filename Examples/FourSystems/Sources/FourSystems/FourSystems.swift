import Nines

@main
enum FourSystems {
  static func main() async throws {
    for (name, topology) in [
      ("site", try Systems.site()), ("shop", try Systems.shop()), ("world", try Systems.world()),
    ] {
      // Exact where that can be, else simulated to 1 %.
      guard let answer = await (try Assessor(topology).longRun(of: name)).answer() else { continue }
      print(AnswerCard.text(answer), terminator: "\n\n")
    }
    try sizeTier()
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
