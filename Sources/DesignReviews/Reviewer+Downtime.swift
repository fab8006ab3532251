import Nines

// How downtime is distributed over months and years.
extension Reviewer {
  /// A year of 365 d, many times, with its months of 30 d; or why there is none.
  enum History: Sendable {
    case known(SimulationResult)
    case refused(String)

    var result: SimulationResult? {
      guard case .known(let result) = self else { return nil }
      return result
    }
  }

  func simulate() async -> History {
    guard program.profiles[name] == nil else {
      return .refused(
        """
        The demand on \(name) varies over time, against which outages have no months and years here; \
        `simulate \(name)` tells how what falls short of it is distributed.
        """)
    }
    var request = SimulationRequest(horizon: .years(1))
    request.window = .month
    request.seed = limits.seed ?? 1
    request.stopping = limits.stopping
    do throws(SimulationError) {
      let result = try await assessor.simulation(of: name, request).run()
      return result.replications > 0
        ? .known(result)
        : .refused(Self.undrawnInTime)
    } catch {
      return .refused(
        "How outages are distributed over months and years can't be told: \(error.description).")
    }
  }

  func downtime(_ history: History, _ notes: inout ReviewNotes) -> [DesignReview.Part] {
    switch history {
    case .refused(let reason): return [.sentence(reason)]
    case .known(let result):
      notes.ended(result.ending)
      let card = notes.taking(
        SimulationCard.report(
          result, assuming: program.assumptions(about: name) + program.medians(about: name)),
        of: "months and years", keepsHeading: false)
      return charts(of: result) + [card]
    }
  }

  private func charts(of result: SimulationResult) -> [DesignReview.Part] {
    do throws(ChartError) {
      return [
        .chart(try ExceedanceChart.chart(result)), .chart(try HistogramChart.chart(result)),
        .chart(try ExceedanceChart.chart(result, ofHistories: true)),
        .chart(try HistogramChart.chart(result, ofHistories: true)),
      ]
    } catch {
      return [.sentence(Self.sentence(error.description))]
    }
  }
}
