import StructureFunctions

/// Follows replications of a system in which something has a history.
struct TimedRun {
  private let system: TimedSystem
  /// For each level the intervals of the components that it depends on.
  private var intervals: [[CausedInterval]]
  private var sweeps: [OutageSweep]
  private var couplings: [CoupledProcess]
  /// For each part the histories of its operands.
  private var operands: [[LevelHistory]]
  /// For each part its own history at each of its places.
  private var results: [[LevelHistory]]
  private var drawn: [DownInterval] = []
  private var course = DelayCourse()

  init(_ system: TimedSystem) {
    self.system = system
    intervals = [[CausedInterval]](repeating: [], count: system.levels.count)
    sweeps = system.levels.map(\.sweep)
    couplings = system.couplings
    operands = system.parts.map { part in
      guard case .follow(_, let places) = part.action else { return [] }
      return system.levels[places].map(\.quietHistory)
    }
    results = system.parts.map { part in
      guard case .draw(_, let places) = part.action else { return [LevelHistory()] }
      return [LevelHistory](repeating: LevelHistory(), count: places)
    }
  }

  /// Times in which components are down, kept until the replication is complete.
  mutating func add(_ intervals: some Sequence<DownInterval>) {
    for interval in intervals {
      add(interval.component, from: interval.start, to: interval.end, cause: interval.component)
    }
  }

  @inline(__always)
  private mutating func add(
    _ component: Int32, from start: Int64, to end: Int64, cause: Int32
  ) {
    for place in system.routes.places(of: component) {
      let route = system.routes[place]
      intervals[Int(route.list)].append(
        CausedInterval(start: start, end: end, component: route.component, cause: cause))
    }
  }

  /// Follows one replication, from 0 to the end, through all that has a history; the window of the
  /// service begins at `origin`. Returns how many outages of the structure underneath touch the window,
  /// nil without such a structure.
  mutating func finish(
    from origin: Int64, to end: Int64, _ pool: inout VariatePool,
    into recorder: inout OutageRecorder
  ) -> Int? {
    for place in couplings.indices {
      couplings[place].draw(until: end, &pool, into: &drawn)
      add(drawn)
      drawn.removeAll(keepingCapacity: true)
    }
    for place in system.parts.indices {
      follow(place, until: end, &pool)
      guard recorder.plan.delays > 0 else { continue }
      recordDelays(of: place, from: origin, to: end, into: &recorder)
    }
    follow(intervals.count - 1, into: &recorder)
    return system.underneath.map { countOutages(of: $0, from: origin, to: end) }
  }

  private mutating func countOutages(of level: Int, from origin: Int64, to end: Int64) -> Int {
    var recorder = system.levels[level].recorder
    recorder.history = system.levels[level].quietHistory
    follow(level, into: &recorder)
    return recorder.history.outages.count { $0.end > origin && $0.start < end }
  }

  /// Follows a level through the intervals at hand, which are dropped.
  private mutating func follow(_ level: Int, into recorder: inout some LevelRecorder) {
    sort(level)
    sweeps[level].follow(intervals[level], isComplete: true, into: &recorder)
    intervals[level].removeAll(keepingCapacity: true)
  }

  // MARK: Parts

  private mutating func follow(_ place: Int, until end: Int64, _ pool: inout VariatePool) {
    let part = system.parts[place]
    switch part.action {
    case .follow(let rule, let levels):
      let isTouched = followOperands(of: place, levels)
      clearResults(of: place, base: rule.base(of: operands[place]))
      if isTouched || operands[place].contains(where: \.isNeverUp) {
        rule.follow(
          operands[place], until: end, cause: part.cause, &pool, into: &results[place][0])
      }
    case .draw(let schedule, _):
      clearResults(of: place, base: 1)
      schedule.draw(until: end, cause: part.cause, &pool, into: &results[place])
    }
    for output in part.outputs { handOn(output, of: place, until: end) }
  }

  private mutating func recordDelays(
    of place: Int, from origin: Int64, to end: Int64, into recorder: inout OutageRecorder
  ) {
    // Nothing waits unless the consumer, the first operand, is down.
    guard let delays = system.parts[place].delays, operands[place].first?.isEmpty == false
    else { return }
    course.clear()
    delays.rule.delays(of: operands[place], until: end, into: &course)
    recorder.delay(course.delay(from: origin, to: end), in: delays.queue)
  }

  private mutating func clearResults(of part: Int, base: Double) {
    for place in results[part].indices {
      results[part][place].clear()
      results[part][place].base = base
    }
  }

  /// Makes histories of the operands of a part; false when nothing happens in any of them.
  private mutating func followOperands(of part: Int, _ levels: Range<Int>) -> Bool {
    var isTouched = false
    for (number, level) in levels.enumerated() {
      operands[part][number].clear()
      guard !intervals[level].isEmpty else { continue }
      isTouched = true
      var recorder = system.levels[level].recorder
      swap(&recorder.history, &operands[part][number])
      follow(level, into: &recorder)
      swap(&recorder.history, &operands[part][number])
    }
    return isTouched
  }

  /// Most come in order already.
  private mutating func sort(_ level: Int) {
    var last = Int64.min
    for interval in intervals[level] {
      guard last <= interval.start else {
        intervals[level].sort { $0.start < $1.start }
        return
      }
      last = interval.start
    }
  }

  // MARK: Results

  /// Hands a part's level on as the times in which it is below a threshold.
  private mutating func handOn(_ output: TimedPart.Output, of part: Int, until end: Int64) {
    let threshold = output.threshold - StructureFunction.levelTolerance
    let component = Int32(output.component)
    let history = results[part][output.place]
    guard history.base >= threshold else {
      return handOnComplement(output, history, until: end)
    }
    for span in history.spans where span.level < threshold {
      add(component, from: span.start, to: span.end, cause: span.cause)
    }
  }

  /// The same where the level is below the threshold while nothing happens.
  private mutating func handOnComplement(
    _ output: TimedPart.Output, _ history: LevelHistory, until end: Int64
  ) {
    let threshold = output.threshold - StructureFunction.levelTolerance
    let component = Int32(output.component)
    var start: Int64 = 0
    for span in history.spans where span.level >= threshold {
      if start < span.start { add(component, from: start, to: span.start, cause: component) }
      start = span.end
    }
    if start < end { add(component, from: start, to: end, cause: component) }
  }
}
