import Nines

/// What began the outages of a simulation, as bars and as a table, for where no importance is known.
enum CauseChart {
  /// The bars of at most `limit` causes, most downtime first. Throws
  /// ``ChartError/nothingMatters(for:)``.
  static func chart(_ result: SimulationResult, limit: Int = 12) throws(ChartError) -> Chart {
    let causes = result.causes.filter { $0.downtime.value > 0 }
    guard let first = causes.first else { throw .nothingMatters(for: result.name) }
    let rows = causes.prefix(limit).map { cause in
      let length = HumanFigures.duration(seconds: cause.downtime)
      return Chart.Row(
        cause.name, [Chart.Segment(from: 0, to: cause.downtime.value, label: length)])
    }
    let often = WindowName(result.horizon).one
    return Chart(
      title: "What takes \(result.name) down?",
      subtitle: """
        Downtime \(often) of the outages that each began; simulated, \
        \(ChartAxis.grouped(result.replications)) histories.
        """,
      alternative: alternative(causes, often),
      horizontal: .durations("downtime \(often)", .linear, 0...first.downtime.value),
      content: .rows(rows))
  }

  private static func alternative(_ causes: [Cause], _ often: String) -> String {
    let named = causes.prefix(3).map {
      "\($0.name) \(HumanFigures.duration(seconds: $0.downtime))"
    }
    return "Bars, longest first: \(named.joined(separator: ", ")) \(often)."
  }

  /// The same as a table.
  static func table(_ result: SimulationResult, limit: Int = 12) -> Report {
    let columns = [
      Report.Table.Column("began with", isLeft: true),
      Report.Table.Column("downtime \(WindowName(result.horizon).one)", isLeft: false),
      Report.Table.Column("share of the downtime", isLeft: false),
    ]
    let rows = result.causes.prefix(limit).map { cause in
      [
        cause.name, HumanFigures.duration(seconds: cause.downtime),
        HumanFigures.percent(share: cause.share),
      ]
    }
    let hidden = result.causes.count - rows.count
    return Report(
      [.table(Report.Table(columns, rows))] + (hidden > 0 ? [.notes(["and \(hidden) more"])] : []))
  }
}
