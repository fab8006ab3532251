import CapacityPlanning
import Quantities

/// The answer of a search as a card: the design first, then every candidate that was looked at.
public enum SizingCard {
  /// The card of a search that reads `text`; `assumptions` are those of the question beside the
  /// answer's own.
  public static func report(
    _ answer: SizingAnswer, of text: String, assuming assumptions: [String] = []
  ) -> Report {
    let rows = result(answer) + undecided(answer) + limit(answer)
    if !answer.front.isEmpty { return front(answer, text, assumptions) }
    return Report(
      [.heading(text, Report.Tone(answer.isFound))] + CardLayout.blocks(rows) + [
        .table(candidates(answer))
      ] + flaws(answer)
        + CardLayout.assumptions(answer.assumptions + assumptions))
  }

  // MARK: The design

  private static func result(_ answer: SizingAnswer) -> [CardLayout.Row] {
    guard let best = answer.best else { return none(answer) }
    let isSure = answer.undecided.isEmpty && !answer.isInterrupted
    let label = isSure ? word(answer.objective) : "found so far"
    return [
      (label, choices(best, answer)), ("size", size(best)),
    ] + (best.unavailability.map { [("down", "\(downtime($0)) a month")] } ?? [])
      + best.outcomes.map { ("", "\($0.condition.text): \(figure($0))") }
  }

  /// Cost against downtime, each design spelled out.
  private static func front(
    _ answer: SizingAnswer, _ text: String, _ assumptions: [String]
  ) -> Report {
    let head = answer.variables.map(\.name) + ["instances", "cost a month", "down a month"]
    let rows = answer.front.map { candidate in
      candidate.values + [
        "\(candidate.instances)", candidate.cost.map { amount($0) } ?? "0",
        downtime(candidate.unavailability ?? 1),
      ]
    }
    let count = """
      \(answer.front.count) of the \(answer.space) designs are beaten by no other in both cost and \
      downtime
      """
    let table = Report.Table(head, rows, left: answer.variables.count)
    return Report(
      [.heading(text), .notes([count]), .table(table)] + CardLayout.blocks(undecided(answer))
        + flaws(answer) + CardLayout.assumptions(answer.assumptions + assumptions))
  }

  private static func word(_ objective: SizingObjective) -> String {
    switch objective {
    case .fewestInstances: "the smallest"
    case .leastCost: "the cheapest"
    case .leastDowntime, .front: "the best"
    }
  }

  private static func none(_ answer: SizingAnswer) -> [CardLayout.Row] {
    if answer.isInterrupted { return [("ended", "by hand, before a design was found")] }
    guard let nearest = answer.nearest else {
      return answer.undecided.isEmpty ? [("found", "no design makes sense")] : []
    }
    return [
      ("found", "none of the \(answer.space) designs meets it"),
      ("nearest", choices(nearest, answer)),
    ] + (nearest.outcomes.last.map { [("", "\($0.condition.text): \(figure($0))")] } ?? [])
  }

  private static func choices(_ candidate: SizingCandidate, _ answer: SizingAnswer) -> String {
    zip(answer.variables, candidate.values).map { "\($0.name) = \($1)" }.joined(separator: ", ")
  }

  private static func size(_ candidate: SizingCandidate) -> String {
    let instances = "\(candidate.instances) instance\(candidate.instances == 1 ? "" : "s")"
    return instances + (candidate.cost.map { ", \(HumanFigures.cost($0))" } ?? "")
  }

  private static func undecided(_ answer: SizingAnswer) -> [CardLayout.Row] {
    guard !answer.undecided.isEmpty else { return [] }
    let names = answer.undecided.map { choices($0, answer) }.joined(separator: "; ")
    return [
      (
        "undecided",
        "the data can't tell whether \(names) will do; simulate longer, such as `within 5min`"
      )
    ]
  }

  private static func limit(_ answer: SizingAnswer) -> [CardLayout.Row] {
    if let dearer = answer.withoutBudget {
      return [("because", "of the cost: \(choices(dearer, answer)) would do, \(size(dearer))")]
    }
    guard let limit = answer.limit else { return [] }
    if let alone = limit.alone {
      return [
        (
          "because",
          "\(limit.name) alone comes to \(figure(alone)), whatever the rest is; improve it first"
        )
      ]
    }
    return [("because", "most of its downtime goes with \(limit.name)")]
  }

