import RandomStreams
import ServiceLevels

/// How one replication after another is judged by a promise.
struct ContractPlan: Sendable, Hashable {
  /// True where stretches below the fullest level are judged, false for outages.
  let judgesLevels: Bool
  /// What a window without outages comes to.
  let untouched: WindowVerdict
  private let judge: ContractJudge
  private let rolling: RollingJudge?

  var terms: ContractTerms { judge.terms }

  init(_ question: ContractQuestion, judgesLevels: Bool) {
    self.judgesLevels = judgesLevels
    judge = ContractJudge(question)
    untouched = judge.untouched
    rolling = question.agreement.isRolling ? RollingJudge(question) : nil
  }

  /// What the windows of a replication come to.
  func judge(_ losses: [ServiceLoss], _ date: ContractCalendar.Date) -> ContractRecord {
    var record = ContractRecord(beyond: untouched)
    let phase = date.phase(of: terms.grid)
    judge.judge(losses, phase: phase, month: date.month) { record.add($0) }
    record.isBrokenRolling = rolling?.isBroken(losses, phase: phase) ?? false
    return record
  }
}

/// Where the clock of a promise stands when a replication begins: any instant of its grid and any
/// month of 400 years are as probable as any other.
struct ContractCalendar: Sendable {
  private static let purpose: UInt64 = 0x636f_6e74_7261_6374
  private var words = RandomStream(seed: 0, block: 0, purpose: purpose)
  private var ahead = [UInt64](repeating: 0, count: 64)
  private var place = 64

  /// One instant of the calendar.
  struct Date: Sendable {
    fileprivate let word: UInt64
    /// 0 to 4799, a January of a year that is a multiple of 400 being 0.
    let month: Int

    /// A phase of a grid, from 0 to below its spacing; 0 without one.
    func phase(of grid: Int64) -> Int64 {
      grid > 0 ? Int64(word.multipliedFullWidth(by: UInt64(grid)).high) : 0
    }
  }

  mutating func restart(seed: UInt64, block: UInt64) {
    words.restart(seed: seed, block: block, purpose: Self.purpose)
    place = ahead.count
  }

  /// The date of the next replication that has something to judge.
  mutating func next() -> Date {
    if place == ahead.count {
      ahead.withUnsafeMutableBufferPointer { words.fillBits($0) }
      place = 0
    }
    defer { place += 2 }
    return Date(
      word: ahead[place], month: Int(ahead[place + 1].multipliedFullWidth(by: 4_800).high))
  }
}
