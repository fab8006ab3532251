import CapacityPlanning
import Quantities
import ServiceLevels
import Topology

/// What a design must keep, from what was written.
struct ConditionReading {
  let checker: Checker
  let topology: Topology

  func condition(_ condition: Condition) throws(Diagnostic) -> SizingCondition {
    let isStrict = condition.comparison == .above || condition.comparison == .below
    return SizingCondition(
      try requirement(condition), text: QuestionWriter.condition(condition), isStrict: isStrict,
      per: Self.window(of: condition.term))
  }

  /// What figures are told for: what the condition says, else a month, and of outages a year.
  private static func window(of term: Condition.Term) -> Window {
    guard case .figure(_, _, let window?) = term else { return .month }
    return window.value
  }

  private func requirement(
    _ condition: Condition
  ) throws(Diagnostic) -> SizingCondition.Requirement {
    switch condition.term {
    case .meets(let name, let contract): return try meets(condition, name, contract)
    case .downtimeExceeds(let name, let time, let window):
      return try exceeds(condition, name, time, window)
    case .capacity(let name, let family): return try capacity(condition, name, family)
    case .figure(let figure, let name, let window):
      let known = try ownDemand(name)
      switch figure {
      case .availability: return try availability(condition, known, window)
      case .downtime: return try downtime(condition, known, window)
      case .outages: return try outages(condition, known, window)
      case .shortfall: return try shortfall(condition, known, name, window)
      case .cost: return try cost(condition, known, window)
      }
    }
  }

  /// A name that depends on a demand that varies at most by its own.
  private func ownDemand(_ name: Identifier) throws(Diagnostic) -> String {
    let known = try checker.known(name, topology)
    guard let varying = checker.varyingDemand(beneath: known, topology), varying != known else {
      return known
    }
    throw Diagnostic(
      .notYet,
      "the demand of '\(varying)' varies over time: of it alone can be asked, not of "
        + "'\(known)' above it", at: name.span, fixes: [NameWriter.text(Identifier(varying))])
  }

  /// A name that no varying demand bears upon.
  private func steady(_ name: Identifier) throws(Diagnostic) -> String {
    let known = try checker.known(name, topology)
    guard let varying = checker.varyingDemand(beneath: known, topology) else { return known }
    throw Diagnostic(
      .notYet, "promises are judged under a constant demand; that of '\(varying)' varies over time",
      at: name.span)
  }

  // MARK: Promises

  private func meets(
    _ condition: Condition, _ name: Identifier, _ contract: Identifier
  ) throws(Diagnostic) -> SizingCondition.Requirement {
    let known = try steady(name)
    let promise = try checker.agreements.agreement(named: contract, in: topology)
    try refuseBelow(condition, "the chance of meeting a promise")
    return .promise(
      ContractQuestion(promise.agreement), of: known, atLeast: try chance(condition))
  }

  /// A downtime that is exceeded rarely is a promise that is met often.
  private func exceeds(
    _ condition: Condition, _ name: Identifier, _ time: TimeSyntax, _ window: WindowSyntax
  ) throws(Diagnostic) -> SizingCondition.Requirement {
    let known = try steady(name)
    let (agreement, _) = try checker.excess(time, window)
    try refuseAbove(condition, "the chance of a longer downtime")
    let chance = try chance(condition)
    return .promise(
      ContractQuestion(agreement), of: known,
      atLeast: Probability(uncheckedValue: chance.complement, complement: chance.value))
  }

  private func chance(_ condition: Condition) throws(Diagnostic) -> Probability {
    let percent = try percent(condition)
    let value = try QuantityReading.value(percent)
    guard value.value > 0, value.complement > 0 else {
      throw Diagnostic(
        .valueOutOfRange, "a chance to reach is above 0% and below 100%, not \(percent.text)",
        at: percent.span, fixes: ["99%"])
    }
    return value
  }

  // MARK: The long run

  private func availability(
    _ condition: Condition, _ name: String, _ window: WindowSyntax?
  ) throws(Diagnostic) -> SizingCondition.Requirement {
    try refuse(window, "an availability")
    try refuseBelow(condition, "an availability")
    return .availability(of: name, atLeast: try QuantityReading.value(percent(condition)))
  }

  private func downtime(
    _ condition: Condition, _ name: String, _ window: WindowSyntax?
  ) throws(Diagnostic) -> SizingCondition.Requirement {
    let window = try length(of: window, condition, "downtime")
    try refuseAbove(condition, "downtime")
    guard case .duration(let duration) = condition.value else {
      throw Diagnostic(
        .expectedDuration, "downtime is compared with a time", at: condition.value.span,
        fixes: ["5min"])
    }
    let lost = try QuantityReading.value(duration).seconds / window.seconds
    guard lost < 1 else {
      throw Diagnostic(
        .valueOutOfRange, "all of the window may be down then; write a time below it",
        at: duration.span, fixes: ["5min"])
    }
    return .availability(
      of: name, atLeast: Probability(uncheckedValue: 1 - lost, complement: lost))
  }

  private func outages(
    _ condition: Condition, _ name: String, _ window: WindowSyntax?
  ) throws(Diagnostic) -> SizingCondition.Requirement {
    let window = try length(of: window, condition, "outages")
    try refuseAbove(condition, "the number of outages")
    let count = try number(condition, "the number of outages", fix: "2")
    guard let limit = try? Frequency(perSecond: count / window.seconds) else {
      throw Diagnostic(
        .valueOutOfRange, "there can't be so many", at: condition.value.span, fixes: ["2"])
    }
    return .outages(of: name, atMost: limit)
  }

