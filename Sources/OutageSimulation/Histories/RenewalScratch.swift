/// The intervals of one replication, unsorted, and which of them overlap others.
///
/// Time is cut into buckets. Intervals that overlap have a bucket in common, so that one whose
/// buckets are its own overlaps nothing.
struct RenewalScratch {
  private var intervals: [DownInterval] = []
  private var uses: [UInt8]
  private let shift: Int64
  private let lastBucket: Int

  /// So many buckets for each failure expected in a replication.
  private static let bucketsPerFailure = 16.0
  private static let mostBuckets = 65_536.0

  init(_ system: SampledSystem, horizon: Int64) {
    let expected = system.lives.totalRate * Double(horizon)
    let wanted = min(max(expected * Self.bucketsPerFailure, 64), Self.mostBuckets)
    var shift: Int64 = 0
    while Double(horizon >> shift) > wanted { shift += 1 }
    self.shift = shift
    lastBucket = Int(horizon >> shift)
    uses = [UInt8](repeating: 0, count: lastBucket + 1)
  }

  @inline(__always)
  private func buckets(_ interval: DownInterval) -> ClosedRange<Int> {
    let first = min(max(Int(interval.start >> shift), 0), lastBucket)
    return first...min(max(Int(interval.end >> shift), first), lastBucket)
  }

  @inline(__always)
  mutating func add(_ interval: DownInterval) {
    intervals.append(interval)
    for bucket in buckets(interval) where uses[bucket] < 2 { uses[bucket] += 1 }
  }

  /// Takes over a cluster that was drawn otherwise.
  mutating func take(_ cluster: inout [DownInterval], _ clusterEnd: inout Int64) {
    for interval in cluster { add(interval) }
    cluster.removeAll(keepingCapacity: true)
    clusterEnd = .min
  }

  /// Moves the intervals that matter, by their starts, and forgets the others.
  mutating func select(into cluster: inout [DownInterval], _ singlePoints: [Bool]) {
    for interval in intervals {
      if singlePoints[Int(interval.component)] || buckets(interval).contains(where: { uses[$0] > 1 })
      {
        cluster.append(interval)
      }
    }
    cluster.sort { $0.start < $1.start }
    intervals.removeAll(keepingCapacity: true)
    for bucket in uses.indices { uses[bucket] = 0 }
  }
}
