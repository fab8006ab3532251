import OutageSimulation
import Quantities

/// Equal parts of a history, in which outages are drawn together where they are too many to be told apart:
/// as wide as the part, as high as the downtime that lies in it.
struct TimelineCells {
  /// How many outages are told apart, and how many parts there are else.
  private static let most = 120

  /// The length of a part, in seconds.
  let length: Double
  /// The downtime of the part with the most, in seconds.
  private(set) var highest = 0.0

  /// Nil where the outages of the history can be told apart.
  init?(_ history: OutageHistory) {
    guard history.outages.count > Self.most else { return nil }
    length = history.horizon.seconds / Double(Self.most)
    highest = downtimes(history.outages).max() ?? 0
  }

  /// What is drawn for some outages: a bar for each part with downtime, by that of the highest. Cost:
  /// linear in the outages and in the parts.
  func segments(of outages: [OutageHistory.Outage], _ tone: Chart.Tone) -> [Chart.Segment] {
    downtimes(outages).enumerated().filter { $0.element > 0 }.map { cell, down in
      let start = Double(cell) * length
      return Chart.Segment(
        from: start, to: start + length, height: min(1, down / highest), tone: tone)
    }
  }

  /// The downtime in each part, in seconds.
  private func downtimes(_ outages: [OutageHistory.Outage]) -> [Double] {
    var down = [Double](repeating: 0, count: Self.most)
    for outage in outages {
      let (start, end) = (outage.start.seconds, outage.end.seconds)
      for cell in place(start)...max(place(start), place(end)) {
        let from = max(start, Double(cell) * length)
        down[cell] += max(0, min(end, Double(cell + 1) * length) - from)
      }
    }
    return down
  }

  private func place(_ seconds: Double) -> Int {
    min(Self.most - 1, max(0, Int(seconds / length)))
  }
}
