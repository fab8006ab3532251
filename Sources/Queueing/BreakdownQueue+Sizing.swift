import Quantities

extension BreakdownQueue {
  /// True when the target is met, with equality. Throws ``QueueingError/longWait(_:steps:most:)``.
  public func meets(_ target: WaitingTarget) throws(QueueingError) -> Bool {
    switch target {
    case .wait(let time, let share): try wait(beyond: time).isAtMost(share)
    case .meanWait(let mean): meanWait <= mean
    }
  }

  /// The smallest queue that meets the target, by bisection: more servers, each with a crew of its
  /// own, make no wait longer. Cost: a few queues of about that size.
  ///
  /// Throws ``QueueingError`` as the queue itself does, ``QueueingError/target``, and
  /// ``QueueingError/tooManyServers(most:)`` above ``mostServers``.
  public static func fewestServers(
    arrivals: Frequency, service: Duration, timeBetweenFailures: Duration,
    timeToRestoration: Duration, target: WaitingTarget
  ) throws(QueueingError) -> BreakdownQueue {
    try target.check()
    let rates = try ServerRates(arrivals, service, timeBetweenFailures, timeToRestoration)
    let share = rates.restoration / (rates.failure + rates.restoration)
    func queue(_ servers: Int) throws(QueueingError) -> BreakdownQueue {
      try BreakdownQueue(
        arrivals: arrivals, service: service, servers: servers,
        timeBetweenFailures: timeBetweenFailures, timeToRestoration: timeToRestoration)
    }
    let least = MultiServerQueue.servers(above: rates.arrival / rates.service / share)
    var search = ServerSearch(least: least, most: mostServers)
    var best: BreakdownQueue?
    while let servers = search.next {
      let candidate = try queue(servers)
      let isMet = try candidate.meets(target)
      if isMet { best = candidate }
      search.learn(servers, isMet: isMet)
    }
    guard let best else { throw .tooManyServers(most: mostServers) }
    return best
  }
}

/// The smallest number that meets a monotone condition: steps that double, then bisection.
struct ServerSearch {
  private var unmet: Int
  private var met: Int?
  private var step = 1
  private let most: Int

  init(least: Int, most: Int) {
    unmet = least - 1
    self.most = most
  }

  /// What to try next; nil when the smallest is found or there is none.
  var next: Int? {
    if let met { return met - unmet > 1 ? unmet + (met - unmet) / 2 : nil }
    return unmet < most ? min(unmet + step, most) : nil
  }

  mutating func learn(_ servers: Int, isMet: Bool) {
    if isMet {
      met = servers
    } else {
      unmet = servers
      step *= 2
    }
  }
}
