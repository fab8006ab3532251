/// Writes random texts that follow the grammar, with random blanks, line ends and comments.
struct RandomProgram {
  private var generator: SplitMix
  private var depth = 0

  init(seed: UInt64) { generator = SplitMix(seed: seed) }

  mutating func text() -> String {
    (0...generator.below(6)).map { _ in separator() + statement() + beside() + "\n" }.joined()
  }

  private mutating func chance(_ percent: Int) -> Bool { generator.below(100) < percent }

  private mutating func list(
    _ range: ClosedRange<Int>, _ glue: String, _ item: (inout Self) -> String
  )
    -> String
  {
    let count = range.lowerBound + generator.below(range.count)
    return (0..<count).map { _ in item(&self) }.joined(separator: glue)
  }
}

// Layout.
extension RandomProgram {
  private mutating func separator() -> String {
    generator.pick(["", "", "\n", "\n\n\n", "# note\n", ";"])
  }

  private mutating func beside() -> String { generator.pick(["", "", "  # beside", "#x"]) }

  private mutating func comma() -> String { generator.pick([", ", " ,", ",\n", ", # why\n  "]) }

  private mutating func clauseEnd() -> String {
    generator.pick([", ", "\n", ",\n\n", " # c\n", "\n# d\n"])
  }
}

// Names and quantities.
extension RandomProgram {
  private mutating func name() -> String {
    generator.pick(["web", "db", "az.1", "us-east-1", "\"load\"", "\"two words\"", "x_9", "größe"])
  }

  private mutating func number() -> String {
    generator.pick(["1", "1.25", "0.5", "1_500", "2e3", "70"])
  }

  private mutating func percent() -> String {
    if chance(8) { return generator.pick(["posterior(48 of 50)", "posterior ( 0 of 1_000 )"]) }
    let point = generator.pick(["99.95%", "5 nines", "80 %", "0.001%", "99.999999999%", "3nines"])
    return chance(10) ? "\(point) to 99.9%" : point
  }

  private mutating func duration() -> String {
    if chance(8) { return generator.pick(["posterior(5 in 1y)", "posterior(0 in 1y 2mo)"]) }
    let point = generator.pick(["30d", "1h 30min", "1h30min", "90s", "2 weeks", "1y2mo", "5 ms"])
    return chance(10) ? "\(point) to 3y" : point
  }

  private mutating func rate() -> String {
    generator.pick(["12k rps", "1_500 qps", "2M orders", "3rpm", "1k rps to 60_000 rpm"])
  }

  private mutating func count() -> String { generator.pick(["1", "2", "10", "n", "\"many\""]) }

  private mutating func window() -> String {
    generator.pick(["day", "week", "month", "quarter", "year", "calendar month", "30d", "1h 30min"])
  }

  private mutating func time() -> String {
    switch generator.below(8) {
    case 0: "lognormal(\(duration()), sigma 1)"
    case 1: "weibull(\(duration()), \(number()))"
    case 2: "uniform(10min, 2h)"
    case 3: "empirical(\"repairs.csv\")"
    case 4: name()
    default: duration()
    }
  }
}

// Expressions.
extension RandomProgram {
  private mutating func expression() -> String {
    depth += 1
    defer { depth -= 1 }
    switch generator.below(6) {
    case 0: return list(1...4, generator.pick([" & ", " and ", " &\n"])) { $0.operand() }
    case 1: return list(1...4, generator.pick([" | ", " or ", "|"])) { $0.operand() }
    case 2: return "\(operand()) else \(operand())"
    case 3: return list(1...3, " + ") { "\($0.number()) * \($0.operand())" }
    case 4: return list(1...3, "+") { $0.operand() }
    default: return operand()
    }
  }

  private mutating func operand() -> String {
    guard depth < 5 else { return name() }
    switch generator.below(8) {
    case 0: return percent()
    case 1: return "level \(percent())"
    case 2: return "(\(expression()))"
    case 3: return "(\(expression()), \(clauses()))"
    case 4: return "(mtbf \(time()), \(clauses()))"
    case 5: return "\(count()) of \(count()) \(operand())"
    case 6: return "\(count()) of (\(list(1...3, ", ") { $0.expression() }))"
    default: return name()
    }
  }
}

// Clauses.
extension RandomProgram {
  private mutating func clauses() -> String {
    let glue = comma()
    return list(1...4, glue) { $0.clause() }
  }

  private mutating func clause() -> String {
    chance(40) ? simpleClause() : composedClause()
  }

  private mutating func simpleClause() -> String {
    let times = [
      "mtbf", "mttr", "detect", "failover", "manual", "buffer", "lag", "every", "restore",
    ]
    let percents = ["success", "common", "share", "fails", "standby warm"]
    switch generator.below(5) {
    case 4: return generator.pick(["drain 1.25 to 2", "sharing 1.5", "sharing 1 to 2"])
    case 0: return "\(generator.pick(times)) \(time())"
    case 1: return "\(generator.pick(percents)) \(percent())"
    case 2: return "\(generator.pick(["need", "crews"])) \(count())"
    default: return "\(generator.pick(["across", "in", "sends", "demand"])) \(name())"
    }
  }

  private mutating func composedClause() -> String {
    switch generator.below(11) {
    case 0: "\(generator.pick(["2", "3", "n"])) of 3"
    case 1: "\(count()) per \(name())"
    case 2: "\(percent()) per \(window())"
    case 3: "needs " + list(1...3, " & ") { $0.name() }
    case 4: "wants \(name()) and \(name()) degraded \(percent())"
    case 5: "breaker \(name()) trips \(time()) retries \(time()) fallback \(percent())"
    case 6: "canary \(percent()) \(time()) catches \(percent())"
    case 7: "counted " + generator.pick(["whole minutes", "runs of 5min", "errors above 5%"])
    case 8: "credits 10% below 99.9%, 25% below 99%"
    case 9: "capacity \(rate())"
    default: "cost \(number()) per \(window())"
    }
  }
}

