import Assessment
import Quantities

/// What a change of values does, as a card: each figure before and after.
public enum ChangeCard {
  /// The card of `change`; `changes` are what was changed, a line each. Where the answer before
  /// it is in sight, what is assumed as it was there is not repeated.
  public static func report(
    _ change: AvailabilityChange, of changes: [String], isShownBefore: Bool = false
  ) -> Report {
    let (before, after) = (change.before, change.after)
    var rows = CardLayout.rows("with", changes)
    rows += [
      ("available", both(change) { AnswerCard.available($0) }),
      ("a month", both(change) { "\(AnswerCard.downtime($0, in: .month)) down" }),
      ("a year", both(change) { "\(AnswerCard.downtime($0, in: .year)) down" }),
      ("outages", both(change) { AnswerCard.outages($0) }),
      ("nines", both(change) { AnswerCard.nines($0) }),
    ]
    let engines = [before, after].map { AnswerCard.engine($0) }
    rows += engines[1]
    let sentence = sentence(change.difference)
    let known = isShownBefore ? Set(before.assumptions) : []
    let new = change.assumptions.filter { !known.contains($0) }
    return CardLayout.report(
      after.name, rows + [("change", sentence)],
      assuming: known.isEmpty ? new : ["what was assumed before the change"] + new)
  }

  /// The changes alone, above an answer with them.
  public static func report(of changes: [String]) -> Report {
    Report([.verbatim(changes.enumerated().map { ($0 == 0 ? "with " : "     ") + $1 })])
  }

  private static func both(
    _ change: AvailabilityChange, _ text: (AvailabilityAnswer) -> String
  ) -> String {
    let (before, after) = (text(change.before), text(change.after))
    return before == after ? after : "\(before) -> \(after)"
  }

  private static func sentence(_ difference: DowntimeDifference) -> String {
    switch difference.verdict {
    case .equal: return "none: it is down as long as before"
    case .undecided: return "too small for the data to tell"
    case .less, .more: break
    }
    let word = difference.verdict == .less ? "less" : "more"
    let yearly = HumanFigures.duration(seconds: difference.secondsPerYear.magnitude)
    guard let factor = difference.ratio else {
      return "\(yearly) \(word) downtime a year; \(end(difference)) it is never down"
    }
    return "\(yearly) \(word) downtime a year, "
      + DifferenceSentence.change(factor, isLess: difference.verdict == .less)
  }

  private static func end(_ difference: DowntimeDifference) -> String {
    difference.second.value == 0 ? "with it" : "without it"
  }
}
