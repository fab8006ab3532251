import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// M/M/c: Poisson arrivals, exponential service times, equal servers, first come first served, a
/// waiting room without end.
///
/// Erlang's second formula (Erlang 1917; Kleinrock 1975, section 3.4). Relative error of chances
/// and means below (servers + 8) × 4e-16 for the load as given; measured below 3e-14.
public struct MultiServerQueue: Sendable, Hashable {
  /// Arrivals a second.
  public let arrivals: Frequency
  /// The mean service time.
  public let service: Duration
  /// Servers, 1 to ``ErlangLoss/mostServers``.
  public let servers: Int
  /// The share of arrivals that waits, which is the share of time in which all servers are busy.
  public let waiting: Probability

  /// The queue in its long run. Cost: 8 ns a server.
  ///
  /// Throws ``QueueingError/servers(_:most:)``, ``QueueingError/serviceTime`` and
  /// ``QueueingError/unstable(offeredLoad:servers:effective:needed:)``, which says how many it
  /// needs.
  public init(arrivals: Frequency, service: Duration, servers: Int) throws(QueueingError) {
    let load = try Self.load(arrivals, service)
    guard (1...ErlangLoss.mostServers).contains(servers) else {
      throw .servers(servers, most: ErlangLoss.mostServers)
    }
    guard load < Double(servers) else {
      throw .unstable(
        offeredLoad: load, servers: servers, effective: Double(servers),
        needed: Self.servers(above: load))
    }
    var recursion = ErlangRecursion(offeredLoad: load)
    for _ in 0..<servers { recursion.addServer() }
    self.init(arrivals, service, recursion)
  }

  init(_ arrivals: Frequency, _ service: Duration, _ recursion: ErlangRecursion) {
    self.arrivals = arrivals
    self.service = service
    servers = recursion.servers
    waiting = recursion.waiting
  }

  /// Arrival rate × mean service time, in erlangs; error one rounding.
  public var offeredLoad: Double { arrivals.events(in: service) }

  /// The share of a server's time that is busy, 0 to 1; error two roundings.
  public var utilisation: Double { offeredLoad / Double(servers) }

  /// The mean time until service begins, over all arrivals: C s / (c - a).
  public var meanWait: Duration { .finite(seconds: waiting.value * drainTime) }

  /// The mean number that waits, by Little's law (Little 1961).
  public var meanWaiting: Double { arrivals.events(in: meanWait) }

  /// The mean time between two departures while all servers are busy and nobody arrives, less what
  /// arrivals add: s / (c - a), in seconds.
  private var drainTime: Double { service.seconds / (Double(servers) - offeredLoad) }

  /// P(an arrival waits longer than `time`) = C exp(-(c - a) t / s), both tails. Below 1e-300 it is
  /// 0.
  public func wait(beyond time: Duration) -> Probability {
    let exponent = time.seconds / drainTime
    let served = waiting.complement + waiting.value * -expm1(-exponent)
    return Probability(uncheckedValue: waiting.value * exp(-exponent), complement: min(1, served))
  }

  /// The shortest time within which at least the share `share` of arrivals begins service; 0 when
  /// so many don't wait at all, nil for 100 %. From the smaller of the share's tails.
  public func waitQuantile(of share: Probability) -> Duration? {
    guard share.value > waiting.complement || share.complement < waiting.value else { return .zero }
    guard share.complement > 0 else { return nil }
    let late = share.complement
    let ratio =
      waiting.value < 0.5 || late < 0.5
      ? log(waiting.value / late) : log1p((share.value - waiting.complement) / late)
    return .finite(seconds: max(0, ratio) * drainTime)
  }

  /// True when the target is met, with equality.
  public func meets(_ target: WaitingTarget) -> Bool {
    switch target {
    case .wait(let time, let share): wait(beyond: time).isAtMost(share)
    case .meanWait(let mean): meanWait <= mean
    }
  }

  /// The smallest queue that meets the target. Cost: 8 ns a server, 30 ns each from the load on.
  ///
  /// Throws ``QueueingError/serviceTime``, ``QueueingError/target`` and
  /// ``QueueingError/tooManyServers(most:)``.
  public static func fewestServers(
    arrivals: Frequency, service: Duration, target: WaitingTarget
  ) throws(QueueingError) -> MultiServerQueue {
    let load = try load(arrivals, service)
    try target.check()
    var recursion = ErlangRecursion(offeredLoad: load)
    while recursion.servers < ErlangLoss.mostServers {
      recursion.addServer()
      guard Double(recursion.servers) > load else { continue }
      let queue = MultiServerQueue(arrivals, service, recursion)
      if queue.meets(target) { return queue }
    }
    throw .tooManyServers(most: ErlangLoss.mostServers)
  }

  static func load(_ arrivals: Frequency, _ service: Duration) throws(QueueingError) -> Double {
    guard service > .zero else { throw .serviceTime }
    let load = arrivals.events(in: service)
    try ErlangLoss.checkLoad(load)
    return load
  }

  /// The fewest servers that do more than the load.
  static func servers(above load: Double) -> Int {
    load < 9e15 ? Int(load.rounded(.down)) + 1 : Int.max
  }
}

extension Duration {
  /// A duration from a computed number of seconds, 0 or more; what exceeds the largest finite
  /// number is that number.
  static func finite(seconds: Double) -> Duration {
    (try? Duration(seconds: min(seconds, .greatestFiniteMagnitude))) ?? .zero
  }
}
