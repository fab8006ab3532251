import Assessment
import Charts
import OutageSimulation
import Quantities
import Reports
import ServiceLevels
import Testing

@Suite("Builders")
struct BuilderTests {
  private static let perfect = "a = 100%, mttr 1h\nsystem s = a\n"

  @Test("refuse to draw nothing")
  func nothing() async throws {
    let result = try await SampleCharts.simulation(Self.perfect, "s", over: .days(30), runs: 100)
    let reason = ChartError.noDowntime(of: "s", windows: 100)
    #expect(throws: reason) { try ExceedanceChart.chart(result) }
    #expect(throws: reason) { try HistogramChart.chart(result) }
    #expect(reason.description.contains("nothing to plot"))
    #expect(throws: ChartError.nothingMatters(for: "s")) { try ImportanceChart.chart("s", []) }
    #expect(throws: ChartError.tooFewValues(of: "x")) {
      try SweepChart.chart(AvailabilitySweep(name: "s", over: "x", current: nil, points: []))
    }
  }

  /// A curve of shares that fall from P(any downtime), and its line at what is allowed.
  @Test("draw a curve that falls, within its ribbon")
  func exceedance() async throws {
    let result = try await SampleCharts.simulation(
      SampleCharts.site, "site", over: .days(30), runs: 4_000)
    let chart = try ExceedanceChart.chart(
      result, allowing: [ExceedanceChart.Allowance("gold", .minutes(30))])
    guard case .plot(let vertical, let lines, _) = chart.content else {
      Issue.record("no plot")
      return
    }
    let points = try #require(lines.first).points
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.x < $1.x && $0.y >= $1.y })
    #expect(points.allSatisfy { ($0.low ?? 1) <= $0.y && $0.y <= ($0.high ?? 0) })
    #expect(points.allSatisfy { vertical.contains($0.y) })
    let clean = try #require(result.clean)
    #expect(abs((points.first?.y ?? 0) - (1 - clean.value)) < 0.02 * (1 - clean.value))
    #expect(chart.references.first?.place == .horizontal(1_800))
  }

  @Test("say of a promise how often its own rule misses it")
  func promise() async throws {
    // Outages below half an hour don't count, so that less is missed than the curve says.
    let agreement = try ServiceLevelAgreement(
      "gold", target: try Probability(value: 0.999, complement: 0.001), per: .month,
      counted: .runs(of: .minutes(30)))
    let assessor = Assessor(try SampleCharts.topology(SampleCharts.site))
    var request = SimulationRequest(horizon: .days(30))
    request.stopping = .runs(500)
    let question = ContractQuestion(agreement, windows: 1)
    request.contracts = [question]
    let answer = try await assessor.contract(of: "site", question, request).answer(required: nil)
    let missed = try #require(answer.missed)
    let result = try #require(answer.result)
    let chart = try ExceedanceChart.chart(
      result, allowing: [ExceedanceChart.Allowance("gold", of: answer)])
    let share = HumanFigures.percent(share: missed)
    let curve = result.downtime?.exceedance(of: .seconds(2_592)).probability.value ?? 0
    #expect(missed.value < curve)
    #expect(
      chart.references.first?.lines == [
        "gold: 43.2 min allowed", "missed in \(share) of months, by its own rule",
      ])
  }

  @Test("end a curve where the window does, if some are down throughout")
  func saturated() async throws {
    let text = "system x = (mtbf 10y, mttr 3y)"
    let result = try await SampleCharts.simulation(text, "x", over: .years(1), runs: 1_000)
    let chart = try ExceedanceChart.chart(result)
    guard case .plot(let vertical, let lines, _) = chart.content, let last = lines[0].points.last
    else { throw ChartError.nothingSpent }
    #expect(last.x == Duration.years(1).seconds && last.y == vertical.range.lowerBound)
    // Some 15 % of the years are down from end to end: the long-run share 3/13, less those cut by an end.
    let before = lines[0].points.dropLast().last
    #expect(abs((before?.y ?? 0) - 0.155) < 5 * 0.0115 && (before?.x ?? 0) > 0.99 * last.x)
    #expect(chart.alternative.contains("one in 10 are down throughout"))
  }

  @Test("mark the downtimes that were asked about")
  func thresholds() async throws {
    let text = "system x = (mtbf 30d, mttr 1h)"
    let topology = try SampleCharts.topology(text)
    var request = SimulationRequest(horizon: .days(30))
    request.stopping = .runs(500)
    request.thresholds = [.hours(2)]
    let result = try await OutageSimulation(topology, of: "x", request).run()
    let chart = try ExceedanceChart.chart(result)
    #expect(chart.references.map(\.place) == [.horizontal(7_200)])
    let share = HumanFigures.percent(share: result.exceedances[0].probability)
    #expect(chart.references[0].lines == ["more than 2 h", "in \(share) of months"])
  }

  @Test("gather outages that are too many to be told apart, as high as their downtime")
  func cells() async throws {
    let topology = try SampleCharts.topology("system x = (mtbf 1h, mttr 1min)")
    let request = SimulationRequest(horizon: .years(1))
    let history = try OutageSimulation(topology, of: "x", request).history()
    let chart = TimelineChart.chart(history)
    guard case .rows(let rows) = chart.content else { throw ChartError.nothingSpent }
    let heights = rows[0].segments.map(\.height)
    #expect(heights.count == 120 && heights.max() == 1)
    // By the downtime of the highest cell, which no row's text tells but the subtitle.
    let cell = Duration.years(1).seconds / 120
    #expect(rows[0].segments.allSatisfy { abs($0.to - $0.from - cell) < 1e-6 * cell })
    let highest = history.downtime.seconds / heights.reduce(0, +)
    let said = HumanFigures.duration(seconds: highest)
    #expect(
      chart.subtitle.contains(
        "gathered in cells of 3.04 d, as high as their downtime: the highest has \(said)."))
  }

  /// One cause has twenty times the downtime of another: so much more is drawn of it.
  @Test("draw the rows of gathered outages by their downtime")
  func ink() throws {
    let topology = try SampleCharts.topology(
      "a = (mtbf 1d, mttr 1h)\nb = (mtbf 1d, mttr 3min)\nsystem x = a & b")
    let history = try OutageSimulation(
      topology, of: "x", SimulationRequest(horizon: .years(1))
    ).history()
    let chart = TimelineChart.chart(history)
    guard case .rows(let rows) = chart.content else { throw ChartError.nothingSpent }
    let ink = rows.map { row in row.segments.reduce(0) { $0 + $1.height } }
    #expect(rows.map(\.label) == ["x down", "a", "b"])
    #expect(abs(ink[1] + ink[2] - ink[0]) < 1e-9 * ink[0])
    #expect(ink[1] / ink[2] > 10 && ink[1] / ink[2] < 40)
    let lines = TextPlotRenderer(width: 60).text(chart).split(separator: "\n")
    #expect(lines.contains { $0.contains("▁▁▁▁") } && lines.contains { $0.contains("█") })
    #expect(lines.contains { $0.hasSuffix(rows[0].text ?? "?") })
    let drawn = [700.0, 280].map { width in
      let svg = SVGRenderer(width: width).text(chart)
      return [rows[0].text, rows[0].shortText].map { svg.contains(">\($0 ?? "?")<") }
    }
    #expect(drawn == [[true, false], [false, true]])
    let narrow = TextPlotRenderer(width: 40).text(chart).split(separator: "\n")
    #expect(narrow.contains { $0.hasSuffix(rows[0].shortText ?? "?") }, "\(narrow)")
  }

  @Test("say how a history was asked for")
  func conditions() throws {
    let topology = try SampleCharts.topology("service w: 2 of 3, mtbf 10d, mttr 1h")
    var request = SimulationRequest(horizon: .years(1))
    #expect(
      !TimelineChart.chart(try OutageSimulation(topology, of: "w", request).history())
        .subtitle.contains("counts as down"))
    request.start = .up
    request.countsBelow = try Probability(value: 1, complement: 0)
    let subtitle = TimelineChart.chart(
      try OutageSimulation(topology, of: "w", request).history()
    ).subtitle
    #expect(
      subtitle.contains(
        "began each outage, a level below 100% counts as down, all new at the beginning."))
  }

  @Test("count one window and one month in the singular")
  func singular() {
    #expect(ChartError.noDowntime(of: "s", windows: 1).description.contains("in 1 window,"))
    #expect(ChartError.noDowntime(of: "s", windows: 2).description.contains("in 2 windows,"))
    #expect([1, 2].map { WindowName(.days(30)).many($0) } == ["month", "months"])
    #expect([1, 2].map { WindowName(.days(5)).many($0) } == ["window of 5 d", "windows of 5 d"])
  }

  @Test("place a sweep's present value between its points")
  func now() throws {
    let answer = try Assessor(SampleCharts.topology(SampleCharts.site)).longRun(of: "site")
    guard case .exact(let forecast) = answer else { throw ChartError.nothingSpent }
    let points = [1.0, 3].map {
      AvailabilitySweep.Point(text: "\($0)", number: $0, answer: forecast)
    }
    let sweep = AvailabilitySweep(
      name: "site", over: "n", current: "2 per az", currentNumber: 2, points: points)
    #expect(try SweepChart.chart(sweep).references.map(\.place) == [.horizontal(2)])
  }

  private func sweep(_ input: String, _ shares: [(String, Double)]) throws -> AvailabilitySweep {
    let points = try shares.enumerated().map { place, share in
      let program = "a = \(share.0)\nsystem s = a\n"
      let answer = try Assessor(SampleCharts.topology(program)).longRun(of: "s")
      guard case .exact(let forecast) = answer else { throw ChartError.nothingSpent }
      return AvailabilitySweep.Point(
        text: "\(place + 1)", number: share.1, answer: forecast)
    }
    return AvailabilitySweep(name: "s", over: input, current: nil, points: points)
  }

  private func line(_ sweep: AvailabilitySweep) throws -> Chart.Line {
    guard case .plot(_, let lines, _) = try SweepChart.chart(sweep).content, let line = lines.first
    else { throw ChartError.nothingSpent }
    return line
  }

  @Test("label the points of a sweep shortly, and neighbours apart")
  func sweepLabels() throws {
    let shares = [
      "0.0412%", "0.223%", "45.678%", "99.1234%", "99.1236%", "99.95%", "99.999999995%",
      "99.99999999999999995%",
    ].enumerated().map { ($0.element, Double($0.offset + 1)) }
    #expect(
      try line(sweep("a.count", shares)).points.map(\.label) == [
        "0.0412%", "0.223%", "45.7%", "99.123%", "99.124%", "99.95%", "10.3 nines",
        "18.3 nines",
      ])
  }

  @Test("join the points of a sweep unless the downtime jumps between them")
  func steps() throws {
    let shares = [("99%", 1.0), ("99.9%", 2)]
    #expect(try !line(sweep("a.count", shares)).joinsPoints)
    let sweep = try sweep("a.capacity", shares)
    let texts = sweep.points.map {
      AvailabilitySweep.Point(text: "\($0.text) rps", number: $0.number, answer: $0.answer)
    }
    let joins = try ["a.capacity", "peak.demand", "a.mttr"].map { input in
      try line(AvailabilitySweep(name: "s", over: input, current: nil, points: texts)).joinsPoints
    }
    #expect(joins == [false, false, true])
    let chart = try SweepChart.chart(sweep)
    #expect(!SVGRenderer().text(chart).contains("class=\"line"))
    #expect(!TextPlotRenderer().text(chart).contains("⠒"))
    #expect(chart.alternative.hasPrefix("Points of the downtime"))
  }

  @Test("draw whole histories or their windows")
  func windows() async throws {
    let result = try await SampleCharts.simulation(
      SampleCharts.site, "site", over: .years(1), window: .month, runs: 100)
    let charts = try [false, true].map { try HistogramChart.chart(result, ofHistories: $0) }
    #expect(charts[0].subtitle.contains("1,200 simulated months"))
    #expect(charts[1].subtitle.contains("100 simulated years"))
    #expect(try ExceedanceChart.chart(result, ofHistories: true).title.hasSuffix("in a year?"))
  }

  /// The columns and what is clean are all windows.
  @Test("put each window in one column")
  func histogram() async throws {
    let result = try await SampleCharts.simulation(
      SampleCharts.site, "site", over: .days(30), runs: 4_000)
    guard case .plot(_, _, let columns) = try HistogramChart.chart(result).content else {
      Issue.record("no plot")
      return
    }
    let sum = columns.reduce(0) { $0 + $1.height } + (result.clean?.value ?? 0)
    #expect(abs(sum - 1) < 1e-9)
    #expect(zip(columns, columns.dropFirst()).allSatisfy { $0.to == $1.from })
  }

  @Test("draw a history without an outage")
  func timeline() throws {
    let simulation = try Assessor(SampleCharts.topology(Self.perfect)).simulation(of: "s")
    let chart = TimelineChart.chart(try simulation.history())
    #expect(chart.alternative == "A timeline without an outage.")
    #expect(try XMLCheck.flaws(of: SVGRenderer().text(chart)) == [])
  }
}
