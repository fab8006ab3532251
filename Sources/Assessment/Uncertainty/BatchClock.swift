/// The time that draws may take.
struct BatchClock: Sendable {
  private let began = ContinuousClock.now
  /// Seconds.
  let limit: Double

  init(limit: Double) { self.limit = limit }

  /// Seconds that are left, 0 or more.
  var left: Double { max(0, limit - began.secondsUntilNow) }
  var isOver: Bool { left == 0 }
}

extension ContinuousClock.Instant {
  /// Seconds since this instant.
  var secondsUntilNow: Double {
    let parts = (ContinuousClock.now - self).components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }
}
