import Assessment
import Quantities

/// A sweep as a table, with a bar for each downtime.
public enum SweepTable {
  /// The table of a sweep.
  public static func report(_ sweep: AvailabilitySweep) -> Report {
    let now = sweep.current.map { ", now \($0)" } ?? ""
    let most = sweep.points.map { share($0.answer) }.max() ?? 0
    let rows = sweep.points.map { point in
      [
        point.text, AnswerCard.available(point.answer),
        AnswerCard.downtime(point.answer, in: .year), AnswerCard.nines(point.answer),
      ]
    }
    let bars = sweep.points.map { Report.Bar(most > 0 ? share($0.answer) / most : 0, length: 40) }
    let table = Report.Table([sweep.input, "available", "down a year", "nines"], rows, bars: bars)
    let methods = Set(sweep.points.map(\.answer.method.rawValue)).sorted()
    return Report(
      [.heading("\(sweep.name) over \(sweep.input)\(now)"), .table(table)]
        + CardLayout.blocks([("method", methods.joined(separator: ", "))])
        + CardLayout.assumptions(sweep.assumptions))
  }

  private static func share(_ answer: AvailabilityAnswer) -> Double {
    answer.availability.complement
  }
}
