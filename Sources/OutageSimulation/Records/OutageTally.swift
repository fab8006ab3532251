/// Everything recorded of some replications, in whole numbers: exact to merge, in any order.
struct OutageTally: Sendable, Hashable {
  /// Replications, with or without outages.
  var replications: UInt64 = 0
  /// Replications with something to record, by weight: one class where sampling is plain, else
  /// those with n outages of the sampled structure at place n - 1, whose weight is 1 / n.
  private(set) var classes: [OutageClass] = []

  private let empty: OutageClass

  init(_ plan: OutageRecorder.Plan) {
    empty = OutageClass(plan)
    if !plan.isConditioned { classes = [empty] }
  }

  /// Adds a replication with so many outages of the structure that outages are sampled in.
  mutating func add(
    _ record: ReplicationRecord, sampledOutages: Int, _ plan: OutageRecorder.Plan,
    _ contracts: [ContractRecord] = []
  ) {
    guard plan.isConditioned else { return classes[0].add(record, plan, contracts) }
    guard sampledOutages > 0 else { return }
    while classes.count < sampledOutages { classes.append(empty) }
    classes[sampledOutages - 1].add(record, plan, contracts)
  }

  /// Adds what several things watched at once did in a replication; sampling is plain.
  mutating func add(_ subjects: SubjectRecord) { classes[0].add(subjects) }

  mutating func merge(_ other: OutageTally) {
    replications += other.replications
    while classes.count < other.classes.count { classes.append(empty) }
    for (place, more) in other.classes.enumerated() { classes[place].merge(more) }
  }

  mutating func code(_ coder: inout some WordCoder) {
    coder.code(&replications)
    var count = classes.count
    coder.code(&count)
    while classes.count < min(count, Self.classLimit) { classes.append(empty) }
    for place in classes.indices { classes[place].code(&coder) }
  }

  /// More outages in one replication of a conditioned simulation don't occur: it is refused where
  /// outages are frequent.
  private static let classLimit = 100_000
}

/// What is recorded of replications of equal weight.
struct OutageClass: Sendable, Hashable {
  /// Replications with an outage.
  private(set) var hits: UInt64 = 0
  /// Downtime of a replication.
  private(set) var downtime = Moments()
  /// Outages of a replication.
  private(set) var outages = Moments()
  private(set) var downtimeTimesOutages = SquareSum()
  /// The downtime of each replication.
  private(set) var downtimes = LengthTally()
  /// Lengths of single outages.
  private(set) var lengths = LengthTally()
  private(set) var first = Moments()
  /// For each threshold the replications whose downtime exceeds it.
  private(set) var exceedances: [UInt64]
  private(set) var causes: [Joint]
  /// Time at each level below the fullest.
  private(set) var levels: [Moments]
  /// Time at all levels below the fullest.
  private(set) var degraded = Moments()
  /// Service lost: time below the fullest level, each weighed by what is missing, to the nanosecond.
  private(set) var lost = Moments()
  /// For each queue how long messages wait.
  private(set) var delays: [DelayTally]
  private(set) var windows = WindowTally()
  /// For each contract what its windows come to.
  private(set) var contracts: [ContractTally]
  /// What several things watched at once come to; not written to parts.
  private(set) var subjects: SubjectTally

  /// The downtime of one cause, and its product with that of all.
  struct Joint: Sendable, Hashable {
    var own = Moments()
    var timesWhole = SquareSum()
  }

  init(_ plan: OutageRecorder.Plan) {
    exceedances = [UInt64](repeating: 0, count: plan.thresholds.count)
    causes = [Joint](repeating: Joint(), count: plan.causes)
    levels = [Moments](repeating: Moments(), count: plan.levels)
    delays = [DelayTally](repeating: DelayTally(), count: plan.delays)
    contracts = plan.contracts.map { ContractTally(steps: $0.terms.stepCount) }
    subjects = SubjectTally(count: plan.subjects)
  }

  mutating func add(_ record: SubjectRecord) { subjects.add(record) }

