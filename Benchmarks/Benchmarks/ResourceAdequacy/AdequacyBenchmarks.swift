import Benchmark
import Nines

/// Outage tables, the figures of a year, and histories of the reliability test system.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .wallClock], maxDuration: .seconds(2), maxIterations: 1_000)
  registerTables()
  Benchmark("figures.rts79") { benchmark in
    let table = try CapacityOutageTable(SampleFleets.reliabilityTestSystem)
    let profile = try SampleFleets.year(peak: 2850, unit: "MW")
    benchmark.startMeasurement()
    blackHole(try AdequacyFigures(table, against: profile))
  }
  Benchmark("read.8760") { benchmark in
    let text = SampleFleets.loads(peak: 2850).joined(separator: "\n")
    benchmark.startMeasurement()
    blackHole(try DemandProfile(csv: text, unit: "MW"))
  }
  Benchmark("histories.rts79.1000") { benchmark in
    let fleet = try CapacityFleet(SampleFleets.reliabilityTestSystem)
    let simulation = try AdequacySimulation(
      fleet, against: SampleFleets.year(peak: 2850, unit: "MW"))
    benchmark.startMeasurement()
    blackHole(try await simulation.run(histories: 1_000, threads: 1))
  }
}

private func registerTables() {
  Benchmark("table.rts79") { _ in
    blackHole(try CapacityOutageTable(SampleFleets.reliabilityTestSystem))
  }
  for (name, kinds, hasNeed) in [
    ("3000-over-5", SampleFleets.oneKind, false), ("3-kinds-over-5", SampleFleets.kinds, false),
    ("3-kinds-with-needs", SampleFleets.kinds, true),
  ] {
    Benchmark("table.\(name)") { benchmark in
      let topology = try SampleFleets.zones(kinds, hasNeed: hasNeed)
      benchmark.startMeasurement()
      blackHole(try CapacityOutageTable(topology, of: "fleet"))
    }
  }
}
