import Benchmark
import BenchmarkSupport
import Nines

/// What is read of a simulation.
enum Readings {
  static let rate = BenchmarkMetric.custom(
    "replications / CPU s", polarity: .prefersLarger, useScalingFactor: false)
  /// Failures expected in the replications, drawn or passed over.
  static let costOfFailure = BenchmarkMetric.custom(
    "CPU ps / failure", polarity: .prefersSmaller, useScalingFactor: false)

  /// So many failures make a reading of about a hundredth of a second, or more.
  private static let failuresInReading = 2e6

  /// Replications of a reading.
  static func runs(failures: Double, conditioned: Bool) -> Int {
    conditioned ? 50_000 : max(2, Int(failuresInReading / failures))
  }
}

/// Registers a simulation; the topology is made and the simulation prepared out of the reading.
func register(
  _ title: String, _ name: String, _ request: SimulationRequest,
  _ topology: @escaping @Sendable () throws -> Topology
) {
  Benchmark(title) { benchmark in
    let topology = try topology()
    let failures = try topology.failures(of: name, in: request.horizon)
    var request = request
    let runs = Readings.runs(failures: failures, conditioned: request.sampling == .conditioned)
    request.stopping = .runs(runs)
    request.threads = 1
    let simulation = try OutageSimulation(topology, of: name, request)
    benchmark.startMeasurement()
    let cost = await SimulationCost(of: simulation)
    benchmark.stopMeasurement()
    benchmark.measurement(Readings.rate, Int(cost.rate))
    benchmark.measurement(Readings.costOfFailure, Int(1e12 / (cost.rate * failures)))
  }
}