  mutating func add(
    _ record: ReplicationRecord, _ plan: OutageRecorder.Plan, _ judged: [ContractRecord]
  ) {
    for (place, contract) in judged.enumerated() { contracts[place].add(contract) }
    for level in levels.indices where record.levels[level] > 0 {
      levels[level].add(record.levels[level])
    }
    if !levels.isEmpty {
      degraded.add(record.levels.reduce(0, +))
      let lost = zip(record.levels, plan.losses).reduce(0.0) { $0 + Double($1.0) * $1.1 }
      self.lost.add(Int64(lost.rounded()))
    }
    for (queue, delay) in record.delays.enumerated() { delays[queue].add(delay) }
    guard record.outages > 0 else { return }
    hits += 1
    downtime.add(record.downtime)
    outages.add(Int64(record.outages))
    downtimeTimesOutages.add(record.downtime, Int64(record.outages))
    downtimes.add(record.downtime)
    first.add(record.first)
    for length in record.lengths { lengths.add(length) }
    for (place, threshold) in plan.thresholds.enumerated() where record.downtime > threshold {
      exceedances[place] += 1
    }
    for (cause, part) in record.blames where cause >= 0 {
      causes[Int(cause)].own.add(part)
      causes[Int(cause)].timesWhole.add(part, record.downtime)
    }
    if plan.window > 0 { windows.add(record) }
  }

  mutating func merge(_ other: OutageClass) {
    hits += other.hits
    downtime.merge(other.downtime)
    outages.merge(other.outages)
    downtimeTimesOutages.merge(other.downtimeTimesOutages)
    downtimes.merge(other.downtimes)
    lengths.merge(other.lengths)
    first.merge(other.first)
    for place in exceedances.indices { exceedances[place] += other.exceedances[place] }
    for place in causes.indices {
      causes[place].own.merge(other.causes[place].own)
      causes[place].timesWhole.merge(other.causes[place].timesWhole)
    }
    for place in levels.indices { levels[place].merge(other.levels[place]) }
    degraded.merge(other.degraded)
    lost.merge(other.lost)
    for place in delays.indices { delays[place].merge(other.delays[place]) }
    windows.merge(other.windows)
    for place in contracts.indices { contracts[place].merge(other.contracts[place]) }
    subjects.merge(other.subjects)
  }

  mutating func code(_ coder: inout some WordCoder) {
    coder.code(&hits)
    downtime.code(&coder)
    outages.code(&coder)
    downtimeTimesOutages.code(&coder)
    downtimes.code(&coder)
    lengths.code(&coder)
    first.code(&coder)
    for place in exceedances.indices { coder.code(&exceedances[place]) }
    for place in causes.indices {
      causes[place].own.code(&coder)
      causes[place].timesWhole.code(&coder)
    }
    for place in levels.indices { levels[place].code(&coder) }
    degraded.code(&coder)
    lost.code(&coder)
    for place in delays.indices { delays[place].code(&coder) }
    windows.code(&coder)
  }
}

/// Downtime in windows of a second length.
struct WindowTally: Sendable, Hashable {
  /// Windows with downtime.
  private(set) var hits = Moments()
  /// Downtime of one replication in all its windows.
  private(set) var downtime = Moments()
  /// The downtime of each window with any.
  private(set) var downtimes = LengthTally()

  mutating func add(_ record: ReplicationRecord) {
    guard !record.windows.isEmpty else { return }
    hits.add(Int64(record.windows.count))
    downtime.add(record.windows.reduce(0) { $0 + $1.downtime })
    for (_, length) in record.windows { downtimes.add(length) }
  }

  mutating func merge(_ other: WindowTally) {
    hits.merge(other.hits)
    downtime.merge(other.downtime)
    downtimes.merge(other.downtimes)
  }

  mutating func code(_ coder: inout some WordCoder) {
    hits.code(&coder)
    downtime.code(&coder)
    downtimes.code(&coder)
  }
}
