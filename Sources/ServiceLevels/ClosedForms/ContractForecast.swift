import Quantities

/// What is to be expected of a promise, exactly.
public struct ContractForecast: Sendable, Hashable {
  /// P(the promise is met in a window), and P(it is broken).
  public let met: Probability
  /// For each step of the ladder P(the window's availability is below it), so that its credit or more
  /// is due; empty without a ladder.
  public let reached: [Probability]
  /// The expected credit as a share of the window's bill, 0 to 1; nil without a ladder. A sum of
  /// positive terms: what each step adds times the chance that it is reached.
  public let expectedCredit: Double?
}

extension AlternatingProcess {
  /// What is to be expected of one window of a promise that is counted continuously; of a calendar
  /// month, one of 400 years of them, all equally probable.
  ///
  /// Error and cost are those of ``downtime(atMost:in:start:)``, once a step of another
  /// availability than the target's, and length of window.
  /// Throws ``AlternatingProcessError``, ``AlternatingProcessError/rule`` for other ways of counting,
  /// ``AlternatingProcessError/rolling`` for promises of every instant.
  public func forecast(
    of question: ContractQuestion, start: Start = .steady
  ) throws(AlternatingProcessError) -> ContractForecast {
    let agreement = question.agreement
    try Self.checkExact(agreement)
    let met = try within(agreement.target, question, start)
    var (judged, kept) = (agreement.target, met)
    var reached: [Probability] = []
    var credit = 0.0
    var paid = 0.0
    for step in agreement.credits?.steps ?? [] {
      // Most ladders begin at the target, whose chance is known by now.
      if step.below != judged {
        (judged, kept) = (step.below, try within(step.below, question, start))
      }
      reached.append(kept.inverted)
      let due = min(step.credit.value, agreement.cap?.value ?? 1)
      credit += (due - paid) * kept.complement
      paid = due
    }
    return ContractForecast(
      met: met, reached: reached, expectedCredit: agreement.credits == nil ? nil : credit)
  }

  /// Throws ``AlternatingProcessError/rule`` or ``AlternatingProcessError/rolling`` unless the promise's
  /// windows have an exact law.
  static func checkExact(_ agreement: ServiceLevelAgreement) throws(AlternatingProcessError) {
    guard agreement.rule == .continuous else { throw .rule }
    guard !agreement.isRolling else { throw .rolling }
  }

  /// P(the window's availability is at least `target`).
  func within(
    _ target: Probability, _ question: ContractQuestion, _ start: Start
  ) throws(AlternatingProcessError) -> Probability {
    var mixture = ProbabilityMixture()
    for (allowed, share) in AllowedDowntime.cases(of: target, question) {
      mixture.add(try within(allowed, start), weight: share)
    }
    return mixture.probability
  }

  /// P(downtime is at most what is allowed); nothing is within what is overdrawn.
  private func within(
    _ allowed: AllowedDowntime, _ start: Start
  ) throws(AlternatingProcessError) -> Probability {
    guard allowed.seconds >= 0 else { return .impossible }
    do {
      return try downtime(
        atMost: try Duration(seconds: allowed.seconds), in: try Duration(seconds: allowed.length),
        start: start)
    } catch let error as AlternatingProcessError {
      throw error
    } catch {
      throw .noClosedForm("a window too long for a Double")
    }
  }
}
