import Assessment
import OutageSimulation
import Quantities
import ServiceLevels

/// Promises as short cards for people: the chance first, then what breaches cost.
public enum ContractCard {
  /// The card of an answer to a promise that reads `text`; `longRun` is the goal for the long run that
  /// was checked too, `assumptions` are those of the question beside the engine's own.
  public static func report(
    _ answer: ContractAnswer, of text: String, longRun: CheckAnswer? = nil,
    assuming assumptions: [String] = []
  ) -> Report {
    let name = WindowName(answer.question)
    var rows = [("chance", chance(answer, name))] + undecided(answer)
    rows += self.longRun(longRun) + running(answer, name) + counted(answer, name)
    rows += promise(answer, name) + remedies(answer) + credit(answer, name) + method(answer)
    return CardLayout.report(
      "\(answer.name) \(verdict(answer, longRun))\(text)\(window(answer))",
      tone: tone(answer, longRun), rows, assuming: answer.assumptions + assumptions)
  }

  /// The card of a chance that a downtime is exceeded.
  public static func report(
    _ answer: ContractAnswer, exceeding text: String, assuming assumptions: [String] = []
  ) -> Report {
    let name = WindowName(answer.question)
    let share = answer.missed.map { percent($0, answer.forecast?.met.inverted) }
    let rows = [("chance", "\(share ?? "unknown") \(having(answer, name))")]
    return CardLayout.report(
      "\(answer.name): a downtime of more than \(text)",
      rows + counted(answer, name) + method(answer),
      assuming: answer.assumptions + assumptions)
  }

  private static func having(_ answer: ContractAnswer, _ name: WindowName) -> String {
    guard let begun = answer.question.begun else { return "of \(name.many) have more" }
    return """
      that this window has more, with \(HumanFigures.duration(begun.counted)) spent and \
      \(HumanFigures.duration(begun.left)) left
      """
  }

  /// What the verdict is about where that isn't any window.
  private static func window(_ answer: ContractAnswer) -> String {
    answer.question.begun == nil ? "" : ", in this window"
  }

  private static func verdict(_ answer: ContractAnswer, _ longRun: CheckAnswer?) -> String {
    guard answer.required != nil else { return "and " }
    return HumanFigures.verdict(answer.isMet(with: longRun)) + " "
  }

  private static func tone(_ answer: ContractAnswer, _ longRun: CheckAnswer?) -> Report.Tone {
    answer.required == nil ? .plain : Report.Tone(answer.isMet(with: longRun))
  }

  // MARK: Rows

  /// Exact figures with all that is missing, estimates to their error.
  private static func percent(_ estimate: Estimate, _ exact: Probability?) -> String {
    exact.map { HumanFigures.percent($0) } ?? HumanFigures.percent(share: estimate)
  }

  private static func chance(_ answer: ContractAnswer, _ name: WindowName) -> String {
    guard let met = answer.met else { return "unknown, since too few histories were drawn" }
    let share = percent(met, answer.forecast?.met)
    let asked =
      answer.required.map { "; \(HumanFigures.percent($0)) \(answer.asked)" } ?? ""
    guard let begun = answer.question.begun else {
      return "\(share) of \(name.many) meet it\(asked)"
    }
    let allowed = answer.question.agreement.window.downtime(at: answer.question.agreement.target)
    return """
      \(share) that this window keeps it, with \(HumanFigures.duration(begun.counted)) of \
      \(HumanFigures.duration(allowed)) spent and \(HumanFigures.duration(begun.left)) left\(asked)
      """
  }

  private static func undecided(_ answer: ContractAnswer) -> [CardLayout.Row] {
    guard answer.required != nil, answer.isMet == nil, answer.met != nil else { return [] }
    guard let needed = answer.replicationsToDecide else {
      return [("undecided", "it can't be told yet; simulate longer, such as `within 5min`")]
    }
    let more = HumanFigures.number(needed, digits: 2)
    return [
      (
        "undecided",
        "it can't be told yet; about \(more) replications could, such as by `within 5min`"
      )
    ]
  }

  private static func longRun(_ check: CheckAnswer?) -> [CardLayout.Row] {
    guard let check else { return [] }
    let forecast = check.forecast
    let share =
      forecast.estimates.map { HumanFigures.percent(share: $0.availability) }
      ?? HumanFigures.percent(forecast.availability)
    return [
      ("long run", "\(share) available, which \(HumanFigures.verdict(check.isMet)) \(check.target)")
    ]
  }

