import Benchmark
import Nines

/// The series-parallel benchmark at its loosest and tightest weight, fronts of long series, and
/// spaces of a million designs searched by evaluation.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .wallClock], maxDuration: .seconds(2), maxIterations: 1_000)
  Benchmark("mixes.fyffe") { _ in blackHole(try FyffeHinesLee.system()) }
  for weight in [159.0, 191] { registerFyffe(weight) }
  for choices in [10, 30] { registerSeries(choices) }
  for isOrdered in [true, false] { registerEvaluated(isOrdered: isOrdered) }
}

private func registerFyffe(_ weight: Double) {
  let limits = ResourceLimits(cost: FyffeHinesLee.cost, uses: [weight])
  Benchmark("mostAvailable.fyffe.\(Int(weight))") { benchmark in
    let search = DesignSearch(try FyffeHinesLee.system())
    benchmark.startMeasurement()
    blackHole(try await search.mostAvailable(within: limits))
  }
}

private func registerSeries(_ choices: Int) {
  Benchmark("front.series.\(choices)") { benchmark in
    let search = DesignSearch(try SampleSpace(choices: choices, options: 20).system())
    benchmark.startMeasurement()
    blackHole(try await search.paretoFront())
  }
}

private func registerEvaluated(isOrdered: Bool) {
  let kind = isOrdered ? "ordered" : "unordered"
  let sample = SampleSpace(choices: 6, options: 10, isOrdered: isOrdered)
  Benchmark("cheapest.\(kind)") { benchmark in
    let search = try sample.searchByEvaluation()
    benchmark.startMeasurement()
    blackHole(try await search.cheapest(meeting: .percent("99.9")))
  }
  Benchmark("front.\(kind)") { benchmark in
    let search = try sample.searchByEvaluation()
    benchmark.startMeasurement()
    blackHole(try await search.paretoFront())
  }
}
