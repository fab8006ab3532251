import Quantities

/// M/M/c whose servers fail: each also while idle, with a repair crew of its own; work that is
/// interrupted is resumed, first come first served.
///
/// Arrivals are Poisson; service, times between failures and times to restoration are exponential.
/// The exact law of (number in the system, servers up) as a quasi-birth-death process (Mitrany and
/// Avi-Itzhak 1968 for the model; Neuts 1981 for the method), by sums of positive terms. Relative
/// error of chances and means below 1e-11; measured below 1e-13. Servers that never fail are a
/// ``MultiServerQueue``.
public struct BreakdownQueue: Sendable {
  /// Arrivals a second, above 0.
  public let arrivals: Frequency
  /// The mean service time.
  public let service: Duration
  /// Servers, 1 to ``mostServers``.
  public let servers: Int
  /// A server's mean time between failures, counted in time up.
  public let timeBetweenFailures: Duration
  /// A server's mean time to restoration.
  public let timeToRestoration: Duration
  let law: QueueLaw

  /// The most servers: the cost grows with the third power of their number and faster.
  public static let mostServers = 200

  /// The queue in its long run. Cost: 2 ms for 20 servers, 0.6 s for 100, 5 s for 200.
  ///
  /// Throws ``QueueingError`` for a time or a frequency of 0, for servers out of range, for
  /// ``QueueingError/unstable(offeredLoad:servers:effective:needed:)`` with what it needs, and
  /// ``QueueingError/noConvergence`` within 1e-15 of that.
  public init(
    arrivals: Frequency, service: Duration, servers: Int, timeBetweenFailures: Duration,
    timeToRestoration: Duration
  ) throws(QueueingError) {
    guard (1...Self.mostServers).contains(servers) else {
      throw .servers(servers, most: Self.mostServers)
    }
    self.arrivals = arrivals
    self.service = service
    self.servers = servers
    self.timeBetweenFailures = timeBetweenFailures
    self.timeToRestoration = timeToRestoration
    let rates = try ServerRates(arrivals, service, timeBetweenFailures, timeToRestoration)
    try rates.checkStable(servers)
    law = try QueueLaw(rates.levels(servers))
  }

  /// Arrival rate × mean service time, in erlangs; error one rounding.
  public var offeredLoad: Double { arrivals.events(in: service) }

  /// The share of time in which a server is up. Exact but for two roundings a tail.
  public var serverAvailability: Probability {
    let up = timeBetweenFailures.seconds
    let down = timeToRestoration.seconds
    return Probability(uncheckedValue: up / (up + down), complement: down / (up + down))
  }

  /// The share of a server's time up that is busy, 0 to 1; error four roundings.
  public var utilisation: Double { offeredLoad / (Double(servers) * serverAvailability.value) }

  /// The share of time in which every server is busy or down, which is the share of arrivals that
  /// waits on arrival (Wolff 1982: Poisson arrivals see time averages). Those whose server fails
  /// later wait again; they are in ``meanWait``, not here.
  public var waiting: Probability {
    var busy = law.tail.reduce(0, +)
    var free = 0.0
    for (level, row) in law.low.enumerated() {
      busy += row.prefix(level + 1).reduce(0, +)
      free += row.dropFirst(level + 1).reduce(0, +)
    }
    return Probability(uncheckedValue: min(1, busy), complement: min(1, free))
  }

  /// The mean number in the system that is not being served.
  public var meanWaiting: Double {
    var sum = law.tailMoment.reduce(0, +)
    for (up, share) in law.tail.enumerated() { sum += Double(servers - up) * share }
    for (level, row) in law.low.enumerated() {
      for up in 0..<level { sum += Double(level - up) * row[up] }
    }
    return sum
  }

  /// The mean time in the system without service, waits after a failure included, over all
  /// arrivals: by Little's law (Little 1961).
  public var meanWait: Duration { .finite(seconds: meanWaiting / arrivals.perSecond) }

  /// The mean time from arrival to the end of service; error that of the mean wait.
  public var meanResponse: Duration { meanWait + service }
}

/// The rates of servers that fail, per second.
struct ServerRates {
  let arrival: Double
  let service: Double
  let failure: Double
  let restoration: Double

  init(
    _ arrivals: Frequency, _ service: Duration, _ between: Duration, _ restoration: Duration
  ) throws(QueueingError) {
    guard arrivals > .never else { throw .arrivals }
    guard service > .zero else { throw .serviceTime }
    guard between > .zero, restoration > .zero else { throw .serverTimes }
    arrival = arrivals.perSecond
    self.service = 1 / service.seconds
    failure = 1 / between.seconds
    self.restoration = 1 / restoration.seconds
  }

  /// Throws unless the servers that are up in the mean do more than arrives.
  func checkStable(_ servers: Int) throws(QueueingError) {
    let load = arrival / service
    let share = restoration / (failure + restoration)
    guard load < Double(servers) * share else {
      throw .unstable(
        offeredLoad: load, servers: servers, effective: Double(servers) * share,
        needed: MultiServerQueue.servers(above: load / share))
    }
  }

  /// Phases are the servers up, levels the number in the system.
  func levels(_ servers: Int) -> QueueLaw.Rates {
    var changes = PositiveMatrix(size: servers + 1)
    for up in 0..<servers {
      changes[up, up + 1] = Double(servers - up) * restoration
      changes[up + 1, up] = Double(up + 1) * failure
    }
    let down = (1...servers).map { level in
      (0...servers).map { Double(min($0, level)) * service }
    }
    return QueueLaw.Rates(changes: changes, arrival: arrival, down: down)
  }
}
