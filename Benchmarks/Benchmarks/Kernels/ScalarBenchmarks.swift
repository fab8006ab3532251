import Benchmark
import RandomStreams

/// The reproducible functions, a million calls a reading.
func registerScalars() {
  register("scalar logarithm") { ReproducibleFunctions.log($0) }
  register("scalar exponential function") { ReproducibleFunctions.exp($0) }
  register("scalar normal quantile") { ReproducibleFunctions.upperNormalQuantile($0) }
  register("scalar gamma function, 1 to 2") { ReproducibleFunctions.gammaFunction(1 + $0) }
  register("scalar gamma function, 100 to 101") { ReproducibleFunctions.gammaFunction(100 + $0) }
}

private func register(_ name: String, _ function: @escaping @Sendable (Double) -> Double) {
  Benchmark(name) { benchmark in
    var stream = RandomStream(seed: 1, block: 2, purpose: 3)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 1_000) { block in
      stream.fill(block, with: .uniform)
      benchmark.startMeasurement()
      var sum = 0.0
      for _ in 0..<1_000 { for u in block { sum += function(u) } }
      blackHole(sum)
    }
  }
}
