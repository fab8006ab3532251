import Benchmark
import Nines

/// A million months of one history judged under each rule; 2.88 outages a month, lognormal with
/// median 4 min and sigma 1.3. Beside them the same months simulated and judged by one processor.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .wallClock], maxDuration: .seconds(3), maxIterations: 100)
  for (name, rule) in MonthlyOutages.rules {
    Benchmark("judge.\(name)") { benchmark in
      let months = MonthlyOutages.monthsOfHistory
      let question = try MonthlyOutages.question(rule, windows: months)
      let losses = try MonthlyOutages.losses()
      let judge = ContractJudge(question)
      benchmark.startMeasurement()
      var met = MonthlyOutages.months
      for phase in 0..<Int64(MonthlyOutages.months / months) {
        judge.judge(losses, phase: phase * 37_000_000) { if !$0.isMet { met -= 1 } }
      }
      blackHole(met)
    }
    Benchmark("simulate.\(name)") { benchmark in
      let simulation = try MonthlyOutages.simulation([
        try MonthlyOutages.question(rule, windows: 12)
      ])
      benchmark.startMeasurement()
      blackHole(await simulation.run())
    }
  }
  Benchmark("simulate.without") { benchmark in
    let simulation = try MonthlyOutages.simulation([])
    benchmark.startMeasurement()
    blackHole(await simulation.run())
  }
}
