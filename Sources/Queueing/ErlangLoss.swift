import Quantities

/// Servers without a waiting room: an arrival that finds all of them busy is lost (M/G/c/c).
///
/// Erlang's first formula (Erlang 1917), for any law of service times (Sevastyanov 1957): both
/// tails by B(k) = a B(k - 1) / (k + a B(k - 1)) and 1 - B(k) = k / (k + a B(k - 1)), sums of
/// positive terms. Relative error of each tail below (servers + 4) × 4e-16; measured below 2e-14
/// against 30 digits up to 100,000 servers. A blocking below 1e-300 may come out as 0.
public struct ErlangLoss: Sendable, Hashable {
  /// Servers, 1 to ``mostServers``.
  public let servers: Int
  /// Arrival rate × mean service time, in erlangs, 0 or more.
  public let offeredLoad: Double
  /// The share of arrivals that is lost, which is the share of time in which all servers are busy.
  public let blocking: Probability

  /// The most servers that one system takes.
  public static let mostServers = 100_000

  /// The loss of so many servers. Cost: 8 ns a server. Throws
  /// ``QueueingError/servers(_:most:)`` and ``QueueingError/offeredLoad(_:)``.
  public init(servers: Int, offeredLoad: Double) throws(QueueingError) {
    try Self.checkLoad(offeredLoad)
    guard (1...Self.mostServers).contains(servers) else {
      throw .servers(servers, most: Self.mostServers)
    }
    var recursion = ErlangRecursion(offeredLoad: offeredLoad)
    for _ in 0..<servers { recursion.addServer() }
    self.init(recursion)
  }

  private init(_ recursion: ErlangRecursion) {
    servers = recursion.servers
    offeredLoad = recursion.offeredLoad
    blocking = recursion.blocking
  }

  /// The mean number of busy servers, a (1 - B), in erlangs. Relative error that of the blocking.
  public var carriedLoad: Double { offeredLoad * blocking.complement }

  /// The share of a server's time that is busy, 0 to 1. Relative error that of the blocking.
  public var utilisation: Double { min(1, carriedLoad / Double(servers)) }

  /// The smallest system that loses at most `target` of its arrivals. Cost: 8 ns a server.
  ///
  /// Throws ``QueueingError/offeredLoad(_:)``, ``QueueingError/target`` for a target of 0 and
  /// ``QueueingError/tooManyServers(most:)``.
  public static func fewestServers(
    offeredLoad: Double, blocking target: Probability
  ) throws(QueueingError) -> ErlangLoss {
    try checkLoad(offeredLoad)
    guard target.value > 0 else { throw .target }
    var recursion = ErlangRecursion(offeredLoad: offeredLoad)
    while recursion.servers < mostServers {
      recursion.addServer()
      if recursion.blocking.isAtMost(target) { return ErlangLoss(recursion) }
    }
    throw .tooManyServers(most: mostServers)
  }

  static func checkLoad(_ load: Double) throws(QueueingError) {
    guard load.isFinite, load >= 0 else { throw .offeredLoad(load) }
  }
}

/// Erlang's first formula, one server after another.
struct ErlangRecursion {
  let offeredLoad: Double
  private(set) var servers = 0
  private(set) var blocking = Probability.certain

  init(offeredLoad: Double) { self.offeredLoad = offeredLoad }

  mutating func addServer() {
    servers += 1
    let lost = offeredLoad * blocking.value
    let whole = Double(servers) + lost
    blocking = Probability(uncheckedValue: lost / whole, complement: Double(servers) / whole)
  }

  /// P(an arrival waits) with a waiting room, both tails; the load must be below the servers.
  ///
  /// C = c B / (c - a + a B) and 1 - C = (c - a) (1 - B) / (c - a + a B), of positive terms.
  var waiting: Probability {
    let spare = Double(servers) - offeredLoad
    let whole = spare + offeredLoad * blocking.value
    return Probability(
      uncheckedValue: min(1, Double(servers) * blocking.value / whole),
      complement: min(1, spare * blocking.complement / whole))
  }
}

extension Probability {
  /// Compares by the smaller tail, so that nines count.
  func isAtMost(_ other: Probability) -> Bool {
    value < 0.5 ? value <= other.value : complement >= other.complement
  }
}
