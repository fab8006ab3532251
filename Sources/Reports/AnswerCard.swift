import Assessment
import Quantities
import StructureFunctions

/// Answers as short cards for people: minutes and probabilities before nines.
public enum AnswerCard {
  /// The card of a long-run availability.
  public static func text(_ answer: AvailabilityAnswer) -> String {
    var rows = [
      ("available", HumanFigures.percent(answer.availability)),
      ("down", downtime(answer)),
      ("outages", outages(answer)),
    ]
    if answer.isDegradable { rows += levels(answer) }
    rows.append(("nines", HumanFigures.nines(answer.availability)))
    rows.append(("method", answer.method.rawValue))
    return CardLayout.text(answer.name, rows, assuming: answer.assumptions)
  }

  private static func downtime(_ answer: AvailabilityAnswer) -> String {
    let month = HumanFigures.duration(answer.downtime(in: .month))
    return "\(month) a month, \(HumanFigures.duration(answer.downtime(in: .year))) a year"
  }

  private static func outages(_ answer: AvailabilityAnswer) -> String {
    guard let frequency = answer.outageFrequency else { return "unknown" }
    let often = HumanFigures.frequency(frequency)
    guard let mean = answer.meanOutage else { return often }
    return "\(often), \(HumanFigures.duration(mean)) each on average"
  }

  private static func levels(_ answer: AvailabilityAnswer) -> [(String, String)] {
    let full = ("full service", HumanFigures.percent(answer.full))
    return (answer.full == answer.availability ? [] : [full])
      + [("mean level", HumanFigures.percent(answer.expectedLevel))]
      + answer.levels.reversed().filter { $0.level < 1 }.prefix(8).map { level in
        let share = HumanFigures.number(level.level * 100)
        return ("at \(share)%", "\(HumanFigures.number(level.probability * 100))% of the time")
      }
  }

  /// The card of a check.
  public static func text(_ answer: CheckAnswer) -> String {
    let verdict = answer.isMet ? "meets" : "does not meet"
    let forecast = HumanFigures.duration(answer.forecast.downtime(in: answer.window))
    let allowed = HumanFigures.duration(answer.window.downtime(at: answer.required))
    let rows = [
      ("forecast", "\(forecast) down, \(HumanFigures.percent(answer.forecast.availability))"),
      ("allowed", "\(allowed) down"), ("method", answer.forecast.method.rawValue),
    ]
    return CardLayout.text(
      "\(answer.name) \(verdict) \(answer.target) in the long run", rows,
      assuming: answer.forecast.assumptions)
  }

  /// The card of an explanation.
  public static func text(_ explanation: Explanation) -> String {
    guard let work = explanation.work else { return "\(explanation.name): its level is always 0" }
    let shared =
      work.sharedParts == 0
      ? "no part is used twice, so parts are solved one by one"
      : "\(work.sharedParts) parts are used in several places and are decided first"
    return """
      \(explanation.name)
        engine    exact: every part is independent, so that nothing needs to be simulated
        diagram   \(work.kinds) kinds of components, \(work.gates) gates; \(shared)
        levels    0, \(explanation.levels.map { HumanFigures.number($0) }.joined(separator: ", "))
      """
  }
}
