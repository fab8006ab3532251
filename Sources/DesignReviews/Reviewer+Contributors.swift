import Nines

// What takes it down, and what to fix first.
extension Reviewer {
  /// The exact importances, or where there are none the causes that the simulation saw.
  func contributors(_ history: History, _ notes: inout ReviewNotes) -> [DesignReview.Part] {
    guard program.profiles[name] == nil else {
      return [
        .sentence(
          """
          What matters is known of outages alone, not of a demand that varies; below is what each change \
          would save.
          """)
      ]
    }
    do throws(AssessmentError) {
      let rows = try assessor.importance(of: name)
      notes.note(
        "what takes it down", ["exact, component by component"] + program.medians(about: name))
      return [Self.part { () throws(ChartError) in try ImportanceChart.chart(name, rows) }]
        + (rows.isEmpty ? [] : [.report(ImportanceTable.report(name, rows))])
    } catch {
      let seen = causes(history, &notes)
      guard !seen.isEmpty else { return [.sentence(Self.sentence(error.description))] }
      return [
        .sentence(
          """
          What matters part by part is worked out exactly or not at all, and \(name) is simulated: below is \
          what began its outages.
          """)
      ] + seen
    }
  }

  private func causes(_ history: History, _ notes: inout ReviewNotes) -> [DesignReview.Part] {
    guard let result = history.result, !result.causes.isEmpty else { return [] }
    notes.note(
      "what takes it down", ["the simulation of months and years, by what began each outage"])
    return [Self.part { () throws(ChartError) in try CauseChart.chart(result) }]
      + [.report(CauseChart.table(result))]
  }

  static func part(_ chart: () throws(ChartError) -> Chart) -> DesignReview.Part {
    do throws(ChartError) {
      return .chart(try chart())
    } catch {
      return .sentence(sentence(error.description))
    }
  }

  // MARK: Improvements

  /// More changes than this are counted alone.
  private static let changes = 12

  /// Of more definitions than this not every change is tried: each is an exact answer of its own.
  private static let parts = 200

  /// What each change would save, or where that isn't known what the worst causes come to.
  func improvements(
    _ forecast: AvailabilityAnswer?, _ history: History, _ notes: inout ReviewNotes
  ) async -> [DesignReview.Part] {
    let parts = program.topology.definitions.count
    guard parts <= Self.parts || forecast?.method == .simulated else {
      return [
        .sentence(
          """
          What each of some \(2 * parts) changes would save takes long to work out; `improve \(name)` tells it. \
          Begin with the first of what takes it down.
          """)
      ]
    }
    do throws(SizingError) {
      guard let answer = try await ranking() else { return worst(history) }
      guard !answer.changes.isEmpty else {
        return [.sentence("No single change is known that would help.")]
      }
      notes.ended(answer.result?.ending)
      if answer.method == .exact { notes.note("what to fix first", ["exact, each change alone"]) }
      return [
        notes.taking(Self.shortened(ImprovementCard.report(answer)), of: "what to fix first")
      ]
    } catch {
      return [.sentence("What each change would save can't be told: \(error.description).")]
        + worst(history)
    }
  }

  private func ranking() async throws(SizingError) -> ImprovementAnswer? {
    var draws = ImprovementAnswer.usualDraws
    draws.seed = limits.seed ?? draws.seed
    draws.stopping = limits.limiting(draws.stopping, deciding: nil)
    return try await ImprovementAnswer.ranking(
      program.topology, of: name, demands: program.profiles, simulating: draws,
      assuming: program.assumptions(about: name) + program.medians(about: name))
  }

  /// The causes to begin with.
  private func worst(_ history: History) -> [DesignReview.Part] {
    guard let result = history.result else { return [] }
    let often = WindowName(result.horizon).one
    let causes = result.causes.filter { $0.downtime.value > 0 }.prefix(3).map { cause in
      "\(cause.name): \(HumanFigures.duration(seconds: cause.downtime)) \(often), "
        + "\(HumanFigures.percent(share: cause.share)) of the downtime"
    }
    guard !causes.isEmpty else { return [] }
    return [
      .sentence("Begin with what begins the most downtime:"),
      .report(Report([.notes(causes)])),
    ]
  }

  private static func shortened(_ report: Report) -> Report {
    Report(
      report.blocks.flatMap { block -> [Report.Block] in
        guard case .table(let table) = block, table.rows.count > changes else { return [block] }
        return [
          .table(Report.Table(table.columns, Array(table.rows.prefix(changes)))),
          .notes(["and \(table.rows.count - changes) more"]),
        ]
      })
  }
}
