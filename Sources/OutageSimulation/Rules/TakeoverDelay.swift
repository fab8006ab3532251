import Topology

/// How long after the failure of one place another takes over: detection, and then with some
/// probability the automatic switch, else the one by hand.
struct TakeoverDelay: Sendable, Hashable {
  private let detection: Int64
  /// The probability that the automatic switch fails.
  private let failing: Double
  private let switching: SampledLaw?
  private let manual: SampledLaw?

  init(_ failover: Failover, _ laws: inout LawCatalogue) {
    detection = Clock.ticks(failover.detection.seconds * 1e9)
    failing = failover.coverage.complement
    switching = failover.switching.map { laws.place($0) }
    manual = failover.manual.map { laws.place($0) }
  }

  /// Draws the takeover from a failure; nil for never. First the coverage, where it is in doubt, and
  /// then the time of the way taken, where it has one.
  func draw(_ pool: inout VariatePool) -> Int64? {
    if fails(&pool) {
      guard let manual else { return nil }
      return delay(manual, &pool)
    }
    guard let switching else { return detection }
    return delay(switching, &pool)
  }

  private func fails(_ pool: inout VariatePool) -> Bool {
    guard failing > 0, failing < 1 else { return failing > 0 }
    return pool.next(VariatePool.uniform) < failing
  }

  private func delay(_ law: SampledLaw, _ pool: inout VariatePool) -> Int64 {
    Clock.ticks(Double(detection) + pool.draw(law))
  }
}
