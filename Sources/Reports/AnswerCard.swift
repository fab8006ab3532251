import Assessment
import Quantities
import StructureFunctions

/// Answers as short cards for people: minutes and probabilities before nines. Estimates are rounded
/// to their error.
public enum AnswerCard {
  /// The card of a long-run availability.
  public static func report(_ answer: AvailabilityAnswer) -> Report {
    let belief = answer.belief
    let down = "\(downtime(answer, in: .month)) a month, \(downtime(answer, in: .year)) a year"
    var rows: [CardLayout.Row] = [("available", available(answer))]
    rows += CardLayout.rows("down", [down, belief?.downtimeText].compactMap(\.self))
    rows += CardLayout.rows("outages", [outages(answer), belief?.outagesText].compactMap(\.self))
    if answer.isDegradable { rows += levels(answer) }
    rows += CardLayout.rows("nines", [nines(answer), belief?.ninesText].compactMap(\.self))
    if let belief { rows += BeliefRows.influences(belief.influences, of: "the nines") }
    if let cost = answer.cost {
      rows.append(("cost", HumanFigures.cost(cost, leavingOut: answer.unpriced)))
    }
    return CardLayout.report(answer.name, rows + method(answer), assuming: answer.assumptions)
  }

  /// One line: `web  99.9958% available, 1.81 min down a month`.
  public static func line(_ answer: AvailabilityAnswer) -> String {
    "\(answer.name)  \(available(answer)) available, \(downtime(answer, in: .month)) down a month"
  }

  // MARK: Figures

  /// Beyond ten nines what is missing stands alone: near 1 an estimate has no digits left for it.
  static func available(_ answer: AvailabilityAnswer) -> String {
    guard let estimates = answer.estimates else { return HumanFigures.percent(answer.availability) }
    let lost = estimates.unavailability
    guard lost.value > 0, lost.value < 1e-10 else {
      return HumanFigures.percent(share: estimates.availability)
    }
    return "100% but for \(HumanFigures.percent(share: lost))"
  }

  private static func percent(_ exact: Probability, _ estimate: Estimate?) -> String {
    estimate.map { HumanFigures.percent(share: $0) } ?? HumanFigures.percent(exact)
  }

  static func downtime(_ answer: AvailabilityAnswer, in window: Window) -> String {
    guard let share = answer.estimates?.unavailability else {
      return HumanFigures.duration(answer.downtime(in: window))
    }
    return HumanFigures.duration(seconds: share.scaled(by: window.length.seconds))
  }

  static func nines(_ answer: AvailabilityAnswer) -> String {
    guard let estimates = answer.estimates else { return HumanFigures.nines(answer.availability) }
    guard let nines = estimates.nines else { return "no outage seen" }
    return "\(HumanFigures.number(nines)) nines"
  }

  static func outages(_ answer: AvailabilityAnswer) -> String {
    guard let estimates = answer.estimates else { return exactOutages(answer) }
    guard let yearly = estimates.outagesPerYear, let mean = estimates.meanOutage else {
      return estimates.unavailability.value > 0 ? "unknown" : "none seen"
    }
    let length = HumanFigures.duration(seconds: mean)
    return "\(HumanFigures.number(yearly)) a year, \(length) each on average"
  }

  private static func exactOutages(_ answer: AvailabilityAnswer) -> String {
    guard let frequency = answer.outageFrequency else { return "unknown" }
    let often = HumanFigures.frequency(frequency)
    guard let mean = answer.meanOutage else { return often }
    return "\(often), \(HumanFigures.duration(mean)) each on average"
  }

  private static func levels(_ answer: AvailabilityAnswer) -> [CardLayout.Row] {
    let estimates = answer.estimates
    let belief = answer.belief
    let full = CardLayout.rows(
      "full service",
      [percent(answer.full, estimates?.full), belief?.lessThanFull.map(BeliefRows.percent)]
        .compactMap(\.self))
    let mean = CardLayout.rows(
      "mean level",
      [
        percent(answer.expectedLevel, estimates?.expectedLevel),
        belief?.levelLost.map(BeliefRows.percent),
      ].compactMap(\.self))
    let lower = zip(answer.levels.indices, answer.levels).reversed().filter { $0.1.level < 1 }
    return (answer.full == answer.availability ? [] : full) + mean
      + lower.prefix(8).map { place, level in
        let share =
          (estimates?.levels[place].probability).map { HumanFigures.percent(share: $0) }
          ?? HumanFigures.number(level.probability * 100) + "%"
        return ("at \(HumanFigures.number(level.level * 100))%", "\(share) of the time")
      }
  }

