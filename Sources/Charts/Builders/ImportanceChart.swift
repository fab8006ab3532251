import Quantities
import Reports
import StructureFunctions

/// What matters, as bars: the downtime a year that would not be if a component never failed.
public enum ImportanceChart {
  /// The bars of at most `limit` components, most downtime first; rows of one definition that don't differ
  /// are one. Throws ``ChartError/nothingMatters(for:)``.
  public static func chart(
    _ name: String, _ rows: [Importance], limit: Int = 12
  ) throws(ChartError) -> Chart {
    let lines = ImportanceTable.gathered(rows).filter { $0.importance.downtimePerYear > .zero }
    guard let first = lines.first, limit > 0 else { throw .nothingMatters(for: name) }
    let most = first.importance.downtimePerYear.seconds
    let bars = lines.prefix(limit).map { line in
      Chart.Row(
        ImportanceTable.label(line, among: lines),
        [
          Chart.Segment(
            from: 0, to: line.importance.downtimePerYear.seconds,
            label: HumanFigures.duration(line.importance.downtimePerYear))
        ])
    }
    return Chart(
      title: "What takes \(name) down?", subtitle: subtitle(lines.count - bars.count),
      alternative: alternative(lines),
      horizontal: .durations("downtime a year", .linear, 0...most), content: .rows(bars))
  }

  private static func subtitle(_ hidden: Int) -> String {
    let more = hidden > 0 ? " Of \(hidden) more none has more." : ""
    return "Downtime a year that would not be if the component never failed; exact.\(more)"
  }

  private static func alternative(_ lines: [ImportanceTable.Line]) -> String {
    let named = lines.prefix(3).map { line in
      let length = HumanFigures.duration(line.importance.downtimePerYear)
      return "\(ImportanceTable.label(line, among: lines)) \(length)"
    }
    return "Bars, longest first: \(named.joined(separator: ", ")) a year."
  }
}
