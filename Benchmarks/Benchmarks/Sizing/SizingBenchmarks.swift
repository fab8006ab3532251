import Benchmark
import Nines

/// Searches from the text to the answer: exact, simulated, and against the hours of a year.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .wallClock], maxDuration: .seconds(5), maxIterations: 1_000)
  for (name, text) in [
    ("promise.system4", Texts.shop + "find n in 1..20 where P(shop meets gold) >= 99%, threads 1"),
    ("availability.system4", Texts.shop + "find n in 1..20 where availability of shop >= 99.98%"),
    ("front.2400", Texts.front),
  ] {
    Benchmark(name) { _ in blackHole(try await answer(text)) }
  }
  Benchmark("profile.3000-over-5") { _ in blackHole(try await fleet()) }
}

private enum Texts {
  static let shop = """
    zones az: 3, mtbf 2y, mttr 1h
    service web: n per az, capacity 1_500 rps, mtbf 30d, mttr 5min, cost 70 per month
    lb = 99.99%, mttr 1min
    system shop = lb & web, demand 12k rps
    sla gold: 99.95% per month

    """

  static let front = """
    zones az: z, 99.99%, cost 100 per month
    service web: n per az, need 10, 99.5%, cost 70 per month
    service db: 1 of m, 99.9%, cost 400 per month
    site = web & db
    find n in 1..120, z in 2..5, m in 1..5 where cost of site <= 100_000 per month \
    minimizing cost and downtime
    """
}

private func answer(_ text: String) async throws -> SizingAnswer? {
  let program = try Checker.check(SourceText(text))
  guard case .find(let search)? = program.questions.first else { return nil }
  return try await search.sizing.run()
}

/// The smallest fleet that carries every hour of a year 99.99 % of the time.
private func fleet() async throws -> SizingAnswer {
  let loads = try (0..<8_760).map { hour in
    try DecimalNumber("\(1_500_000 + 1_000 * (hour * 37 % 1_000))")
  }
  let demand = try DemandProfile(loads, unit: "rps")
  let sizing = try Sizing(
    [SizingVariable("per zone", 400...800)],
    where: [
      SizingCondition(.availability(of: "fleet", atLeast: .percent(99.99)), text: "four nines")
    ], demands: ["fleet": demand]
  ) { choices in
    try Topology {
      Zones("az", 5, .mtbf(.years(2), mttr: .hours(1)))
      Service(
        "web", 400 + choices[0], per: "az", need: 1, .mtbf(.days(30), mttr: .minutes(5)),
        capacity: try? Rate(1_000, unit: "rps"))
      System("fleet", "web", demand: try? Rate(2_500_000, unit: "rps"))
    }
  }
  return try await sizing.run()
}
