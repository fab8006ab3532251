import Assessment
import Charts
import OutageSimulation
import Quantities
import Testing
import Topology
import TopologyLanguage

/// Charts of every kind, made from real answers with fixed seeds.
enum SampleCharts {
  /// The three-zone shop of the examples.
  static let shop = """
    zones az: 3, mtbf 2y, mttr 1h
    service auth    { 2 per az, need 4, mtbf 30d, mttr 5min, needs sessions }
    service catalog { 3 per az, need 6, mtbf 30d, mttr 5min, wants sessions degraded 80% }
    service order {
      3 per az, need 6
      mtbf 30d, mttr 5min
      needs orders-db & auth
      sends payment via pay-queue
      breaker fraud trips 10s retries 30s fallback 90%
    }
    service payment: 2 per az, need 4, mtbf 20d, mttr 10min
    service fraud:   2 per az, need 3, mtbf 15d, mttr 20min
    queue pay-queue:    99.95%, mttr 10min, buffer 15min, drain 1.25
    store sessions:     1 of 3, mtbf 60d, mttr 10min, failover 15s, across az
    store orders-db:    1 of 2, mtbf 180d, mttr 1h, failover 30s, success 98%, manual 1h, across az
    lb = 99.99%, mttr 1min
    system shop = lb & auth & catalog & order

    """

  /// Something simpler, all of it exact.
  static let site = """
    zones az: 2, mtbf 1y, mttr 4h
    service web: 2 per az, need 2, mtbf 20d, mttr 15min
    store db: 1 of 2, mtbf 90d, mttr 2h, across az
    dns = 99.99%, mttr 20min
    system site = dns & web & db

    """

  static let exceedance = Sample("Exceedance") {
    try ExceedanceChart.chart(
      try await simulation(shop, "shop", over: .days(30), runs: 3_000),
      allowing: [ExceedanceChart.Allowance("gold", .seconds(1_296))])
  }

  static let importance = Sample("Importance") {
    try ImportanceChart.chart("site", try Assessor(topology(site)).importance(of: "site"))
  }

  /// All of them.
  static let all = [exceedance, importance]

  /// A chart by the name of its file.
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let chart: @Sendable () async throws -> Chart

    init(_ name: String, _ chart: @escaping @Sendable () async throws -> Chart) {
      self.name = name
      self.chart = chart
    }

    var testDescription: String { name }
  }

  static func topology(_ text: String) throws -> Topology {
    try Checker.check(SourceText(text)).topology
  }

  static func simulation(
    _ text: String, _ name: String, over horizon: Duration, window: Window? = nil, runs: Int
  ) async throws -> SimulationResult {
    var request = SimulationRequest(horizon: horizon)
    request.stopping = .runs(runs)
    request.sampling = .plain
    request.window = window
    return try await Assessor(topology(text)).simulation(of: name, request).run()
  }
}
