/// The intervals of one replication as they come, and which of them overlap others.
///
/// Time is cut into buckets, each owned by the first interval in it. Intervals that overlap have a
/// bucket in common, so that an interval that shares none overlaps nothing.
struct RenewalScratch: ~Copyable {
  private struct Entry {
    var interval: DownInterval
    var isKept = false
  }

  private var entries: UnsafeMutablePointer<Entry>
  private var capacity = 1_024
  private(set) var count = 0
  /// For each bucket the place of its owner, counted from the first replication on: what lies before
  /// `base` belongs to an earlier one.
  private let owners: UnsafeMutablePointer<Int32>
  private var base: Int32 = 1
  private let shift: Int64
  private let lastBucket: Int
  /// Places of intervals that may matter, each once.
  private var kept: [Int32] = []

  /// So many buckets for each failure expected in a replication: few failures share one, and few
  /// restorations last from one to the next.
  private static let bucketsPerFailure = 64.0
  private static let mostBuckets = 65_536.0
  /// The count of places begins anew here, so that it stays a whole number of 32 bits.
  private static let lastBase: Int32 = 1 << 30

  init(_ system: SampledSystem, horizon: Int64) {
    let expected = system.lives.failureRate * Double(horizon)
    let wanted = min(max(expected * Self.bucketsPerFailure, 64), Self.mostBuckets)
    var shift: Int64 = 0
    while Double(horizon >> shift) > wanted { shift += 1 }
    self.shift = shift
    lastBucket = Int(horizon >> shift)
    owners = .allocate(capacity: lastBucket + 1)
    owners.initialize(repeating: 0, count: lastBucket + 1)
    entries = .allocate(capacity: capacity)
  }

  deinit {
    owners.deallocate()
    entries.deallocate()
  }

  /// Adds an interval; `matters` when it does so even alone.
  mutating func add(_ interval: DownInterval, matters: Bool) {
    reserve(1)
    entries[count] = Entry(interval: interval)
    own(count)
    if matters { keep(count) }
    count &+= 1
  }

  /// Adds the intervals of a component that fails first at `failure`, 0 or later, and then alternates
  /// between standard restorations and standard up times; returns how many of each it took. Stops at
  /// `end`, within the horizon, or where one of them runs out, `failure` being the next failure then.
  @inline(__always)
  mutating func add(
    _ component: Int32, _ life: ComponentLife.Scaled, _ restorations: UnsafeBufferPointer<Double>,
    _ uptimes: UnsafeBufferPointer<Double>, failure: inout Int64, until end: Int64
  ) -> Int {
    let most = min(restorations.count, uptimes.count)
    reserve(most)
    // Stores through a pointer might change the members, so they are read once.
    let (base, shift, owners, entries) = (base, shift, owners, entries + count)
    let (lastBucket, first) = (lastBucket, base &+ Int32(truncatingIfNeeded: count))
    var taken = 0
    while failure < end, taken < most {
      var isAlone = true
      repeat {
        let start = failure
        let restored = start &+ Clock.ticks(life.restoration * restorations[taken])
        failure = restored &+ Clock.ticks(life.uptime * uptimes[taken])
        entries[taken] = Entry(
          interval: DownInterval(start: start, end: restored, component: component))
        // One or two buckets are alike, for the sake of branches that can be foreseen.
        let early = Int(start &>> shift)
        let late = min(Int(restored &>> shift), lastBucket)
        isAlone = late &- early <= 1 && max(owners[early], owners[late]) < base
        if isAlone {
          owners[early] = first &+ Int32(truncatingIfNeeded: taken)
          owners[late] = first &+ Int32(truncatingIfNeeded: taken)
        }
        taken &+= 1
      } while isAlone && failure < end && taken < most
      if !isAlone { own(count &+ taken &- 1) }
    }
    count &+= taken
    return taken
  }

  /// Keeps all intervals from a place on.
  mutating func keep(from first: Int) {
    for place in first..<count { keep(place) }
  }

  /// Makes an interval the owner of its buckets, or keeps it and the owners that it finds there.
  @inline(never)
  private mutating func own(_ place: Int) {
    let interval = entries[place].interval
    let first = min(max(Int(interval.start &>> shift), 0), lastBucket)
    let last = max(first, min(Int(interval.end &>> shift), lastBucket))
    for bucket in first...last {
      let owner = Int(owners[bucket] &- base)
      if owner >= 0 {
        keep(owner)
        keep(place)
      } else {
        owners[bucket] = base &+ Int32(truncatingIfNeeded: place)
      }
    }
  }

  private mutating func keep(_ place: Int) {
    guard !entries[place].isKept else { return }
    entries[place].isKept = true
    kept.append(Int32(truncatingIfNeeded: place))
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count &+ more > capacity { grow() }
  }

  /// Doubles the room, which is more than one call adds.
  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: entries, count: count)
    entries.deallocate()
    entries = larger
    capacity *= 2
  }

  /// Hands over the intervals that may matter, by their starts, and forgets all.
  mutating func select(into cluster: inout [DownInterval]) {
    if !kept.isEmpty {
      for place in kept { cluster.append(entries[Int(place)].interval) }
      cluster.sort { $0.start < $1.start }
      kept.removeAll(keepingCapacity: true)
    }
    forget()
  }

  private mutating func forget() {
    base &+= Int32(truncatingIfNeeded: count)
    count = 0
    if base >= Self.lastBase {
      owners.update(repeating: 0, count: lastBucket + 1)
      base = 1
    }
  }
}