  private func shortfall(
    _ condition: Condition, _ known: String, _ name: Identifier, _ window: WindowSyntax?
  ) throws(Diagnostic) -> SizingCondition.Requirement {
    try refuse(window, "a share of the demand")
    try refuseAbove(condition, "the share of the demand that isn't carried")
    guard topology.definition(named: known)?.demand != nil else {
      throw Diagnostic(
        .misplacedClause, "nothing is demanded of '\(known)', so that nothing can fall short",
        at: name.span, notes: ["give it a demand, such as `system \(known) = …, demand 1k rps`"])
    }
    return .shortfall(of: known, atMost: try QuantityReading.value(percent(condition)).value)
  }

  // MARK: The design

  private func cost(
    _ condition: Condition, _ name: String, _ window: WindowSyntax?
  ) throws(Diagnostic) -> SizingCondition.Requirement {
    try refuseAbove(condition, "a cost")
    let amount = try number(condition, "a cost", fix: "1_000")
    guard let limit = try? Cost(amount, per: window?.value ?? .month) else {
      throw Diagnostic(
        .valueOutOfRange, "a cost is a number of 0 or more for a length of time",
        at: condition.value.span, fixes: ["1_000"])
    }
    return .cost(of: name, atMost: limit)
  }

  private func capacity(
    _ condition: Condition, _ name: Identifier, _ family: Identifier
  ) throws(Diagnostic) -> SizingCondition.Requirement {
    let known = try checker.known(name, topology)
    try refuseBelow(condition, "a capacity")
    guard topology.families.contains(where: { $0.name == family.text }) else {
      let names = topology.families.map(\.name)
      throw Diagnostic(
        .notADomain, "'\(family.text)' is no family of domains, such as zones", at: family.span,
        fixes: Spelling.nearest(to: family.text, among: names).map { [$0] } ?? names)
    }
    try refuseBoundless(known, without: family, at: name)
    return .capacity(
      of: known, withoutAnyOf: family.text, atLeast: try checker.limit(condition.value))
  }

  /// A capacity is compared where there is one, and where the family has a bearing on it.
  private func refuseBoundless(
    _ name: String, without family: Identifier, at place: Identifier
  ) throws(Diagnostic) {
    do throws(SurvivalError) {
      let answer = try topology.survival(of: name, without: .domains(1, of: family.text))
      guard answer.isDown || answer.left != nil else {
        throw .unknown(name)
      }
    } catch .unknown {
      throw Diagnostic(
        .valueOutOfRange, "no capacity limits '\(name)'; write one, such as `capacity 500 rps`",
        at: place.span)
    } catch {
      throw Diagnostic(.valueOutOfRange, error.description, at: family.span)
    }
  }

  // MARK: Values

  private func percent(_ condition: Condition) throws(Diagnostic) -> PercentSyntax {
    if case .percent(let percent) = condition.value { return percent }
    throw Diagnostic(
      .expectedPercentage, "expected a percentage such as 99.9%, to compare with",
      at: condition.value.span, fixes: ["99.9%"])
  }

  private func number(
    _ condition: Condition, _ what: String, fix: String
  ) throws(Diagnostic) -> Double {
    guard case .number(let number) = condition.value else {
      throw Diagnostic(
        .expectedNumber, "\(what) is compared with a number", at: condition.value.span, fixes: [fix]
      )
    }
    return try QuantityReading.value(number)
  }

  private func length(
    of window: WindowSyntax?, _ condition: Condition, _ what: String
  ) throws(Diagnostic) -> Duration {
    guard let window else {
      throw Diagnostic(
        .missingWord, "say in which time, such as 'per month'", at: condition.value.span.after,
        fixes: [" per month"])
    }
    guard window.value.length > .zero else {
      throw Diagnostic(
        .valueOutOfRange, ServiceLevelError.window.description, at: window.span, fixes: ["month"])
    }
    return window.value.length
  }

  // MARK: Refusals

  private func refuse(_ window: WindowSyntax?, _ what: String) throws(Diagnostic) {
    guard let window else { return }
    throw Diagnostic(
      .misplacedClause, "\(what) is the same in any window; leave `per \(window.text)` out",
      at: window.span)
  }

  private func refuseBelow(_ condition: Condition, _ what: String) throws(Diagnostic) {
    try refuse(condition, [.atMost, .below], "\(what) is to be large: compare with >= or >")
  }

  private func refuseAbove(_ condition: Condition, _ what: String) throws(Diagnostic) {
    try refuse(condition, [.atLeast, .above], "\(what) is to be small: compare with <= or <")
  }

  private func refuse(
    _ condition: Condition, _ signs: [Condition.Comparison], _ message: String
  ) throws(Diagnostic) {
    guard signs.contains(condition.comparison) else { return }
    throw Diagnostic(.valueOutOfRange, message, at: condition.value.span)
  }
}

extension Checker {
  /// A flow to reach, or the name of a demand.
  func limit(_ value: ValueSyntax) throws(Diagnostic) -> Rate {
    switch value {
    case .rate(let rate): return try flowToReach(QuantityReading.value(rate), at: rate.span)
    case .name(let name):
      return try flowToReach(QuantityReading.value(declared(name)), at: name.span)
    default:
      throw Diagnostic(
        .expectedRate, "a capacity is compared with a flow, or with the name of a demand",
        at: value.span, fixes: ["1k \(flows.first?.unit ?? "rps")"])
    }
  }

  private func flowToReach(_ flow: Rate, at span: SourceSpan) throws(Diagnostic) -> Rate {
    guard let first = flows.first, flow.ratio(to: first) == nil else { return flow }
    throw Diagnostic(
      .valueOutOfRange,
      TopologyError(definition: "", reason: .mixedRates(first, flow)).sentence, at: span)
  }
}
