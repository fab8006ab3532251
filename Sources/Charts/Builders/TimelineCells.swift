import OutageSimulation
import Quantities

/// Equal parts of a history, in which outages are drawn together where they are too many to be told apart:
/// from the part's beginning on, as long as the downtime that lies in it.
struct TimelineCells {
  /// How many outages are told apart, and how many parts there are else.
  private static let most = 120

  /// The length of a part, in seconds.
  let length: Double

  /// Nil where the outages of the history can be told apart.
  init?(_ history: OutageHistory) {
    guard history.outages.count > Self.most else { return nil }
    length = history.horizon.seconds / Double(Self.most)
  }

  /// What is drawn for some outages, by their beginnings. Cost: linear in them and in the parts.
  func spans(of outages: [OutageHistory.Outage]) -> [ClosedRange<Double>] {
    var down = [Double](repeating: 0, count: Self.most)
    for outage in outages {
      let (start, end) = (outage.start.seconds, outage.end.seconds)
      for cell in place(start)...max(place(start), place(end)) {
        let from = max(start, Double(cell) * length)
        down[cell] += max(0, min(end, Double(cell + 1) * length) - from)
      }
    }
    return down.indices.filter { down[$0] > 0 }.map { cell in
      let start = Double(cell) * length
      return start...start + min(length, down[cell])
    }
  }

  private func place(_ seconds: Double) -> Int {
    min(Self.most - 1, max(0, Int(seconds / length)))
  }
}
