import Assessment
import Quantities

/// A sweep as a table, with a bar for each downtime.
public enum SweepTable {
  /// The longest bar, in characters.
  private static let width = 40

  /// The table of a sweep.
  public static func text(_ sweep: AvailabilitySweep) -> String {
    let now = sweep.current.map { ", now \($0)" } ?? ""
    let most = sweep.points.map { share($0.answer) }.max() ?? 0
    let table =
      [[sweep.input, "available", "down a year", "nines"]]
      + sweep.points.map { point in
        [
          point.text, AnswerCard.available(point.answer),
          AnswerCard.downtime(point.answer, in: .year), AnswerCard.nines(point.answer),
        ]
      }
    let bars = [""] + sweep.points.map { "  " + bar(share($0.answer), of: most) }
    let lines = zip(AlignedTable.lines(table), bars).map { $0 + $1 }
    let methods = Set(sweep.points.map(\.answer.method.rawValue)).sorted()
    return
      (["\(sweep.name) over \(sweep.input)\(now)"] + lines
      + CardLayout.lines([("method", methods.joined(separator: ", "))])
      + CardLayout.assumptions(sweep.assumptions)).joined(separator: "\n")
  }

  private static func share(_ answer: AvailabilityAnswer) -> Double {
    answer.availability.complement
  }

  /// A bar as long as the share of the most; any downtime has one character.
  private static func bar(_ share: Double, of most: Double) -> String {
    guard share > 0, most > 0 else { return "" }
    let length = max(1, Int((share / most * Double(width)).rounded()))
    return String(repeating: "#", count: length)
  }
}
