import Nines

// Pictures that are asked for.
extension Evaluator {
  /// Draws what a simulation shows; Ctrl-C ends it with what it has seen.
  func answer(_ picture: CheckedPicture, _ simulation: OutageSimulation) async -> ExitStatus {
    guard picture.kind != .timeline else { return timeline(picture, simulation) }
    let result = await run(simulation)
    show(
      SimulationCard.report(result, assuming: picture.simulation.assumptions),
      json: JSONValue(result, assuming: picture.simulation.assumptions),
      picture: Picture { () throws(ChartError) in try picture.chart(of: result) }, isPicture: true)
    return result.ending == .interrupted ? .interrupted : .answered
  }

  /// Draws what something depends on.
  func draw(_ name: String, in program: CheckedProgram) -> ExitStatus {
    guard let drawing = TopologyDrawing(program.topology, of: name) else { return .unanswerable }
    show(
      drawing.report, json: JSONValue(drawing, of: name), picture: .drawing(drawing),
      isPicture: true)
    return .answered
  }

  private func timeline(
    _ picture: CheckedPicture, _ simulation: OutageSimulation
  ) -> ExitStatus {
    do throws(SimulationError) {
      let found = try simulation.firstHistoryWithOutage(among: Self.histories)
      let history = if let found { found } else { try simulation.history() }
      let tried = found.map { $0.number + 1 } ?? Self.histories
      let assumptions = picture.simulation.assumptions
      show(
        TimelineCard.report(history, assuming: assumptions, outOf: tried),
        json: JSONValue(history, assuming: assumptions),
        picture: .chart(TimelineChart.chart(history, outOf: tried)), isPicture: true)
      return .answered
    } catch {
      complain("unanswerable", error.description)
      return .unanswerable
    }
  }

  /// A history without an outage shows nothing: the first of so many that has one is shown.
  private static let histories = 1_000
}

extension CheckedPicture {
  fileprivate func chart(of result: SimulationResult) throws(ChartError) -> Chart {
    switch kind {
    case .exceedance:
      try ExceedanceChart.chart(
        result,
        allowing: allowances.map { ExceedanceChart.Allowance($0.name, $0.downtime) })
    case .histogram, .timeline, .topology: try HistogramChart.chart(result)
    }
  }
}
