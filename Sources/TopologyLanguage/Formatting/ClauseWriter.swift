/// Writes clauses. Where a line may end, the text has a line end for a blank.
enum ClauseWriter {
  static func list(_ clauses: [Clause]) -> String {
    clauses.map { text($0.content) }.joined(separator: ",\n")
  }

  static func text(_ content: ClauseContent) -> String {
    if let (word, time) = timeClause(content) { return "\(word) \(TimeWriter.text(time))" }
    switch content {
    case .count(let count, let all, let domain): return self.count(count, all, domain)
    case .availability(let percent, let window): return percent.text + TimeWriter.per(window)
    case .success(let percent): return "success \(percent.text)"
    case .common(let percent): return "common \(percent.text)"
    case .share(let percent): return "share \(percent.text)"
    case .fails(let percent): return "fails \(percent.text)"
    case .sharing(let number): return "sharing \(number.text)"
    case .drain(let number): return "drain \(number.text)"
    case .need(let count): return "need \(NameWriter.text(count))"
    case .crews(let count): return "crews \(NameWriter.text(count))"
    case .across(let name): return "across \(NameWriter.text(name))"
    case .inDomain(let name): return "in \(NameWriter.text(name))"
    case .rolling: return "rolling"
    case .capacity(let rate): return "capacity \(rate.text)"
    case .demand(let demand): return "demand \(self.demand(demand))"
    case .cost(let number, let window): return "cost \(number.text)" + TimeWriter.per(window)
    default: return composed(content)
    }
  }

  private static func timeClause(_ content: ClauseContent) -> (word: String, time: TimeSyntax)? {
    switch content {
    case .mtbf(let time): ("mtbf", time)
    case .mttr(let time): ("mttr", time)
    case .detect(let time): ("detect", time)
    case .failover(let time): ("failover", time)
    case .manual(let time): ("manual", time)
    case .buffer(let time): ("buffer", time)
    case .lag(let time): ("lag", time)
    case .absorb(let time): ("absorb", time)
    case .ttl(let time): ("ttl", time)
    case .every(let time): ("every", time)
    case .lasts(let time): ("lasts", time)
    case .restore(let time): ("restore", time)
    default: nil
    }
  }

  private static func composed(_ content: ClauseContent) -> String {
    switch content {
    case .standby(let standby): "standby \(self.standby(standby))"
    case .needs(let names): "needs \(NameWriter.list(names))"
    case .wants(let names, let level):
      "wants \(NameWriter.list(names))" + optional("degraded", level)
    case .sends(let name, let queue):
      "sends \(NameWriter.text(name))" + (queue.map { " via \(NameWriter.text($0))" } ?? "")
    case .breaker(let breaker): self.breaker(breaker)
    case .canary(let canary):
      "canary \(canary.share.text) \(TimeWriter.text(canary.length)) "
        + "catches \(canary.catches.text)"
    case .counted(let rule): "counted \(self.rule(rule))"
    case .excludingMaintenance: "excluding maintenance"
    case .credits(let steps): "credits " + steps.map { step($0) }.joined(separator: ",\n")
    default: ""
    }
  }

  private static func count(
    _ count: CountSyntax, _ all: CountSyntax?, _ domain: Identifier?
  ) -> String {
    NameWriter.text(count) + (all.map { " of \(NameWriter.text($0))" } ?? "")
      + (domain.map { " per \(NameWriter.text($0))" } ?? "")
  }

  private static func demand(_ demand: DemandSyntax) -> String {
    switch demand {
    case .rate(let rate): rate.text
    case .name(let name): NameWriter.text(name)
    }
  }

  private static func standby(_ standby: StandbySyntax) -> String {
    switch standby {
    case .cold: "cold"
    case .warm(let percent): "warm \(percent.text)"
    case .hot: "hot"
    }
  }

  private static func breaker(_ breaker: BreakerSyntax) -> String {
    "breaker \(NameWriter.text(breaker.callee)) trips \(TimeWriter.text(breaker.trips)) "
      + "retries \(TimeWriter.text(breaker.retries))" + optional("fallback", breaker.fallback)
  }

  private static func rule(_ rule: CountingRuleSyntax) -> String {
    switch rule {
    case .continuous: "continuous"
    case .wholeMinutes: "whole minutes"
    case .runs(let length): "runs of \(length.text)"
    case .cells(let length): "cells of \(length.text)"
    case .averageErrors: "average errors"
    case .errorsAbove(let percent): "errors above \(percent.text)"
    }
  }

  private static func step(_ step: CreditStep) -> String {
    "\(step.credit.text) below \(step.below.text)"
  }

  private static func optional(_ word: String, _ percent: PercentSyntax?) -> String {
    percent.map { " \(word) \($0.text)" } ?? ""
  }
}
