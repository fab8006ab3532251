import Benchmark
import Nines

/// Draws of all inputs, carried through the exact engine: every reading is of 131,072 draws, so that
/// 131 ms are a microsecond a draw.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .wallClock], maxDuration: .seconds(3), maxIterations: 100)
  for components in [3, 30, 300] {
    Benchmark("draws.\(components)") { benchmark in
      let topology = try UncertainRow.topology(components: components)
      benchmark.startMeasurement()
      blackHole(try topology.propagated(to: "row", UncertaintyRequest(draws: 131_072)))
    }
  }
  Benchmark("draws.30.million") { benchmark in
    let topology = try UncertainRow.topology(components: 30)
    benchmark.startMeasurement()
    blackHole(try topology.propagated(to: "row", UncertaintyRequest(draws: 1_000_000)))
  }
  Benchmark("rebuilt.30") { benchmark in
    let topology = try UncertainRow.topology(components: 30)
    benchmark.startMeasurement()
    let request = UncertaintyRequest(draws: 1_024, method: .rebuilt)
    blackHole(try topology.propagated(to: "row", request))
  }
}
