import Quantities
import ServiceLevels

// Availabilities and times that are hardly meant.
extension Linter {
  // MARK: Promises

  /// Promises that stand where a forecast belongs: figures of the catalogue, and of the text's own
  /// promises.
  var promises: [LintFinding] { publishedPromises + ownPromises }

  private var publishedPromises: [LintFinding] {
    let defined = Set(program.statements.compactMap { $0.content.definedName?.text })
    let parts = program.statements.compactMap(\.content.expression).flatMap(\.everything)
    return parts.compactMap { part in
      guard case .name(let name) = part.content, name.text.utf8.contains(UInt8(ascii: ".")),
        !defined.contains(name.text),
        let commitment = CommitmentCatalogue.published.named(name.text)
      else { return nil }
      return LintFinding(
        .promiseAsForecast,
        "\(name.text) is what \(commitment.provider) pays for when it is missed, not how often it "
          + "is up",
        at: name.span,
        notes: ["what was measured goes here, as in `99.95%, mttr 10min`, or a range of belief"])
    }
  }

  /// Availabilities that are held to the very promise or target that they are taken from.
  private var ownPromises: [LintFinding] {
    let goals = goalsByName
    return program.statements.flatMap { statement in
      let held = goals[statement.content.definedName?.text ?? ""] ?? []
      return statement.content.availabilities.compactMap { percent in
        held.first { percent.point != nil && $0.availability == percent.point }.map { goal in
          LintFinding(
            .promiseAsForecast,
            "\(percent.text) is the \(goal.title) that it is held to: taken as a forecast it says "
              + "only that the \(goal.kind) is kept", at: percent.span,
            notes: ["what was measured goes here, or a range of belief such as `99.9% to 99.99%`"])
        }
      }
    }
  }

  /// What things are held to by the questions about them, by their names.
  private var goalsByName: [String: [HeldGoal]] {
    let promised = promisedFigures
    var goals: [String: [HeldGoal]] = [:]
    for case .question(let question) in program.statements.map(\.content) {
      guard let (name, goal) = question.goal else { continue }
      switch goal {
      case .availability(let percent, per: _):
        goals[name, default: []].append(HeldGoal(promise: nil, availability: percent.point))
      case .meets(let promise):
        goals[name, default: []].append(
          HeldGoal(promise: promise.text, availability: promised[promise.text]))
      case .survives: continue
      }
    }
    return goals
  }

  /// What the text's own promises promise, by name.
  private var promisedFigures: [String: Probability] {
    var promised: [String: Probability] = [:]
    for statement in program.statements where statement.content.isPromise {
      guard let name = statement.content.definedName else { continue }
      for case .availability(let percent, _) in statement.content.clauses.map(\.content) {
        promised[name.text] = percent.point
      }
    }
    return promised
  }

  // MARK: Availabilities and times

  /// Availabilities and times that are probably mistyped.
  var figures: [LintFinding] {
    program.statements.flatMap { statement in
      statement.content.availabilities.compactMap(Self.lowAvailability)
        + statement.content.clauseLists.compactMap(Self.longRestoration)
        + statement.content.clauseLists.joined().compactMap(Self.months)
    }
  }

  private static func lowAvailability(_ percent: PercentSyntax) -> LintFinding? {
    guard case .point(let written) = percent, written.value.value < 0.5 else { return nil }
    let meant = written.text.hasPrefix("9.") && written.text.hasSuffix("%")
    return LintFinding(
      .lowAvailability, "at \(written.text) it is down more than half of the time",
      at: written.span,
      fixes: meant ? ["9\(written.text)"] : [])
  }

  private static func longRestoration(_ clauses: [Clause]) -> LintFinding? {
    var between: DurationSyntax?
    var restoring: DurationSyntax?
    for clause in clauses {
      if case .mtbf(.duration(let time)) = clause.content { between = time }
      if case .mttr(.duration(let time)) = clause.content { restoring = time }
    }
    guard let between, let restoring, let up = between.point, let down = restoring.point, up < down,
      minutes(restoring) == nil
    else { return nil }
    return LintFinding(
      .longRestoration,
      "restoring takes \(restoring.text), longer than the \(between.text) between failures",
      at: restoring.span,
      notes: ["are they swapped? `mtbf \(restoring.text), mttr \(between.text)`"])
  }

  /// `mttr 5mo`, where minutes were probably meant.
  private static func months(_ clause: Clause) -> LintFinding? {
    guard case .duration(let time)? = clause.content.shortTime, let minutes = minutes(time) else {
      return nil
    }
    return LintFinding(
      .monthsForMinutes, "\(time.text) are months of 730 h, long for this; a minute is `min`",
      at: time.span, fixes: [minutes])
  }

  /// As many minutes as a time has months; nil for one that has other units.
  private static func minutes(_ time: DurationSyntax) -> String? {
    guard case .point(let written) = time, written.text.hasSuffix("mo") else { return nil }
    let number = written.text.dropLast(2)
    return number.allSatisfy { $0.isNumber || $0 == "." || $0 == "_" } ? "\(number)min" : nil
  }
}

/// A promise or a target that something is held to.
private struct HeldGoal {
  /// The name of the promise; nil for a target.
  let promise: String?
  let availability: Probability?

  var kind: String { promise == nil ? "target" : "promise" }
  var title: String { promise.map { "promise '\($0)'" } ?? "target" }
}

extension Question {
  /// What is held to what: nil for questions that judge nothing.
  fileprivate var goal: (name: String, goal: CheckSyntax.Goal)? {
    switch self {
    case .check(let check): (check.name.text, check.goal)
    case .budget(let budget): budget.name.map { ($0.text, budget.goal) }
    case .chance(let chance):
      if case .meets(let name, let contract) = chance.term {
        (name.text, .meets(contract))
      } else {
        nil
      }
    default: nil
    }
  }
}

extension ClauseContent {
  /// The time of a clause that is seldom longer than some days.
  fileprivate var shortTime: TimeSyntax? {
    switch self {
    case .mttr(let time), .detect(let time), .failover(let time), .manual(let time),
      .buffer(let time), .lag(let time), .absorb(let time), .ttl(let time), .restore(let time):
      time
    default: nil
    }
  }
}
