import Quantities

extension MultiServerQueue {
  /// The most arrivals that these servers take within the target: the capacity of a tier that is
  /// bound by waiting, not by work.
  ///
  /// By bisection: the queue of the arrivals returned meets the target, and that of 1e-9 times more
  /// does not. Cost: 30 to 80 queues. Throws ``QueueingError/servers(_:most:)``,
  /// ``QueueingError/serviceTime``, ``QueueingError/target``, and ``QueueingError/noArrivals`` for
  /// targets that only a load below 1e-12 of the servers meets.
  public static func mostArrivals(
    service: Duration, servers: Int, target: WaitingTarget
  ) throws(QueueingError) -> MultiServerQueue {
    try target.check()
    let search = LoadSearch(service: service, most: Double(servers))
    return try search.largest { arrivals throws(QueueingError) in
      let queue = try MultiServerQueue(arrivals: arrivals, service: service, servers: servers)
      return queue.meets(target) ? queue : nil
    }
  }
}

extension BreakdownQueue {
  /// The most arrivals that these servers take within the target.
  ///
  /// By bisection: the queue of the arrivals returned meets the target, and that of 1e-9 times more
  /// does not. Cost: 30 to 80 queues of that size. Throws ``QueueingError`` as the queue itself
  /// does, ``QueueingError/target``, and ``QueueingError/noArrivals`` where so many servers are all
  /// down so often that hardly any arrivals would wait too long too.
  public static func mostArrivals(
    service: Duration, servers: Int, timeBetweenFailures: Duration, timeToRestoration: Duration,
    target: WaitingTarget
  ) throws(QueueingError) -> BreakdownQueue {
    try target.check()
    let up = timeBetweenFailures.seconds
    let share = up / (up + timeToRestoration.seconds)
    let search = LoadSearch(service: service, most: Double(servers) * share)
    return try search.largest { arrivals throws(QueueingError) in
      let queue = try BreakdownQueue(
        arrivals: arrivals, service: service, servers: servers,
        timeBetweenFailures: timeBetweenFailures, timeToRestoration: timeToRestoration)
      return try queue.meets(target) ? queue : nil
    }
  }
}

/// The largest load that meets a condition which no larger load meets again.
private struct LoadSearch {
  let service: Duration
  /// The load at which the queue is unstable.
  let most: Double

  private static let precision = 1e-9
  /// Loads below this share of the most are not looked at.
  private static let least = 1e-12

  /// What `queue` makes of the largest load that it accepts; it is never given the most.
  func largest<Queue>(
    _ queue: (Frequency) throws(QueueingError) -> Queue?
  ) throws(QueueingError) -> Queue {
    guard service > .zero else { throw .serviceTime }
    var low = Self.least * most
    var high = most
    guard var best = try queue(arrivals(low)) else { throw .noArrivals }
    while high - low > Self.precision * high {
      // By ratios while the ends are far apart.
      let middle = high > 2 * low ? (low * high).squareRoot() : low + (high - low) / 2
      if let found = try queue(arrivals(middle)) {
        best = found
        low = middle
      } else {
        high = middle
      }
    }
    return best
  }

  private func arrivals(_ load: Double) throws(QueueingError) -> Frequency {
    guard let arrivals = try? Frequency(perSecond: load / service.seconds) else {
      throw .offeredLoad(load)
    }
    return arrivals
  }
}
