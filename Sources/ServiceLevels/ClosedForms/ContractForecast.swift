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

/// How many months of 400 Gregorian years have so many days.
enum CalendarMonths {
  /// Days, and how many of the 4,800 months have them.
  static let lengths: [(days: Double, share: Double)] = [
    (28, 303.0 / 4_800), (29, 97.0 / 4_800), (30, 1_600.0 / 4_800), (31, 2_800.0 / 4_800),
  ]
}

extension AlternatingProcess {
  /// What is to be expected of one window of a promise that is counted continuously; of a calendar
  /// month, one of 400 years of them, all equally probable.
  ///
  /// Error and cost are those of ``downtime(atMost:in:start:)``, once a step and length of window.
  /// Throws ``AlternatingProcessError``, ``AlternatingProcessError/rule`` for other ways of counting,
  /// ``AlternatingProcessError/rolling`` for promises of every instant.
  public func forecast(
    of question: ContractQuestion, start: Start = .steady
  ) throws(AlternatingProcessError) -> ContractForecast {
    let agreement = question.agreement
    guard agreement.rule == .continuous else { throw .rule }
    guard !agreement.isRolling else { throw .rolling }
    let met = try within(agreement.target, question, start)
    var reached: [Probability] = []
    var credit = 0.0
    var paid = 0.0
    for step in agreement.credits?.steps ?? [] {
      let below = try within(step.below, question, start).inverted
      reached.append(below)
      let due = min(step.credit.value, agreement.cap?.value ?? 1)
      credit += (due - paid) * below.value
      paid = due
    }
    return ContractForecast(
      met: met, reached: reached, expectedCredit: agreement.credits == nil ? nil : credit)
  }

  /// P(the window's availability is at least `target`).
  private func within(
    _ target: Probability, _ question: ContractQuestion, _ start: Start
  ) throws(AlternatingProcessError) -> Probability {
    let window = question.agreement.window
    guard window == .calendarMonth else {
      let allowed = target.complement * window.length.seconds
      guard let begun = question.begun else {
        return try within(allowed, window.length.seconds, start)
      }
      let left = allowed - begun.counted.seconds
      // A budget that is spent to the last second is kept but for roundings.
      let isSpent = abs(left) <= allowed * 1e-12
      return try within(isSpent ? 0 : left, begun.left.seconds, start)
    }
    var sums = (value: 0.0, complement: 0.0)
    for (days, share) in CalendarMonths.lengths {
      let length = days * 86_400
      let month = try within(target.complement * length, length, start)
      sums.value += share * month.value
      sums.complement += share * month.complement
    }
    return Probability(uncheckedValue: min(1, sums.value), complement: min(1, sums.complement))
  }

  /// P(downtime is at most so many seconds of a window); nothing is within what is overdrawn.
  private func within(
    _ allowed: Double, _ window: Double, _ start: Start
  ) throws(AlternatingProcessError) -> Probability {
    guard allowed >= 0 else { return .impossible }
    do {
      return try downtime(
        atMost: try Duration(seconds: allowed), in: try Duration(seconds: window), start: start)
    } catch let error as AlternatingProcessError {
      throw error
    } catch {
      throw .noClosedForm("a window too long for a Double")
    }
  }
}
