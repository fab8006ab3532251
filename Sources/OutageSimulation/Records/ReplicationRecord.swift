import ServiceLevels

/// The outages of one replication.
struct ReplicationRecord {
  /// Nanoseconds down.
  private(set) var downtime: Int64 = 0
  /// The length of each outage, in nanoseconds.
  private(set) var lengths: [Int64] = []
  /// When the first outage began.
  private(set) var first = Int64.max
  /// Downtime by cause, where there is any.
  private(set) var blames: [(cause: Int32, downtime: Int64)] = []
  /// Downtime by second window, where there is any.
  private(set) var windows: [(window: Int, downtime: Int64)] = []
  /// The outages themselves, where contracts are judged by them.
  private(set) var history: [ServiceLoss] = []
  /// The stretches below the fullest level, where contracts are judged by them.
  private(set) var losses: [ServiceLoss] = []
  /// Time at each level below the fullest.
  private(set) var levels: [Int64]
  /// For each queue how long messages wait.
  private(set) var delays: [QueueDelay]
  private(set) var isTouched = false

  init(levels: Int, delays: Int = 0) {
    self.levels = [Int64](repeating: 0, count: levels)
    self.delays = [QueueDelay](repeating: QueueDelay(mean: 0, largest: 0), count: delays)
  }

  /// The number of outages.
  var outages: Int { lengths.count }

  mutating func add(from start: Int64, to end: Int64) {
    isTouched = true
    downtime += end - start
    lengths.append(end - start)
    first = min(first, start)
  }

  mutating func blame(_ cause: Int32, _ length: Int64) {
    for place in blames.indices where blames[place].cause == cause {
      blames[place].downtime += length
      return
    }
    blames.append((cause, length))
  }

  /// Cuts an outage at the edges of the second windows; what lies behind the last whole one is not
  /// counted.
  mutating func addWindows(from start: Int64, to end: Int64, _ plan: OutageRecorder.Plan) {
    var start = start
    while start < end {
      let window = Int(start / plan.window)
      guard window < plan.windows else { return }
      let edge = min(end, Int64(window + 1) * plan.window)
      addWindow(window, edge - start)
      start = edge
    }
  }

  private mutating func addWindow(_ window: Int, _ length: Int64) {
    for place in windows.indices.reversed() where windows[place].window == window {
      windows[place].downtime += length
      return
    }
    windows.append((window, length))
  }

  mutating func spend(_ length: Int64, atLevel level: Int) {
    isTouched = true
    levels[level] += length
  }

  /// Keeps an outage for the contracts.
  mutating func keepOutage(from start: Int64, to end: Int64) {
    history.append(ServiceLoss(start: start, end: end))
  }

  /// Keeps a stretch in which a share of the service is lost.
  mutating func keepLoss(_ loss: ServiceLoss) { losses.append(loss) }

  /// Outages drawn around one of them don't come in order.
  mutating func sortHistory() {
    guard !zip(history, history.dropFirst()).allSatisfy({ $0.start <= $1.start }) else { return }
    history.sort { $0.start < $1.start }
  }

  mutating func delay(_ delay: QueueDelay, in queue: Int) {
    isTouched = isTouched || delay.largest > 0
    delays[queue] = delay
  }

  mutating func clear() {
    downtime = 0
    first = .max
    isTouched = false
    lengths.removeAll(keepingCapacity: true)
    blames.removeAll(keepingCapacity: true)
    windows.removeAll(keepingCapacity: true)
    history.removeAll(keepingCapacity: true)
    losses.removeAll(keepingCapacity: true)
    for level in levels.indices { levels[level] = 0 }
    for queue in delays.indices { delays[queue] = QueueDelay(mean: 0, largest: 0) }
  }
}
