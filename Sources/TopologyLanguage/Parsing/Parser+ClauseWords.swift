// What follows each word that begins a clause.
extension Parser {
  mutating func parseClause(of keyword: Keyword) throws(Diagnostic) -> ClauseContent {
    let word = "'\(keyword.rawValue)'"
    if let make = Self.timeClause(keyword) { return make(try parseTime(after: word)) }
    if let make = Self.percentClause(keyword) { return make(try parsePercent(after: word)) }
    switch keyword {
    case .need: return .need(try parseCount(after: word))
    case .crews: return .crews(try parseCount(after: word))
    case .across: return .across(try parseName(after: word))
    case .in: return .inDomain(try parseName(after: word))
    case .rolling: return .rolling
    case .sharing: return .sharing(try parseNumber(after: word))
    case .drain: return .drain(try parseNumber(after: word))
    case .capacity: return .capacity(try parseRate(after: word))
    case .demand: return .demand(try parseDemand())
    case .cost: return try parseCost()
    case .standby: return .standby(try parseStandby())
    case .excluding:
      try expect(.maintenance, after: word)
      return .excludingMaintenance
    case .counted: return .counted(try parseCountingRule())
    case .credits: return .credits(try parseCredits())
    default: return try parseCallClause(keyword)
    }
  }

  private static func timeClause(_ keyword: Keyword) -> ((TimeSyntax) -> ClauseContent)? {
    switch keyword {
    case .mtbf: ClauseContent.mtbf
    case .mttr: ClauseContent.mttr
    case .detect: ClauseContent.detect
    case .failover: ClauseContent.failover
    case .manual: ClauseContent.manual
    case .buffer: ClauseContent.buffer
    case .lag: ClauseContent.lag
    case .absorb: ClauseContent.absorb
    case .ttl: ClauseContent.ttl
    case .every: ClauseContent.every
    case .lasts: ClauseContent.lasts
    case .restore: ClauseContent.restore
    default: nil
    }
  }

  private static func percentClause(_ keyword: Keyword) -> ((PercentSyntax) -> ClauseContent)? {
    switch keyword {
    case .success: ClauseContent.success
    case .common: ClauseContent.common
    case .share: ClauseContent.share
    case .fails: ClauseContent.fails
    default: nil
    }
  }

  private mutating func parseDemand() throws(Diagnostic) -> DemandSyntax {
    guard isName(current) else { return .rate(try parseRate(after: "'demand'")) }
    return .name(try parseName(after: "'demand'"))
  }

  private mutating func parseCost() throws(Diagnostic) -> ClauseContent {
    let cost = try parseNumber(after: "'cost'")
    return .cost(cost, per: take(.per) ? try parseWindow() : nil)
  }

  private mutating func parseStandby() throws(Diagnostic) -> StandbySyntax {
    if take(.cold) { return .cold }
    if take(.hot) { return .hot }
    guard take(.warm) else {
      throw unknownWord("how spares wait", among: ["cold", "warm", "hot"])
    }
    return .warm(try parsePercent(after: "'warm'"))
  }
}

// Dependencies and calls.
extension Parser {
  private mutating func parseCallClause(_ keyword: Keyword) throws(Diagnostic) -> ClauseContent {
    switch keyword {
    case .needs: return .needs(try parseNames(after: "'needs'"))
    case .wants:
      let names = try parseNames(after: "'wants'")
      let level = take(.degraded) ? try parsePercent(after: "'degraded'") : nil
      return .wants(names, degraded: level)
    case .sends:
      let name = try parseName(after: "'sends'")
      return .sends(name, via: take(.via) ? try parseName(after: "'via'") : nil)
    case .breaker: return .breaker(try parseBreaker())
    case .canary: return .canary(try parseCanary())
    default: throw expectedClause()
    }
  }

  /// `a & b and c`
  private mutating func parseNames(after word: String) throws(Diagnostic) -> [Identifier] {
    var names = [try parseName(after: word)]
    while take(.ampersand) || take(.and) { names.append(try parseName(after: "'&'")) }
    try refuseOtherOperator(word)
    return names
  }

  private func refuseOtherOperator(_ word: String) throws(Diagnostic) {
    if current.kind == .bar || current.keyword == .or || current.keyword == .else {
      throw refusal(
        .unexpectedText, "\(word) takes names joined by '&', found \(found)", fixes: ["&"],
        notes: ["for a choice, define it by a name of its own and write that name here"])
    }
    let isList = current.kind == .comma && isName(peek())
    let behind = peek(2)
    guard isList, behind.endsStatement || behind.kind == .comma || behind.kind == .closeBrace else {
      return
    }
    throw refusal(
      .unexpectedText, "\(word) takes names joined by '&', not by commas", fixes: [" &"])
  }

  private mutating func parseBreaker() throws(Diagnostic) -> BreakerSyntax {
    let callee = try parseName(after: "'breaker'")
    try expect(.trips, after: "'\(callee.text)'")
    let trips = try parseTime(after: "'trips'")
    try expect(.retries, after: "the time that trips the breaker")
    let retries = try parseTime(after: "'retries'")
    let fallback = take(.fallback) ? try parsePercent(after: "'fallback'") : nil
    return BreakerSyntax(callee: callee, trips: trips, retries: retries, fallback: fallback)
  }

  private mutating func parseCanary() throws(Diagnostic) -> CanarySyntax {
    let share = try parsePercent(after: "'canary'")
    let length = try parseTime(after: "the canary's share")
    try expect(.catches, after: "the canary's length")
    let catches = try parsePercent(after: "'catches'")
    return CanarySyntax(share: share, length: length, catches: catches)
  }
}

// Contracts.
extension Parser {
  private mutating func parseCountingRule() throws(Diagnostic) -> CountingRuleSyntax {
    switch current.keyword {
    case .continuous:
      advance()
      return .continuous
    case .whole:
      advance()
      try expect(.minutes, after: "'whole'")
      return .wholeMinutes
    case .average:
      advance()
      try expect(.errors, after: "'average'")
      return .averageErrors
    case .errors:
      advance()
      try expect(.above, after: "'errors'")
      return .errorsAbove(try parsePercent(after: "'above'"))
    case .runs: return .runs(try parseRuleLength())
    case .cells: return .cells(try parseRuleLength())
    default:
      throw unknownWord(
        "a rule", among: ["continuous", "whole minutes", "runs", "cells", "average", "errors"])
    }
  }

  private mutating func parseRuleLength() throws(Diagnostic) -> DurationSyntax {
    let word = "'\(text(advance()))'"
    try expect(.of, after: word)
    return try parseDuration(after: "'of'")
  }

  /// A comma continues the ladder only before another `percent below`.
  private mutating func parseCredits() throws(Diagnostic) -> [CreditStep] {
    var steps = [try parseCreditStep(after: "'credits'")]
    while current.kind == .comma, peek().kind == .number, peek(3).keyword == .below {
      advance()
      steps.append(try parseCreditStep(after: "','"))
    }
    return steps
  }

  private mutating func parseCreditStep(after word: String) throws(Diagnostic) -> CreditStep {
    let credit = try parsePercent(after: word)
    try expect(.below, after: "the credit")
    return CreditStep(credit: credit, below: try parsePercent(after: "'below'"))
  }
}
