/// The intervals of one replication as they come, and which of them overlap others.
///
/// Time is cut into buckets, each owned by the first interval in it. Intervals that overlap have a
/// bucket in common, so that an interval that shares none overlaps nothing.
struct RenewalScratch: ~Copyable {
  private var intervals: UnsafeMutablePointer<DownInterval>
  private var capacity = 1_024
  private(set) var count = 0
  /// For each bucket the place of its owner, counted from the first replication on: what lies before
  /// `base` belongs to an earlier one.
  private let owners: UnsafeMutablePointer<Int>
  private var base = 1
  private let shift: Int64
  private let lastBucket: Int
  /// Places of intervals that may matter, some of them more than once.
  private var kept: [Int32] = []

  /// So many buckets for each failure expected in a replication.
  private static let bucketsPerFailure = 16.0
  private static let mostBuckets = 65_536.0

  init(_ system: SampledSystem, horizon: Int64) {
    let expected = system.lives.failureRate * Double(horizon)
    let wanted = min(max(expected * Self.bucketsPerFailure, 64), Self.mostBuckets)
    var shift: Int64 = 0
    while Double(horizon >> shift) > wanted { shift += 1 }
    self.shift = shift
    lastBucket = Int(horizon >> shift)
    owners = .allocate(capacity: lastBucket + 1)
    owners.initialize(repeating: 0, count: lastBucket + 1)
    intervals = .allocate(capacity: capacity)
  }

  deinit {
    owners.deallocate()
    intervals.deallocate()
  }

  /// Adds an interval; `matters` when it does so even alone.
  @inline(__always)
  mutating func add(_ interval: DownInterval, matters: Bool) {
    if count == capacity { grow() }
    intervals[count] = interval
    let place = count
    count &+= 1
    if matters { kept.append(Int32(truncatingIfNeeded: place)) }
    let first = min(max(Int(interval.start &>> shift), 0), lastBucket)
    let last = min(Int(interval.end &>> shift), lastBucket)
    own(first, place)
    if last > first { for bucket in first &+ 1...last { own(bucket, place) } }
  }

  @inline(__always)
  private mutating func own(_ bucket: Int, _ place: Int) {
    let owner = owners[bucket] &- base
    if owner >= 0 {
      keep(owner, place)
    } else {
      owners[bucket] = base &+ place
    }
  }

  @inline(never)
  private mutating func keep(_ owner: Int, _ place: Int) {
    kept.append(Int32(truncatingIfNeeded: owner))
    kept.append(Int32(truncatingIfNeeded: place))
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<DownInterval>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: intervals, count: count)
    intervals.deallocate()
    intervals = larger
    capacity *= 2
  }

  /// Hands over the intervals that may matter, by their starts, and forgets all.
  mutating func select(into cluster: inout [DownInterval]) {
    if !kept.isEmpty {
      kept.sort()
      var last: Int32 = -1
      for place in kept where place != last {
        cluster.append(intervals[Int(place)])
        last = place
      }
      cluster.sort { $0.start < $1.start }
      kept.removeAll(keepingCapacity: true)
    }
    base &+= count
    count = 0
  }
}
