import Assessment
import OutageSimulation
import Quantities

/// Several things side by side, ended by one sentence.
public enum ComparisonTable {
  /// The table of a comparison.
  public static func report(_ comparison: Comparison) -> Report {
    let head = ["", "down a month", "down a year", "nines", "outages a year"]
    let table = Report.Table(head, comparison.subjects.map { row($0, comparison) })
    return Report(
      [.table(table)] + CardLayout.blocks(method(comparison))
        + CardLayout.assumptions(comparison.assumptions) + [.sentence(sentence(comparison))])
  }

  private static func row(_ subject: Comparison.Subject, _ comparison: Comparison) -> [String] {
    let share = subject.unavailability
    return [
      subject.name, downtime(share, .month), downtime(share, .year), nines(share),
      outages(subject, comparison),
    ]
  }

  private static func downtime(_ share: Estimate, _ window: Window) -> String {
    HumanFigures.duration(seconds: share.scaled(by: window.length.seconds))
  }

  private static func nines(_ share: Estimate) -> String {
    guard share.value > 0 else { return share.standardError == 0 ? "never down" : "none seen" }
    let nines = Probability(uncheckedValue: 1 - share.value, complement: share.value).nines
    return HumanFigures.number((nines * 100).rounded(.down) / 100, digits: 4)
  }

  private static func outages(_ subject: Comparison.Subject, _ comparison: Comparison) -> String {
    if let yearly = subject.outagesPerYear { return HumanFigures.number(yearly) }
    return comparison.result == nil || subject.unavailability.value > 0 ? "unknown" : "none seen"
  }

  private static func method(_ comparison: Comparison) -> [CardLayout.Row] {
    guard let result = comparison.result else { return [("method", "exact")] }
    let method = """
      simulated side by side, \(SimulationCard.replications(result.replications)) of \
      \(HumanFigures.duration(result.horizon)), seed \(result.seed)
      """
    let ending: [CardLayout.Row] =
      switch result.ending {
      case .runs, .error, .decided: []
      case .time: [("ended", "when the time was over; `runs \(result.replications)` repeats it")]
      case .interrupted: [("ended", "interrupted")]
      }
    return [("method", method)] + differences(comparison) + ending
  }

  /// Differences from the best have errors of their own, those of the pairs.
  private static func differences(_ comparison: Comparison) -> [CardLayout.Row] {
    let best = comparison.best
    let others = comparison.subjects.indices.filter { $0 != best }
    return CardLayout.rows(
      "differs",
      others.map { other in
        let yearly = comparison.difference(from: best, to: other).secondsPerYear
        let name = comparison.subjects[other].name
        return "\(name) by \(HumanFigures.duration(seconds: yearly)) a year"
      })
  }

  /// What the data say, in one sentence.
  public static func sentence(_ comparison: Comparison) -> String {
    let subjects = comparison.subjects
    guard subjects.count > 2 else {
      return DifferenceSentence.text(
        comparison.difference(from: 0, to: 1), first: subjects[0].name, second: subjects[1].name)
    }
    let best = comparison.best
    let clauses = subjects.indices.filter { $0 != best }.map { other in
      let difference = comparison.difference(from: other, to: best)
      return DifferenceSentence.clause(difference, than: subjects[other].name)
    }
    return "\(subjects[best].name) is down least: \(clauses.joined(separator: ", "))"
  }
}
