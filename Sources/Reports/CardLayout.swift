/// How cards are put together: a name, labelled rows, and the assumptions below them.
enum CardLayout {
  /// A label, empty in continued rows, and what it says.
  typealias Row = (label: String, content: String)

  static func report(
    _ name: String, tone: Report.Tone = .plain, _ rows: [Row], assuming assumptions: [String]
  ) -> Report {
    Report([.heading(name, tone)] + blocks(rows) + self.assumptions(assumptions))
  }

  /// Several rows under one label.
  static func rows(_ label: String, _ contents: [String]) -> [Row] {
    contents.enumerated().map { place, content in (place == 0 ? label : "", content) }
  }

  /// The rows as a block, if there are any.
  static func blocks(_ rows: [Row]) -> [Report.Block] {
    rows.isEmpty ? [] : [.rows(gathered(rows))]
  }

  /// The assumptions as a block, if there are any.
  static func assumptions(_ assumptions: [String]) -> [Report.Block] {
    assumptions.isEmpty ? [] : [.assumptions(assumptions)]
  }

  /// The notes as a block, if there are any.
  static func notes(_ notes: [String]) -> [Report.Block] {
    notes.isEmpty ? [] : [.notes(notes)]
  }

  /// Continued rows belong to the label above them.
  static func gathered(_ rows: [Row]) -> [Report.Row] {
    var gathered: [Report.Row] = []
    for row in rows {
      if row.label.isEmpty, let last = gathered.popLast() {
        gathered.append(Report.Row(last.label, last.lines + [row.content], bar: last.bar))
      } else {
        gathered.append(Report.Row(row.label, [row.content]))
      }
    }
    return gathered
  }
}
