import Quantities

/// How much downtime a stretch of time may hold.
struct AllowedDowntime: Sendable, Hashable {
  /// Seconds; below 0 where more was counted already than is allowed.
  let seconds: Double
  /// Seconds, above 0.
  let length: Double

  /// What an availability of `target` allows in `length` seconds.
  init(by target: Probability, in length: Double) {
    seconds = target.complement * length
    self.length = length
  }

  /// What an availability of `target` in a window of `length` seconds allows in the rest of it.
  init(by target: Probability, in length: Double, given begun: ContractQuestion.BegunWindow) {
    let allowed = target.complement * length
    let left = allowed - begun.counted.seconds
    // A budget that is spent to the last second is kept but for roundings.
    seconds = abs(left) <= allowed * 1e-12 ? 0 : left
    self.length = begun.left.seconds
  }

  /// What `target` allows in the windows that are asked about, and the share of those windows.
  static func cases(
    of target: Probability, _ question: ContractQuestion
  ) -> [(allowed: AllowedDowntime, share: Double)] {
    let window = question.agreement.window
    if window == .calendarMonth {
      return CalendarMonth.lengths.map {
        (AllowedDowntime(by: target, in: $0.days * 86_400), $0.share)
      }
    }
    let length = window.length.seconds
    guard let begun = question.begun else { return [(AllowedDowntime(by: target, in: length), 1)] }
    return [(AllowedDowntime(by: target, in: length, given: begun), 1)]
  }
}
