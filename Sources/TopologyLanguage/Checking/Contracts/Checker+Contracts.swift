import Quantities
import ServiceLevels
import Topology

// Checks of promises, and their chances.
extension Checker {
  func check(
    _ check: CheckSyntax, _ span: SourceSpan, _ topology: Topology
  ) throws(Diagnostic) -> CheckedQuestion {
    let name = try known(check.name, topology)
    let reading = PromiseReading(details: check.details, span: span, source: source)
    switch check.goal {
    case .meets(let contract):
      let promise = try agreements.agreement(named: contract, in: topology)
      return .promise(
        try reading.check(
          name, promise.agreement, text: "\(contract.text), \(promise.agreement.summary)",
          with: check.confidence, longRun: nil,
          assuming: promise.assumptions + defaults(name, topology)))
    case .survives(let loss, let lost):
      return try survival(check, of: name, without: loss, of: lost, topology)
    case .availability(let percent, let window):
      let target = CheckedQuestion.Target(
        availability: try QuantityReading.value(percent), window: window.value,
        text: "\(percent.text) per \(window.text)")
      guard let confidence = check.confidence else {
        try refuseDetails(check.details)
        return .check(name, target)
      }
      return .promise(
        try reading.check(
          name, try agreement(percent, window), text: target.text, with: confidence,
          longRun: target, assuming: defaults(name, topology)))
    }
  }

  func chance(
    _ chance: ChanceSyntax, _ span: SourceSpan, _ topology: Topology
  ) throws(Diagnostic) -> CheckedQuestion {
    let reading = PromiseReading(details: chance.details, span: span, source: source)
    switch chance.term {
    case .meets(let name, let contract):
      let promise = try agreements.agreement(named: contract, in: topology)
      let known = try known(name, topology)
      return .promise(
        try reading.chance(
          known, promise.agreement, text: "\(contract.text), \(promise.agreement.summary)",
          assuming: promise.assumptions + defaults(known, topology)))
    case .downtimeExceeds(let name, let time, let window):
      let known = try known(name, topology)
      let (agreement, length) = try excess(time, window)
      return .promise(
        try reading.chance(
          known, agreement, text: "\(TimeWriter.text(time)) per \(window.text)", exceeded: length,
          assuming: defaults(known, topology)))
    case .figure, .capacity: throw .notYet(chance.term.word, span)
    }
  }

  func budget(
    _ budget: BudgetSyntax, _ span: SourceSpan, _ topology: Topology
  ) throws(Diagnostic) -> CheckedBudget {
    let checked: CheckedBudget
    switch budget.goal {
    case .availability(let percent, let window):
      checked = try CheckedBudget(percent, per: window, errors: budget.errors)
    case .meets(let name):
      checked = try CheckedBudget(agreements.agreement(named: name, in: topology), name)
    case .survives(let loss, _):
      throw Diagnostic(
        .misplacedClause, "a budget is that of a promise; `check` tells what is survived",
        at: loss.span)
    }
    guard let name = budget.name else { return checked }
    try refuseRule(budget, topology)
    let subject = try known(name, topology)
    let simulation = SimulationSyntax(
      ExpressionSyntax(.name(name)), options: budget.options, subjectSpan: name.span)
    return checked.spent(
      by: try SimulationReading(simulation, source).simulation(
        of: subject, under: topology.definition(named: subject)?.demand,
        assuming: defaults(subject, topology), at: span))
  }

  /// What the topology leaves to defaults, and takes from published promises, a sentence each.
  func defaults(_ name: String, _ topology: Topology) -> [String] {
    promises.assumptions(about: name, in: topology)
      + topology.restorationAssumptions(about: name, exponential: behaviours.exponential)
      + topology.waitingAssumptions(about: name, flows.waiting)
  }

  /// Causes are known of all downtime, not of what a rule counts.
  private func refuseRule(
    _ budget: BudgetSyntax, _ topology: Topology
  ) throws(Diagnostic) {
    if case .meets(let name) = budget.goal {
      let promise = try agreements.agreement(named: name, in: topology).agreement
      guard promise.rule == .continuous else {
        throw .notYet(form: "what spends a budget that is counted by a rule is", name.span)
      }
    }
    let refused = SimulationOption.wordsNotOfCauses
    for option in budget.options where refused.contains(option.content.word) {
      let removal = ClauseRemoval(of: option.span, in: source)
      throw Diagnostic(
        .misplacedClause, "'\(option.content.word)' says nothing about causes",
        at: removal.span, fixes: removal.fixes)
    }
  }

  /// A window's options say nothing about the long run.
  private func refuseDetails(_ details: ChanceDetails) throws(Diagnostic) {
    guard let span = details.given?.span ?? details.options.first?.span else { return }
    let removal = ClauseRemoval(of: span, in: source)
    throw Diagnostic(
      .misplacedClause,
      "without `with 95%` the long run alone is compared, about which this says nothing",
      at: removal.span, fixes: removal.fixes)
  }

  private func agreement(
    _ percent: PercentSyntax, _ window: WindowSyntax
  ) throws(Diagnostic) -> ServiceLevelAgreement {
    let target = try QuantityReading.value(percent)
    do throws(ServiceLevelError) {
      return try ServiceLevelAgreement(
        "\(percent.text) per \(window.text)", target: target, per: window.value)
    } catch .window {
      throw Diagnostic(
        .valueOutOfRange, ServiceLevelError.window.description, at: window.span, fixes: ["month"])
    } catch {
      throw Diagnostic(.valueOutOfRange, error.description, at: percent.span, fixes: ["99.95%"])
    }
  }

  /// The promise that is broken where a window's downtime exceeds a time.
  func excess(
    _ time: TimeSyntax, _ window: WindowSyntax
  ) throws(Diagnostic) -> (ServiceLevelAgreement, Duration) {
    guard case .duration(let duration) = time else {
      throw Diagnostic(
        .expectedDuration, "downtime exceeds a time, not a law", at: time.span, fixes: ["1h"])
    }
    let limit = try QuantityReading.value(duration)
    guard window.value != .calendarMonth else {
      throw .notYet(form: "a time of a calendar month is", window.span, fixes: ["month", "31d"])
    }
    let length = window.value.length
    guard length > .zero else {
      throw Diagnostic(
        .valueOutOfRange, ServiceLevelError.window.description, at: window.span, fixes: ["month"])
    }
    let lost = limit.seconds / length.seconds
    guard lost < 1 else {
      throw Diagnostic(
        .valueOutOfRange, "downtime never exceeds the window; write a time below it",
        at: duration.span, fixes: length > .hours(1) ? ["1h"] : [])
    }
    do throws(ServiceLevelError) {
      return (
        try ServiceLevelAgreement(
          "at most \(duration.text) per \(window.text)",
          target: Probability(uncheckedValue: 1 - lost, complement: lost), per: window.value), limit
      )
    } catch {
      throw Diagnostic(.valueOutOfRange, error.description, at: duration.span)
    }
  }
}

extension Condition.Term {
  /// The words that begin it.
  var word: String {
    switch self {
    case .meets, .downtimeExceeds: "P"
    case .figure(let figure, _, _): "\(figure.rawValue) of"
    case .capacity: "capacity of"
    }
  }
}
