/// Why there is no picture, and what to do about it.
public enum ChartError: Error, Sendable, Hashable, CustomStringConvertible {
  /// In so many simulated windows of `name` no downtime was seen.
  case noDowntime(of: String, windows: Int)
  /// Nothing that matters for `name`.
  case nothingMatters(for: String)
  /// Values of `input` that are not in a row.
  case tooFewValues(of: String)
  /// Nothing spent of a budget.
  case nothingSpent

  /// One sentence for people.
  public var description: String {
    switch self {
    case .noDowntime(let name, let windows):
      """
      no downtime of '\(name)' was seen in \(ChartAxis.grouped(windows)) \
      \(windows == 1 ? "window" : "windows"), so that there is \
      nothing to plot
      """
    case .nothingMatters(let name):
      "nothing can fail that matters for '\(name)', so that there is nothing to plot"
    case .tooFewValues(let input): "a plot over \(input) needs two values or more"
    case .nothingSpent: "nothing was spent of the budget, so that there is nothing to plot"
    }
  }
}
