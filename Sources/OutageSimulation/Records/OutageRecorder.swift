import RandomStreams
import ServiceLevels

/// What happens to the service in one replication, gathered until its end.
///
/// A replication without an outage or a change of level costs nothing here; the tally knows it as
/// one of those that are not reported.
struct OutageRecorder: LevelRecorder {
  /// What is recorded beyond downtime and outages.
  struct Plan: Sendable, Hashable {
    /// Nanoseconds of a replication.
    var horizon: Int64
    /// Nanoseconds before the window that are drawn too, so that what has a history has one.
    var warmUp: Int64 = 0
    /// The service is up while at least so many thresholds are reached.
    var upFrom = 1
    /// Downtimes whose excess is counted, in nanoseconds.
    var thresholds: [Int64] = []
    /// Nanoseconds of a second window; 0 for none.
    var window: Int64 = 0
    /// The number of levels to record times of, 0 for none.
    var levels = 0
    /// For each level recorded what it lacks of the fullest.
    var losses: [Double] = []
    /// The number of queues whose delays are recorded, 0 for none.
    var delays = 0
    /// The number of causes that downtime is counted under; 0 for none.
    var causes = 0
    /// The number of things that are watched at once, 0 where it is the service alone.
    var subjects = 0
    /// What histories are judged by.
    var contracts: [ContractPlan] = []
    /// True when replications are weighted by their number of outages.
    var isConditioned = false
    /// True where the outages themselves are kept, of one replication; not written to parts.
    var keepsIntervals = false

    /// True when a contract looks at levels below the fullest.
    var keepsLosses: Bool { contracts.contains(where: \.judgesLevels) }
    /// True when a contract looks at outages.
    var keepsOutages: Bool { contracts.contains { !$0.judgesLevels } }

    var windows: Int { window > 0 ? Int(horizon / window) : 0 }
  }

  let plan: Plan
  private(set) var tally: OutageTally

  private let full: Int
  /// True when the service is down even while all is up that can be.
  private let isAlwaysDown: Bool
  private var reached: Int
  private var since: Int64 = 0
  private var downSince: Int64 = 0
  private var beganDown: Int32 = -1
  private var isDown = false

  private var record: ReplicationRecord
  private var subjects: SubjectRecord
  private let keepsOutages: Bool
  private let keepsLosses: Bool
  /// The outages, where they are kept, with the components that began them.
  private(set) var intervals: [DownInterval] = []
  private var calendar = ContractCalendar()

  /// For each component the cause that it is counted under; empty when causes aren't recorded.
  private let causeOfComponent: [Int32]

  /// A recorder of a service of which `reached` thresholds are reached while all is up.
  init(_ plan: Plan, reached: Int, causeOfComponent: [Int32] = []) {
    self.plan = plan
    self.causeOfComponent = causeOfComponent
    self.reached = reached
    full = reached
    isAlwaysDown = reached < plan.upFrom
    tally = OutageTally(plan)
    keepsOutages = plan.keepsOutages
    keepsLosses = plan.keepsLosses
    record = ReplicationRecord(levels: plan.levels, delays: plan.delays)
    subjects = SubjectRecord(count: plan.subjects)
  }

  /// The number of thresholds reached changes, or stays, at a time on the replication's clock.
  @inline(__always)
  mutating func change(to reached: Int, at time: Int64, by cause: Int32) {
    guard reached != self.reached else { return }
    let time = time &- plan.warmUp
    if plan.levels > 0 { spend(time) }
    if plan.subjects > 0 { subjects.change(to: reached, at: time, horizon: plan.horizon) }
    self.reached = reached
    since = time
    let down = reached < plan.upFrom
    guard down != isDown, !isAlwaysDown else { return }
    isDown = down
    if down {
      downSince = time
      beganDown = cause
    } else {
      add(from: downSince, to: time, by: beganDown)
    }
  }

  private mutating func spend(_ time: Int64) {
    let (start, end) = (max(since, 0), min(time, plan.horizon))
    guard start < end, reached != full else { return }
    record.spend(end - start, atLevel: reached)
    guard keepsLosses else { return }
    record.keepLoss(ServiceLoss(start: start, end: end, lost: plan.losses[reached]))
  }

  /// An outage, cut at the edges of the replication.
  mutating func add(from start: Int64, to end: Int64, by component: Int32) {
    let start = max(start, 0)
    let end = min(end, plan.horizon)
    guard start < end else { return }
    record.add(from: start, to: end)
    if plan.keepsIntervals {
      intervals.append(DownInterval(start: start, end: end, component: component))
    }
    if keepsOutages { record.keepOutage(from: start, to: end) }
    if plan.window > 0 { record.addWindows(from: start, to: end, plan) }
    guard plan.causes > 0 else { return }
    record.blame(component < 0 ? -1 : causeOfComponent[Int(component)], end - start)
  }

  /// How long messages waited in a queue.
  mutating func delay(_ delay: QueueDelay, in queue: Int) { record.delay(delay, in: queue) }

  /// The end of a replication; `sampledOutages` are those of the structure that outages are sampled
  /// in, nil where that is the service itself.
  @inline(__always)
  mutating func finish(sampledOutages: Int? = nil) {
    if isAlwaysDown { add(from: 0, to: plan.horizon, by: -1) }
    guard record.isTouched else { return }
    tally.add(
      record, sampledOutages: sampledOutages ?? record.outages, plan, judgeContracts())
    record.clear()
    guard plan.subjects > 0 else { return }
    tally.add(subjects)
    subjects.clear()
  }

  /// The contracts' clock is drawn apart from the history, so that asking about one changes none.
  mutating func restart(seed: UInt64, block: UInt64) {
    if !plan.contracts.isEmpty { calendar.restart(seed: seed, block: block) }
  }

  private mutating func judgeContracts() -> [ContractRecord] {
    guard !plan.contracts.isEmpty else { return [] }
    record.sortHistory()
    let date = calendar.next()
    return plan.contracts.map { contract in
      contract.judge(contract.judgesLevels ? record.losses : record.history, date)
    }
  }

  /// The beginning of the first outage since the last call, which is forgotten; nil for none.
  mutating func takeFirstOutage() -> Int64? {
    if isAlwaysDown { return 0 }
    guard record.outages > 0 else { return nil }
    let first = record.first
    record.clear()
    return first
  }

  /// Counts replications, with or without outages.
  mutating func count(_ replications: Int) { tally.replications += UInt64(replications) }
}
