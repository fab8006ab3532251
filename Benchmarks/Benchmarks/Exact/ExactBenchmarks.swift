import Benchmark
import BenchmarkSupport
import Nines

/// Parse, evaluate and importance on four sizes; counted groups.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuTotal, .wallClock], maxDuration: .seconds(2), maxIterations: 1_000)
  for services in SampleTopologies.sizes { register(services) }
  for (name, text) in SampleTopologies.counted {
    Benchmark("evaluate.\(name)") { benchmark in
      let topology = try Checker.check(SourceText(text)).answerableTopology
      benchmark.startMeasurement()
      blackHole(try Assessor(topology.topology).availability(of: topology.name))
    }
  }
}

private func register(_ services: Int) {
  let text = Shop.text(services: services)
  Benchmark("parse.\(services)") { _ in blackHole(try Checker.check(SourceText(text))) }
  Benchmark("evaluate.\(services)") { benchmark in
    let topology = try Checker.check(SourceText(text)).topology
    benchmark.startMeasurement()
    blackHole(try Assessor(topology).availability(of: "shop"))
  }
  guard services <= 100 else { return }
  Benchmark("importance.\(services)") { benchmark in
    let topology = try Checker.check(SourceText(text)).topology
    benchmark.startMeasurement()
    blackHole(try Assessor(topology).importance(of: "shop"))
  }
}

extension CheckedProgram {
  fileprivate var answerableTopology: (topology: Topology, name: String) {
    guard case .availability(let name, _)? = answerable.first else { return (topology, "") }
    return (topology, name)
  }
}
