import Benchmark
import Nines

/// Fits of each family by the number of lives, and the intervals of their parameters.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .wallClock], maxDuration: .seconds(2), maxIterations: 1_000)
  for count in [50, 1_000, 100_000] {
    for family in LifeFamily.allCases where family != .fixed {
      register(family, count, censoring: 0)
      register(family, count, censoring: 0.3)
    }
    Benchmark("rank.\(count)") { benchmark in
      let sample = try SampleLives.sample(count: count, censoring: 0.3)
      benchmark.startMeasurement()
      blackHole(try LifeFit.ranked(of: sample))
    }
  }
}

private func register(_ family: LifeFamily, _ count: Int, censoring: Double) {
  let name = "\(family.rawValue).\(count)" + (censoring > 0 ? ".censored" : "")
  Benchmark("fit.\(name)") { benchmark in
    let sample = try SampleLives.sample(count: count, censoring: censoring)
    benchmark.startMeasurement()
    blackHole(try LifeFit.maximumLikelihood(family, of: sample))
  }
  Benchmark("intervals.\(name)") { benchmark in
    let sample = try SampleLives.sample(count: count, censoring: censoring)
    let fit = try LifeFit.maximumLikelihood(family, of: sample)
    benchmark.startMeasurement()
    blackHole(try fit.intervals())
  }
}
