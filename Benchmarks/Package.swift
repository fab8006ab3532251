// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "nines", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    // Systems and clocks that the benchmarks and the comparisons share.
    .target(
      name: "BenchmarkSupport", dependencies: [.product(name: "Nines", package: "nines")],
      path: "Benchmarks/BenchmarkSupport"),
    // Designs found by dynamic programming and by evaluation.
    .executableTarget(
      name: "Allocation",
      dependencies: [
        .product(name: "Nines", package: "nines"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Allocation",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    // A million months judged under each measuring rule.
    .executableTarget(
      name: "Contracts",
      dependencies: [
        .product(name: "Nines", package: "nines"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Contracts",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "Exact",
      dependencies: [
        "BenchmarkSupport", .product(name: "Nines", package: "nines"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Exact",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "Fits",
      dependencies: [
        .product(name: "Nines", package: "nines"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Fits",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "Simulation",
      dependencies: [
        "BenchmarkSupport", .product(name: "Nines", package: "nines"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Simulation",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    // Outage tables, the figures of a year, and histories of shortfalls.
    .executableTarget(
      name: "Adequacy",
      dependencies: [
        .product(name: "Nines", package: "nines"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/ResourceAdequacy",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    // Searches for the smallest and the cheapest design.
    .executableTarget(
      name: "SizingSearches",
      dependencies: [
        .product(name: "Nines", package: "nines"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Sizing",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    // Draws of uncertain inputs a second.
    .executableTarget(
      name: "Uncertainty",
      dependencies: [
        .product(name: "Nines", package: "nines"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Uncertainty",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    // The library's side of Comparisons/simulation.py.
    .executableTarget(
      name: "reference-run",
      dependencies: ["BenchmarkSupport", .product(name: "Nines", package: "nines")],
      path: "Comparisons/ReferenceRun"),
    // What each behaviour in time costs, beside the same topology without it.
    .executableTarget(
      name: "behaviour-cost",
      dependencies: ["BenchmarkSupport", .product(name: "Nines", package: "nines")],
      path: "Comparisons/BehaviourCost"),
    .executableTarget(
      name: "Kernels",
      dependencies: [
        .product(name: "RandomStreams", package: "nines"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Kernels",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)
