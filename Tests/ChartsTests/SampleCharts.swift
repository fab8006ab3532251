import Assessment
import Charts
import OutageSimulation
import Quantities
import ServiceLevels
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

  /// Five hundred services in ten regions, each region behind a gateway.
  static var large: String {
    var text = "zones az: 3, mtbf 2y, mttr 1h\n"
    for region in 1...10 {
      let services = (1...50).map { "r\(region)s\($0)" }
      for (number, name) in services.enumerated() {
        let needs = number % 5 == 0 ? "" : ", needs \(services[number / 5 * 5])"
        text += "service \(name) { 2 per az, need 4, mtbf 30d, mttr 5min\(needs) }\n"
      }
      text += "gate\(region) = \(services.joined(separator: " & "))\n"
    }
    return text + "system all = " + (1...10).map { "gate\($0)" }.joined(separator: " & ") + "\n"
  }

  static let exceedance = Sample("Exceedance") {
    try ExceedanceChart.chart(
      try await simulation(shop, "shop", over: .days(30), runs: 3_000),
      allowing: [ExceedanceChart.Allowance("gold", .seconds(1_296))])
  }

  /// Promises that are too close for their labels to stand between their lines.
  static let closeAllowances = Sample("CloseAllowances") {
    let text = """
      z = 99.95%, mttr 1h
      db = 99.9%, mttr 2h
      shop = 2 of (z, z, z) & db

      """
    let allowed: [(String, UInt32)] = [
      ("gold", 2_592), ("silver", 3_110), ("bronze", 3_888), ("brass", 12_960),
    ]
    return try ExceedanceChart.chart(
      try await simulation(text, "shop", over: .days(30), runs: 3_000),
      allowing: allowed.map { ExceedanceChart.Allowance($0.0, .seconds($0.1)) })
  }

  /// A tail of long and rare outages, on an axis of ratios.
  static let rareExceedance = Sample("RareExceedance") {
    let text = "a = 99.99%, mttr 2min\nb = 99.999%, mttr 1d\nsystem s = a & b\n"
    var request = SimulationRequest(horizon: .days(30))
    request.stopping = .runs(20_000)
    let result = try await Assessor(topology(text)).simulation(of: "s", request).run()
    return try ExceedanceChart.chart(
      result,
      allowing: [
        ExceedanceChart.Allowance("gold", .seconds(1_296)),
        ExceedanceChart.Allowance("basic", .seconds(25_920)),
      ])
  }

  /// So many outages that they can't be told apart.
  static let denseTimeline = Sample("DenseTimeline") {
    let text = "service web: 1 of 1, mtbf 2h, mttr 5min\n"
    var request = SimulationRequest(horizon: .years(1))
    request.sampling = .plain
    let simulation = try Assessor(topology(text)).simulation(of: "web", request)
    return TimelineChart.chart(try simulation.history())
  }

  static let importance = Sample("Importance") {
    try ImportanceChart.chart("site", try Assessor(topology(site)).importance(of: "site"))
  }

  static let histogram = Sample("Histogram") {
    try HistogramChart.chart(
      try await simulation(site, "site", over: .years(1), window: .month, runs: 400))
  }

  static let equalHistogram = Sample("EqualHistogram") {
    try HistogramChart.chart(try await simulation(shop, "shop", over: .days(30), runs: 2_000))
  }

  static let sweep = Sample("Sweep") {
    let points = try [5.0, 10, 15, 30, 60, 120, 240].map { minutes in
      let text = site.replacing("90d, mttr 2h", with: "90d, mttr \(minutes)min")
      return AvailabilitySweep.Point(
        text: minutes < 60 ? "\(Int(minutes))min" : "\(Int(minutes / 60))h",
        number: minutes * 60, answer: try Assessor(topology(text)).availability(of: "db"))
    }
    return try SweepChart.chart(
      AvailabilitySweep(name: "db", over: "db.mttr", current: "2h", points: points))
  }

  static let simulatedSweep = Sample("SimulatedSweep") {
    var points: [AvailabilitySweep.Point] = []
    for members in 1...5 {
      let text =
        "service web: 1 of \(members), mtbf 2d, mttr 4h, failover 1min, success 95%, manual 30min"
      let plain = members > 1 ? text : "service web: 1 of 1, mtbf 2d, mttr 4h"
      guard
        case .simulation(let question) = try Assessor(topology(plain))
          .longRun(of: "web", using: .simulated),
        let answer = question.answer(
          try await simulation(plain, "web", over: .years(1), runs: 40))
      else { throw Failure.noAnswer }
      points.append(
        AvailabilitySweep.Point(text: "\(members)", number: Double(members), answer: answer))
    }
    return try SweepChart.chart(
      AvailabilitySweep(name: "web", over: "web.n", current: "2", points: points))
  }

  static let tornado = Sample("Tornado") {
    let program = try Checker.check(SourceText(site + "why site over inputs"))
    guard case .inputs(let checked) = program.answerable.first else { throw Failure.noQuestion }
    let inputs = checked.inputs.map { input in
      InputChange(input.name, text: input.text, isBelief: input.isBelief) { isHigh in
        input.topology(isHigh: isHigh)
      }
    }
    let tornado = try await Assessor(program.topology).tornado(of: "site", over: inputs)
    guard let tornado else { throw Failure.noQuestion }
    return try TornadoChart.chart(tornado)
  }

  static let budget = Sample("Budget") { try await budgetChart(99.8) }
  static let overdrawnBudget = Sample("OverdrawnBudget") { try await budgetChart(99.95) }

  private static func budgetChart(_ target: Double) async throws -> Chart {
    let result = try await simulation(shop, "shop", over: .days(30), runs: 2_000)
    let budget = try ErrorBudget(
      target: try Probability(value: target / 100, complement: 1 - target / 100), period: .month)
    let waterfall = try Assessor(topology(shop)).waterfall(of: "shop", budget, result)
    return try BudgetChart.chart("shop", waterfall, method: "2,000 simulated months, seed 1")
  }

  static let timeline = Sample("Timeline") {
    var request = SimulationRequest(horizon: .years(1))
    request.sampling = .plain
    let simulation = try Assessor(topology(shop)).simulation(of: "shop", request)
    return TimelineChart.chart(try simulation.history(number: 3))
  }

  /// All of them.
  static let all = [
    exceedance, closeAllowances, rareExceedance, denseTimeline, histogram, equalHistogram,
    importance, sweep,
    simulatedSweep, tornado, budget,
    overdrawnBudget, timeline,
  ]

  enum Failure: Error { case noAnswer, noQuestion }

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
