import Quantities

/// How a contract counts downtime within a window.
///
/// An outage that crosses the window's edge is cut there first. For any history of outages and any
/// length g, what whole cells of g count is at most what runs of g count, and that at most what is
/// counted continuously.
public enum MeasuringRule: Sendable, Hashable {
  /// Every instant in which the service is down.
  case continuous
  /// Minutes of a grid that are down from edge to edge: whole cells of one minute.
  case wholeMinutes
  /// Outages of at least this length, from their beginning; above 0.
  case runs(of: Duration)
  /// Cells of a grid of this spacing, above 0, that are down from edge to edge.
  case cells(of: Duration)
  /// The error ratio averaged over time: an instant at level l counts as 1 - l of it.
  case averageErrors
  /// Minutes of a grid whose error ratio is above this, all of each; 0 or more and below 1.
  case errors(above: Probability)

  /// True where degraded service counts too, so that levels must be known and not outages alone.
  public var countsErrors: Bool {
    switch self {
    case .averageErrors, .errors: true
    case .continuous, .wholeMinutes, .runs, .cells: false
    }
  }

  /// The spacing of the grid on which the rule lies; nil without one. Its phase is uniform: minutes
  /// of the supplier's clock begin when they begin.
  public var grid: Duration? {
    switch self {
    case .wholeMinutes, .errors: .minutes(1)
    case .cells(let length): length
    case .continuous, .runs, .averageErrors: nil
    }
  }
}
