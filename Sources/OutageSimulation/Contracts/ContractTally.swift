import ServiceLevels

/// What the windows of one replication come to beyond those without outages, whose figures are known.
struct ContractRecord: Sendable {
  private let untouched: WindowVerdict
  /// Nanoseconds counted in all windows.
  private(set) var counted: Int64 = 0
  /// Windows in which the promise isn't met.
  private(set) var missed: Int64 = 0
  /// Credits of all windows, in billionths of a bill.
  private(set) var credit: Int64 = 0
  /// For each window that reaches a further step the worst one, from 1.
  private(set) var steps: [Int] = []
  /// For each window with anything counted its share of the window.
  private(set) var shares: [Int64] = []
  /// True where some window is broken, whenever it ends.
  var isBrokenRolling = false

  /// Shares of a window are counted in so many parts: the most that a `Double` holds exactly, 10^15.
  static let whole = 1e15

  init(beyond untouched: WindowVerdict) { self.untouched = untouched }

  mutating func add(_ verdict: WindowVerdict) {
    guard verdict.counted > untouched.counted else { return }
    counted += verdict.counted - untouched.counted
    if !verdict.isMet, untouched.isMet { missed += 1 }
    credit += verdict.credit - untouched.credit
    if verdict.step > untouched.step { steps.append(verdict.step) }
    let share = Double(verdict.counted) / Double(verdict.length)
    shares.append(max(1, Int64((share * Self.whole).rounded())))
  }
}

/// What the windows of a promise come to over many replications, in whole numbers.
struct ContractTally: Sendable, Hashable {
  private(set) var counted = Moments()
  private(set) var missed = Moments()
  private(set) var credit = Moments()
  /// Replications in which some window isn't met.
  private(set) var broken: UInt64 = 0
  /// Replications in which some window is broken, whenever it ends.
  private(set) var brokenRolling: UInt64 = 0
  /// For each step of the ladder the windows of a replication that reach it.
  private(set) var steps: [Moments]
  /// The share of each window that was counted.
  private(set) var shares = LengthTally()

  init(steps: Int) { self.steps = [Moments](repeating: Moments(), count: steps) }

  mutating func add(_ record: ContractRecord) {
    counted.add(record.counted)
    missed.add(record.missed)
    credit.add(record.credit)
    if record.missed > 0 { broken += 1 }
    if record.isBrokenRolling { brokenRolling += 1 }
    for share in record.shares { shares.add(share) }
    guard !record.steps.isEmpty else { return }
    for place in steps.indices {
      steps[place].add(Int64(record.steps.count { $0 > place }))
    }
  }

  mutating func merge(_ other: ContractTally) {
    counted.merge(other.counted)
    missed.merge(other.missed)
    credit.merge(other.credit)
    broken += other.broken
    brokenRolling += other.brokenRolling
    shares.merge(other.shares)
    for place in steps.indices { steps[place].merge(other.steps[place]) }
  }
}
