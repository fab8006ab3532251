import Charts
import OutageSimulation
import Quantities
import Reports
import Testing

@Suite("Charts of downtimes that many windows have in common")
struct CommonDowntimeChartTests {
  /// An hour of maintenance in each month, and hardly anything else.
  private static let maintained = """
    maintenance mw: every 30d, lasts 1h
    a = (mtbf 100000y, mttr 1s)
    system m = a & mw

    """

  private static func result(
    _ text: String, _ name: String, thresholds: [Duration] = []
  ) async throws -> SimulationResult {
    var request = SimulationRequest(horizon: .days(30))
    request.stopping = .runs(4_096)
    request.sampling = .plain
    request.thresholds = thresholds
    return await (try OutageSimulation(SampleCharts.topology(text), of: name, request)).run()
  }

  private static func columns(_ chart: Chart) throws -> [Chart.Column] {
    guard case .plot(_, _, let columns) = chart.content else { throw ChartError.nothingSpent }
    return columns
  }

  @Test("a promise of all that occurs is not missed")
  func promise() async throws {
    // As people write it: 99.86111111111111 %.
    let target = try Probability(
      value: 0.998_611_111_111_111_1, complement: 0.001_388_888_888_888_9)
    let allowed = Window.month.downtime(at: target)
    let result = try await Self.result(Self.maintained, "m", thresholds: [.hours(1)])
    let chart = try ExceedanceChart.chart(
      result, allowing: [ExceedanceChart.Allowance("gold", allowed)])
    let share = HumanFigures.percent(share: result.exceedances[0].probability)
    #expect(result.exceedances[0].probability.value == 0)
    let missed = ["missed in \(share) of months", "in \(share) of months"]
    #expect(allowed != .hours(1) && chart.references.compactMap(\.lines.last) == missed)
  }

  @Test("an hour stands in the column that ends with it, the last")
  func histogram() async throws {
    let columns = try Self.columns(HistogramChart.chart(await Self.result(Self.maintained, "m")))
    #expect(columns.last?.to == 3_600 && columns.last?.height == 1)
    #expect(columns.dropLast().allSatisfy { $0.height == 0 })
  }

  @Test("no column goes beyond the window, though some windows are down throughout")
  func throughout() async throws {
    let text = "system x = (mtbf 10y, mttr 3y)"
    let result = try await Self.result(text, "x", thresholds: [.days(28)])
    let columns = try Self.columns(HistogramChart.chart(result))
    let last = try #require(columns.last)
    #expect(last.to == Duration.days(30).seconds)
    #expect(last.from == Duration.days(28).seconds)
    #expect(abs(last.height - result.exceedances[0].probability.value) < 1e-9)
  }

  /// The curve goes down to the rarest windows, and so does the axis, not beyond.
  @Test("an axis ends where windows do", arguments: [maintained, "system m = (mtbf 20d, mttr 1h)"])
  func axis(text: String) async throws {
    let chart = try ExceedanceChart.chart(await Self.result(text, "m"))
    guard case .plot(let vertical, let lines, _) = chart.content else {
      throw ChartError.nothingSpent
    }
    let least = (vertical.range.lowerBound, 0.5 / 4_096)
    #expect(least.0 == 0 || least.0 >= least.1)
    #expect(lines[0].points.allSatisfy { $0.y >= vertical.range.lowerBound })
  }
}
