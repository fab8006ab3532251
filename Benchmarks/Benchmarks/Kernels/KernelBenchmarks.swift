import Benchmark
import RandomStreams

/// Each sampler at each level, the Swift reference, and values one at a time. Every reading is of a
/// million values, so that its milliseconds are nanoseconds a value; of restarts, a million too.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock], maxDuration: .seconds(1), maxIterations: 100)
  for level in VectorLevel.allCases where level <= .best {
    for (name, variate) in SampledLaws.all { registerBlocks(name, variate, level) }
    registerFunctions(level)
    registerBits(level)
    registerRestarts(level)
  }
  for (name, variate) in SampledLaws.all {
    registerReference(name, variate)
    registerSingleValues(name, variate)
  }
  registerScalars()
}

private let thousand = 1_000

private func registerBlocks(_ name: String, _ variate: Variate, _ level: VectorLevel) {
  Benchmark("\(name).\(level)") { benchmark in
    var stream = RandomStream(seed: 1, block: 2, purpose: 3, level: level)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: thousand) { block in
      benchmark.startMeasurement()
      for _ in 0..<thousand { stream.fill(block, with: variate) }
      blackHole(block[0])
    }
  }
}

private func registerFunctions(_ level: VectorLevel) {
  Benchmark("exponential function then logarithm.\(level)") { benchmark in
    withUnsafeTemporaryAllocation(of: Double.self, capacity: thousand) { block in
      for place in 0..<thousand { block[place] = Double(place) * 0.1 }
      benchmark.startMeasurement()
      for _ in 0..<thousand {
        ReproducibleFunctions.replaceByExponentials(block, level: level)
        ReproducibleFunctions.replaceByLogarithms(block, level: level)
      }
      blackHole(block[0])
    }
  }
}

private func registerBits(_ level: VectorLevel) {
  Benchmark("bits.\(level)") { benchmark in
    var stream = RandomStream(seed: 1, block: 2, purpose: 3, level: level)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: thousand) { block in
      benchmark.startMeasurement()
      for _ in 0..<thousand { stream.fillBits(block) }
      blackHole(block[0])
    }
  }
}

private func registerRestarts(_ level: VectorLevel) {
  Benchmark("restart.\(level)") { benchmark in
    var stream = RandomStream(seed: 1, block: 2, purpose: 3, level: level)
    for block in 0..<UInt64(thousand * thousand) {
      stream.restart(seed: 1, block: block, purpose: 3)
    }
    blackHole(stream)
  }
}

private func registerReference(_ name: String, _ variate: Variate) {
  Benchmark("\(name).Swift reference") { _ in
    var stream = ReferenceStream(seed: 1, block: 2, purpose: 3)
    var sum = SIMD8<Double>.zero
    for _ in 0..<thousand * thousand / 8 { sum += stream.next(variate) }
    blackHole(sum)
  }
}

private func registerSingleValues(_ name: String, _ variate: Variate) {
  Benchmark("\(name).one at a time") { _ in
    var buffer = try VariateBuffer(variate, seed: 1, block: 2, purpose: 3)
    var sum = 0.0
    for _ in 0..<thousand * thousand { sum += buffer.next() }
    blackHole(sum)
  }
}
