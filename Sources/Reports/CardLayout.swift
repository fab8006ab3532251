/// How cards are set: a name, aligned rows, and the assumptions below them.
enum CardLayout {
  /// A label, empty in continued rows, and what it says.
  typealias Row = (label: String, content: String)

  static func text(_ name: String, _ rows: [Row], assuming assumptions: [String]) -> String {
    ([name] + lines(rows) + self.assumptions(assumptions)).joined(separator: "\n")
  }

  /// Several rows under one label.
  static func rows(_ label: String, _ contents: [String]) -> [Row] {
    contents.enumerated().map { place, content in (place == 0 ? label : "", content) }
  }

  static func lines(_ rows: [Row]) -> [String] {
    let width = (rows.map(\.label.count).max() ?? 0) + 2
    return rows.map { "  " + padded($0.label, width) + $0.content }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  static func assumptions(_ assumptions: [String]) -> [String] {
    assumptions.enumerated().map { place, line in
      (place == 0 ? "  assuming " : "           ") + line
    }
  }
}