  // MARK: Candidates

  private static func candidates(_ answer: SizingAnswer) -> Report.Table {
    let hasCost = answer.candidates.contains { $0.cost != nil }
    let head =
      answer.variables.map(\.name) + ["instances"] + (hasCost ? ["cost a month"] : [])
      + ["will do"]
    let rows = answer.candidates.filter { $0.flaw == nil }.map { candidate in
      candidate.values + ["\(candidate.instances)"]
        + (hasCost ? [candidate.cost.map { amount($0) } ?? "unknown"] : [])
        + [verdict(candidate.isMet), reasons(candidate)]
    }
    return Report.Table(head, rows, left: answer.variables.count, remarks: "")
  }

  private static func flaws(_ answer: SizingAnswer) -> [Report.Block] {
    let flawed = answer.candidates.filter { $0.flaw != nil }
    guard let first = flawed.first, let flaw = first.flaw else { return [] }
    let such = "such as \(choices(first, answer)): \(flaw)"
    return [.notes(["\(flawed.count) of the \(answer.space) make no sense, \(such)"])]
  }

  private static func verdict(_ isMet: Bool?) -> String {
    switch isMet {
    case true?: "yes"
    case false?: "no"
    case nil: "can't tell"
    }
  }

  private static func reasons(_ candidate: SizingCandidate) -> String {
    candidate.outcomes.map { "\(words($0.condition)) \(figure($0))" }.joined(separator: "; ")
      + (candidate.mainCause.map { ", mostly \($0)" } ?? "")
  }

  /// What a condition is about, without its limit.
  private static func words(_ condition: SizingCondition) -> String {
    let signs = [" >= ", " <= ", " > ", " < "]
    for sign in signs {
      if let range = condition.text.firstRange(of: sign),
        !condition.text[range.upperBound...].contains(")")
      {
        return String(condition.text[..<range.lowerBound])
      }
    }
    return condition.text
  }

  // MARK: Figures

  private static func figure(_ outcome: ConditionOutcome) -> String {
    switch outcome.figure {
    case .probability(let value): probability(value, outcome.condition)
    case .simulated(let estimate): simulated(estimate, outcome.condition)
    case .outages(let frequency): frequency.map { HumanFigures.frequency($0) } ?? "unknown"
    case .alwaysDown: "always down"
    case .shortfall(let share): "\(HumanFigures.number(share * 100))%"
    case .cost(let cost): cost.map { HumanFigures.cost($0) } ?? "unknown"
    case .capacity(let rate): rate?.label ?? "no limit"
    }
  }

  private static func probability(_ value: Probability, _ condition: SizingCondition) -> String {
    switch condition.requirement {
    case .availability:
      """
      \(downtime(value.complement, in: condition.window)) \(WindowName(condition.window.length).one) \
      (\(HumanFigures.percent(value)))
      """
    default:
      condition.asksForExcess
        ? "\(HumanFigures.number(value.complement * 100))%" : HumanFigures.percent(value)
    }
  }

  private static func downtime(_ share: Double, in window: Window = .month) -> String {
    HumanFigures.duration(
      window.downtime(at: Probability(uncheckedValue: 1 - share, complement: share)))
  }

  /// Of what is lost, or of how often.
  private static func simulated(_ estimate: Estimate, _ condition: SizingCondition) -> String {
    switch condition.requirement {
    case .availability:
      """
      \(HumanFigures.duration(seconds: estimate.scaled(by: condition.window.length.seconds))) \
      \(WindowName(condition.window.length).one)
      """
    case .outages:
      "\(HumanFigures.number(estimate.scaled(by: Duration.years(1).seconds))) a year"
    case .promise:
      HumanFigures.percent(share: condition.asksForExcess ? estimate : estimate.complement)
    case .shortfall, .cost, .capacity: HumanFigures.percent(share: estimate)
    }
  }

  private static func amount(_ cost: Cost) -> String {
    HumanFigures.number(cost.perMonth, digits: 6)
  }
}
