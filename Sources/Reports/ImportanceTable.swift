import Quantities
import StructureFunctions

/// What matters, as a table: most minutes first.
public enum ImportanceTable {
  package struct Line {
    package var domains: [String]
    package var members: Int
    package let importance: Importance
  }

  /// The table, with at most `limit` rows; rows of one definition that don't differ are one.
  public static func report(
    _ name: String, _ rows: [Importance], limit: Int = 12, uncertainInputs: Int = 0
  ) -> Report {
    let lines = gathered(rows)
    let headings = ["component", "downtime a year", "criticality", "Birnbaum", "if down, risk x"]
    let cells = lines.prefix(limit).map { [label($0, among: lines)] + figures($0.importance) }
    let more = lines.count > limit ? ["and \(lines.count - limit) more"] : []
    let title = "\(name): downtime that would not be if the component never failed"
    let medians = uncertainInputs > 0 ? ["at the medians of what is believed"] : []
    return Report(
      [.heading(title), .table(Report.Table(headings, cells))] + CardLayout.notes(more + medians))
  }

  private static func figures(_ importance: Importance) -> [String] {
    [
      HumanFigures.duration(importance.downtimePerYear),
      importance.criticality.map { HumanFigures.number($0 * 100) + "%" } ?? "-",
      HumanFigures.number(importance.birnbaum),
      importance.riskAchievement.map { HumanFigures.number($0) } ?? "-",
    ]
  }

  /// Rows of one definition that do not differ are one.
  package static func gathered(_ rows: [Importance]) -> [Line] {
    var lines: [Line] = []
    for importance in rows {
      let domains = importance.row.domains
      if let like = lines.lastIndex(where: { isAlike($0.importance, importance) }) {
        lines[like].members += importance.row.members
        lines[like].domains += domains.filter { !lines[like].domains.contains($0) }
      } else {
        let members = importance.row.members
        lines.append(Line(domains: domains, members: members, importance: importance))
      }
    }
    return lines
  }

  /// Domains are named where members of one definition differ by them.
  package static func label(_ line: Line, among lines: [Line]) -> String {
    let row = line.importance.row
    let part = row.part.map { "\(row.name): \($0)" } ?? row.name
    let others = lines.count { $0.importance.row.name == row.name }
    let place =
      others > 1 && !line.domains.isEmpty ? " in " + line.domains.joined(separator: ", ") : ""
    return part + place + (line.members > 1 ? " (each of \(line.members))" : "")
  }

  private static func isAlike(_ left: Importance, _ right: Importance) -> Bool {
    left.row.name == right.row.name && left.row.part == right.row.part
      && abs(left.birnbaum - right.birnbaum) <= 1e-9 * left.birnbaum
  }

  /// The minimal cut sets, a line each.
  public static func report(_ sets: [MinimalCutSet], limit: Int = 20) -> Report {
    let lines = sets.prefix(limit).map { set in
      let events = set.events.map { event in
        let place =
          event.row.domains.isEmpty ? "" : " in " + event.row.domains.joined(separator: ", ")
        let part = event.row.part.map { "\(event.row.name): \($0)" } ?? event.row.name
        return (event.count > 1 ? "\(event.count) of " : "") + part + place
      }
      return "\(HumanFigures.number(set.probability))  \(events.joined(separator: " + "))"
    }
    let more = sets.count > limit ? ["and \(sets.count - limit) more"] : []
    return Report(
      [.heading("minimal cut sets, with the probability of one such")]
        + CardLayout.notes(lines + more))
  }
}
