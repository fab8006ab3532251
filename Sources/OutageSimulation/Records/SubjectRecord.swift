/// How long, and how often, each of several things is down in one replication.
///
/// A sweep tells which of them are up by the bits of a number: bit k for the k-th.
struct SubjectRecord {
  /// Nanoseconds down, cut at the edges of the window.
  private(set) var downtimes: [Int64]
  /// Outages that touch the window.
  private(set) var outages: [Int64]
  private var downSince: [Int64]
  private var up: Int

  /// Of so many things, all of which are up while all that can be is.
  init(count: Int) {
    downtimes = [Int64](repeating: 0, count: count)
    outages = downtimes
    downSince = downtimes
    up = (1 << count) - 1
  }

  /// Which are up changes at a time of a window from 0 to `horizon`.
  mutating func change(to up: Int, at time: Int64, horizon: Int64) {
    for subject in downtimes.indices where (self.up ^ up) >> subject & 1 == 1 {
      if up >> subject & 1 == 0 {
        downSince[subject] = time
      } else {
        add(subject, from: max(downSince[subject], 0), to: min(time, horizon))
      }
    }
    self.up = up
  }

  private mutating func add(_ subject: Int, from start: Int64, to end: Int64) {
    guard start < end else { return }
    downtimes[subject] += end - start
    outages[subject] += 1
  }

  mutating func clear() {
    for subject in downtimes.indices {
      downtimes[subject] = 0
      outages[subject] = 0
    }
  }
}

/// What replications say about several things watched at once, and about the pairs of them.
struct SubjectTally: Sendable, Hashable {
  /// Downtime of a replication, of each.
  private(set) var downtimes: [Moments]
  /// Outages of a replication, of each.
  private(set) var outages: [Moments]
  /// For each pair, in the order of ``pair(_:_:count:)``, how its downtimes differ in a replication.
  private(set) var differences: [Pair]

  /// The downtimes of two in the same replications.
  struct Pair: Sendable, Hashable {
    /// Replications in which they differ.
    var hits: UInt64 = 0
    /// Squares of the difference.
    var squares = SquareSum()
  }

  init(count: Int) {
    downtimes = [Moments](repeating: Moments(), count: count)
    outages = downtimes
    differences = [Pair](repeating: Pair(), count: count * (count - 1) / 2)
  }

  /// The place of a pair, `first` before `second`, among all of `count` things.
  static func pair(_ first: Int, _ second: Int, count: Int) -> Int {
    first * (2 * count - first - 1) / 2 + second - first - 1
  }

  mutating func add(_ record: SubjectRecord) {
    var place = 0
    for (first, downtime) in record.downtimes.enumerated() {
      downtimes[first].add(downtime)
      outages[first].add(record.outages[first])
      for other in record.downtimes[(first + 1)...] {
        let difference = abs(downtime - other)
        if difference > 0 {
          differences[place].hits += 1
          differences[place].squares.add(difference, difference)
        }
        place += 1
      }
    }
  }

  mutating func merge(_ other: SubjectTally) {
    for place in downtimes.indices {
      downtimes[place].merge(other.downtimes[place])
      outages[place].merge(other.outages[place])
    }
    for place in differences.indices {
      differences[place].hits += other.differences[place].hits
      differences[place].squares.merge(other.differences[place].squares)
    }
  }
}