  private static func running(_ answer: ContractAnswer, _ name: WindowName) -> [CardLayout.Row] {
    guard let estimates = answer.estimates else { return [] }
    var rows: [CardLayout.Row] = []
    let windows = answer.question.windows
    if windows > 1, let power = answer.powerOfOne {
      let joint = HumanFigures.percent(share: estimates.metRunning)
      rows = CardLayout.rows(
        "in a row",
        [
          "\(joint) that \(windows) \(name.many) running all meet it",
          "\(HumanFigures.number(power * 100))% if \(name.many) were independent",
        ])
    }
    guard let throughout = estimates.metThroughout else { return rows }
    let length = HumanFigures.duration(answer.question.span)
    let share = HumanFigures.percent(share: throughout)
    return rows + [
      ("rolling", "\(share) of histories of \(length) never break it, whenever a window ends")
    ]
  }

  private static func counted(_ answer: ContractAnswer, _ name: WindowName) -> [CardLayout.Row] {
    guard let estimates = answer.estimates else { return [] }
    let agreement = answer.question.agreement
    let allowed = HumanFigures.duration(agreement.window.downtime(at: agreement.target))
    let mean = HumanFigures.duration(seconds: estimates.counted)
    let often = answer.question.begun == nil ? name.one : "in this window"
    return [("counted", "\(mean) \(often) on average, of \(allowed) allowed")]
  }

  /// What could be promised instead, rounded to the safe side.
  private static func promise(_ answer: ContractAnswer, _ name: WindowName) -> [CardLayout.Row] {
    guard let lost = answer.unavailabilityToPromise else { return [] }
    let share = answer.required?.complement ?? 0.05
    let kept = HumanFigures.percent(Probability(uncheckedValue: 1 - share, complement: share))
    let error = lost.standardError.flatMap { $0 > 0 ? $0 : nil }
    let spread = error.map { " ± \(HumanFigures.number($0 * 100, digits: 1))%" } ?? ""
    return [("could promise", "\(safe(lost.value))\(spread), which \(kept) of \(name.many) meet")]
  }

  /// What is left of 100 %, of which four digits are shown that round it down.
  private static func safe(_ lost: Double) -> String {
    let more = min(1, lost * (1 + 5.01e-4))
    return HumanFigures.percent(Probability(uncheckedValue: 1 - more, complement: more))
  }

  /// What would keep a promise that is broken too often.
  private static func remedies(_ answer: ContractAnswer) -> [CardLayout.Row] {
    guard answer.isMet == false, let remedies = answer.remedies else { return [] }
    let ways = [
      safe(remedies.longestMeanRestoration, 1 - 5.03e-3).map { "an mttr of \($0)" },
      safe(remedies.shortestMeanUpTime, 1 + 5.03e-3).map { "an mtbf of \($0)" },
    ].compactMap(\.self)
    return ways.isEmpty ? [] : [("would do", ways.joined(separator: ", or "))]
  }

  /// Three digits are shown, which this many more or less keep on the safe side.
  private static func safe(_ time: Duration?, _ factor: Double) -> String? {
    time.flatMap { try? Duration(seconds: $0.seconds * factor) }.map { HumanFigures.duration($0) }
  }

  private static func credit(_ answer: ContractAnswer, _ name: WindowName) -> [CardLayout.Row] {
    guard let ladder = answer.question.agreement.credits else { return [] }
    let exact = answer.forecast?.expectedCredit.map { "\(HumanFigures.number($0 * 100))%" }
    let mean = exact ?? answer.estimates?.credit.map { HumanFigures.percent(share: $0) }
    let steps = ladder.steps.enumerated().map { place, step in
      let share =
        answer.forecast.map { "\(HumanFigures.number($0.reached[place].value * 100))%" }
        ?? answer.estimates.map { HumanFigures.percent(share: $0.reached[place]) } ?? "unknown"
      return """
        \(HumanFigures.number(step.credit.value * 100))% due below \
        \(HumanFigures.percent(step.below)), in \(share)\(answer.question.begun == nil ? " of \(name.many)" : "")
        """
    }
    return CardLayout.rows("credit", ["\(mean ?? "unknown") of the bill on average"] + steps)
  }

  // MARK: Method

  private static func method(_ answer: ContractAnswer) -> [CardLayout.Row] {
    let simulated = answer.result.map { SimulationCard.method($0) } ?? []
    guard answer.forecast != nil else { return simulated }
    let rest = simulated.isEmpty ? "" : "; what windows have in common"
    return [("method", "\(AnswerMethod.exact.rawValue)\(rest)")]
      + simulated.map { ($0.label == "method" ? "" : $0.label, $0.content) }
  }
}

extension ContractAnswer {
  /// The verb of what is required.
  fileprivate var asked: String { question.begun == nil ? "must" : "is asked" }
}

extension WindowName {
  /// The windows of a promise.
  init(_ question: ContractQuestion) {
    let window = question.agreement.window
    self = window == .calendarMonth ? .calendarMonth : WindowName(window.length)
  }
}