// Statements.
extension RandomProgram {
  private mutating func statement() -> String {
    switch generator.below(7) {
    case 0, 1: return declaration()
    case 6: return demand()
    case 2: return "\(name()) = \(expression())" + (chance(40) ? ", \(clauses())" : "")
    case 3: return expression()
    case 4: return "law \(name()) = \(time())"
    default: return question()
    }
  }

  private mutating func declaration() -> String {
    let kinds = ["service", "store", "queue", "zones", "sla", "changes", "maintenance"]
    let head = "\(generator.pick(kinds)) \(name())"
    switch generator.below(4) {
    case 0: return "\(head): \(clauses())"
    case 1: return "system \(name()) = \(expression()), \(clauses())"
    case 2: return "\(head) { \(block()) }"
    default: return "system \(name()) = \(expression()) { # head\n\(block())\n }"
    }
  }

  private mutating func block() -> String {
    (0..<generator.below(6)).map { _ in clause() + clauseEnd() }.joined()
  }

  private mutating func fit() -> String {
    "fit \"incidents.csv\""
      + (0..<generator.below(4)).map { _ in comma() + fitOption() }.joined()
  }

  private mutating func fitOption() -> String {
    switch generator.below(6) {
    case 0: "service \(name())"
    case 1: generator.pick(["from", "to"]) + " \"2026-01-01T00:00:00+01:00\""
    case 2: "\(generator.pick(["flaps", "joining"])) \(duration())"
    case 3: "column \(generator.pick(["start", "end", "severity"])) \"Begin \\\"x\\\"\""
    case 4: "share above \(percent())"
    default: generator.pick(["zone \"Europe/Berlin\"", "severity \"sev 1\"", "confidence 90%"])
    }
  }

  private mutating func question() -> String {
    switch generator.below(18) {
    case 14: search()
    case 15: "check \(name()) survives \(count()) \(name())"
    case 16: "check \(name()) survives \(generator.pick(["25%", "33.3 %"])) of \(name())"
    case 17: generator.pick(["improve ", "headroom "]) + name()
    case 9: fit()
    case 10: "check \(name()) meets \(name()), given \(duration()) down, \(duration()) left, seed 4"
    case 11: "P(\(name()) meets \(name())), runs 5, from up"
    case 12: "P(downtime of \(name()) > \(duration()) per \(window()))"
    case 13: "budget \(name()) \(generator.pick(["meets g", "99% per week"])), within 5s"
    case 0: "check \(name()) \(percent()) per \(window()) with \(percent())"
    case 1: "check \(name()) meets \(name())"
    case 2: "simulate \(expression()) for \(duration()), seed 4, exceeding 5min 1h"
    case 3:
      "with db.mttr \(time()), b.cost 5 per \(window()), b.count 2 per az, \(name()).need 4: \(statement())"
    case 4: generator.pick(["explain \(name()) using exact", "why \(name()) over inputs"])
    case 5:
      "plot \(name()) over "
        + generator.pick([
          "db.mttr 1min..1h", "db.cost 1..9 per \(window())", "b.count 1..3 per az",
        ])
    case 6: "find n in 1..20 where P(a meets b) >= 99% and cost of s per month < 50"
    case 7: "compare \(name()), \(name()), \(generator.pick(["runs 5, seed 4", name()]))"
    default: "budget \(percent()) per \(window())"
    }
  }
}

// Demands and searches.
extension RandomProgram {
  private mutating func demand() -> String {
    let growing = chance(50) ? comma() + "growing \(percent()) per month for \(duration())" : ""
    guard chance(50) else { return "demand \(name()): \(rate())\(growing)" }
    let step = chance(50) ? comma() + "every \(duration())" : ""
    return "demand \(name()): \"loads.csv\"\(step)\(growing)"
  }

  private mutating func search() -> String {
    let objectives = ["cost", "downtime", "cost and downtime"]
    let objective = chance(50) ? " minimizing \(generator.pick(objectives))" : ""
    return "find \(list(1...3, comma()) { $0.unknown() }) where "
      + list(1...3, " and ") { $0.condition() } + objective
      + generator.pick(["", ", seed 4", ", within 5s, threads 2, sampling plain"])
  }

  private mutating func unknown() -> String {
    let values =
      switch generator.below(3) {
      case 0: "\(generator.below(9))..\(9 + generator.below(9))"
      case 1: "(\(list(1...4, ", ") { $0.duration() }))"
      default: "(\(list(1...4, ",") { $0.name() }))"
      }
    return "\(generator.pick(["n", "k", "\"how many\""])) in \(values)"
  }

  private mutating func condition() -> String {
    let sign = generator.pick([">=", "<=", ">", "<"])
    switch generator.below(6) {
    case 0: return "P(\(name()) meets \(name())) \(sign) 99%"
    case 1: return "P(downtime of \(name()) > 1h per \(window())) \(sign) 1%"
    case 2: return "capacity of \(name()) without \(name()) \(sign) \(rate())"
    case 3: return "availability of \(name()) \(sign) \(percent())"
    case 4: return "outages of \(name()) \(sign) 2 per year"
    default: return "cost of \(name()) per \(window()) \(sign) 1_000"
    }
  }
}
