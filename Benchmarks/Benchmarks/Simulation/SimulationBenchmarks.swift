import Benchmark
import BenchmarkSupport
import Nines

/// Replications a second on four sizes, conditioned samples, and what each record costs. Replications
/// last a year; all is measured on one thread, in processor time.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [Readings.rate, Readings.costOfFailure], warmupIterations: 1,
    maxDuration: .seconds(3), maxIterations: 20)
  for services in [1, 8, 83, 833] { registerShop(services) }
  registerConditioned()
  registerRecords()
}

/// 16, 100, 1,000 and 10,000 components.
private func registerShop(_ services: Int) {
  for start in SimulationRequest.Start.allCases {
    var request = SimulationRequest()
    request.start = start
    request.sampling = .plain
    register("\(12 * services + 4) components, \(start.rawValue)", Shop.name, request) {
      try Shop.topology(services: services)
    }
  }
}

private func registerConditioned() {
  for factor in [1, 0.01, 0.0001] {
    var request = SimulationRequest()
    request.sampling = .conditioned
    register("conditioned, repairs x \(factor)", ReferenceSite.name, request) {
      try ReferenceSite.topology(repairs: factor)
    }
  }
}

/// The reference topology, half up without its database, with one costly record after the other.
private func registerRecords() {
  var windows = SimulationRequest()
  windows.window = .month
  var causes = SimulationRequest()
  causes.records = .causes
  var levels = SimulationRequest()
  levels.records = .levels
  let requests = [
    ("none", SimulationRequest()), ("windows", windows), ("causes", causes), ("levels", levels),
  ]
  for (name, request) in requests {
    var request = request
    request.sampling = .plain
    register("records: \(name)", ReferenceSite.name, request) { try ReferenceSite.degradable() }
  }
}
