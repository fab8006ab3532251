/// A stretch of a history in which some service was lost.
public struct ServiceLoss: Sendable, Hashable {
  /// Its beginning, in nanoseconds on the history's clock.
  public var start: Int64
  /// Its end, behind its beginning.
  public var end: Int64
  /// The share of the service that was lost, above 0 and up to 1: 1 for an outage.
  public var lost: Double

  /// From `start` to `end`; an outage unless a smaller share is named.
  public init(start: Int64, end: Int64, lost: Double = 1) {
    self.start = start
    self.end = end
    self.lost = lost
  }

  /// The part of it that lies between two instants; empty or reversed where none does.
  @inline(__always)
  func cut(_ from: Int64, _ to: Int64) -> ServiceLoss {
    ServiceLoss(start: max(start, from), end: min(end, to), lost: lost)
  }
}