  private static func method(_ answer: AvailabilityAnswer) -> [CardLayout.Row] {
    engine(answer) + (answer.belief.map { [("beliefs", $0.methodText)] } ?? [])
  }

  static func engine(_ answer: AvailabilityAnswer) -> [CardLayout.Row] {
    guard let result = answer.estimates?.result else { return [("method", answer.method.rawValue)] }
    let ended: [CardLayout.Row] =
      switch result.ending {
      case .runs, .error, .decided: []
      case .time: [("ended", "when the time was over, with a larger error than 1 %")]
      case .interrupted: [("ended", "interrupted")]
      }
    return SimulationCard.size(result) + ended
  }
}

// Goals.
extension AnswerCard {
  /// The card of a check.
  public static func report(_ answer: CheckAnswer) -> Report {
    let forecast = answer.forecast
    let allowed = HumanFigures.duration(answer.window.downtime(at: answer.required))
    let rows: [CardLayout.Row] =
      [
        ("forecast", "\(downtime(forecast, in: answer.window)) down, \(available(forecast))"),
        ("allowed", "\(allowed) down"),
      ] + undecided(answer) + believed(forecast) + method(forecast)
    return CardLayout.report(
      "\(answer.name) \(HumanFigures.verdict(answer.isMet)) \(answer.target) in the long run",
      tone: Report.Tone(answer.isMet), rows, assuming: forecast.assumptions)
  }

  private static func believed(_ forecast: AvailabilityAnswer) -> [CardLayout.Row] {
    guard let belief = forecast.belief, let chance = belief.chanceWithinGoal else { return [] }
    return [("believed", "met with a chance of \(HumanFigures.percent(share: chance))")]
      + BeliefRows.influences(belief.influences, of: "the nines")
  }

  private static func undecided(_ answer: CheckAnswer) -> [CardLayout.Row] {
    guard answer.isMet == nil else { return [] }
    guard let needed = answer.replicationsToDecide else {
      return [("undecided", "the simulation can't tell how large its error is")]
    }
    return [
      (
        "undecided",
        """
        the goal lies within the 95 % interval; \(HumanFigures.number(needed, digits: 2)) \
        replications or more could tell
        """
      )
    ]
  }
}

// Engines.
extension AnswerCard {
  /// The card of an explanation.
  public static func report(_ explanation: Explanation, uncertainInputs: Int = 0) -> Report {
    let engine = engine(explanation)
    let rows = engine + beliefs(uncertainInputs)
    guard !engine.isEmpty else {
      return Report([.heading("\(explanation.name): its level is always 0")])
    }
    let levels = ["0"] + explanation.levels.map { HumanFigures.number($0) }
    return CardLayout.report(
      explanation.name, rows + [("levels", levels.joined(separator: ", "))], assuming: [])
  }

  private static func beliefs(_ inputs: Int) -> [CardLayout.Row] {
    guard inputs > 0 else { return [] }
    let count = inputs == 1 ? "1 input" : "\(inputs) inputs"
    return [
      ("beliefs", "\(count): figures are at the medians, with 90% intervals over their draws")
    ]
  }

  private static func engine(_ explanation: Explanation) -> [CardLayout.Row] {
    if explanation.method == .simulated {
      let reason = explanation.refusal?.reason ?? "it was asked for"
      return [
        ("engine", "simulation: \(reason)"),
        ("effort", "histories of a year, to 1 % of the mean downtime, for 10 s at most"),
      ]
    }
    guard let work = explanation.work else { return [] }
    let shared =
      work.sharedParts == 0
      ? "no part is used twice, so parts are solved one by one"
      : "\(work.sharedParts) parts are used in several places and are decided first"
    return [
      ("engine", "exact: every part is independent, so that nothing needs to be simulated"),
      ("diagram", "\(work.kinds) kinds of components, \(work.gates) gates; \(shared)"),
    ]
  }
}
