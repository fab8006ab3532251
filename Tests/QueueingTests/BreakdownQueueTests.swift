import Quantities
import Testing

@testable import Queueing

@Suite("M/M/c with servers that fail")
struct BreakdownQueueTests {
  struct Row: Sendable {
    let servers: Int
    let load: Double
    let between: Double
    let restoration: Double
    let time: Double
    let waiting: Double
    let meanWaiting: Double
    let late: Double
  }

  /// Service 1 s. Source: the chain cut at 120 to 900 customers, by blocks and by uniformisation at
  /// 30 digits (mpmath 1.3): P(wait), mean number waiting, P(wait > t).
  static let rows: [Row] = [
    row(3, 1.5, 10, 2, 2, 0.44141423780750901, 0.91019887319852712, 0.09491233785042727),
    row(1, 0.5, 20, 5, 3, 0.7, 2.5, 0.4009490808775107),
    row(5, 3, 50, 3, 1.5, 0.31319060629949724, 0.64141273595864374, 0.03476703970967032),
    row(10, 6, 200, 4, 1, 0.12047046861186352, 0.20053358492819817, 0.003410680857488745),
    row(2, 0.2, 1, 1, 4, 0.39047619047619048, 0.15443359492032576, 0.01093615805181695),
  ]

  private static func row(
    _ servers: Int, _ load: Double, _ between: Double, _ restoration: Double, _ time: Double,
    _ waiting: Double, _ meanWaiting: Double, _ late: Double
  ) -> Row {
    Row(
      servers: servers, load: load, between: between, restoration: restoration, time: time,
      waiting: waiting, meanWaiting: meanWaiting, late: late)
  }

  private func queue(
    _ servers: Int, _ load: Double, _ between: Double, _ restoration: Double
  ) throws -> BreakdownQueue {
    try BreakdownQueue(
      arrivals: Frequency(perSecond: load), service: .seconds(1), servers: servers,
      timeBetweenFailures: Duration(seconds: between),
      timeToRestoration: Duration(seconds: restoration))
  }

  private func isNear(_ value: Double, _ wanted: Double, _ error: Double) -> Bool {
    abs(value - wanted) <= error * abs(wanted)
  }

  @Test("The figures of the chain cut far up", arguments: rows)
  func cutChain(_ row: Row) throws {
    let queue = try queue(row.servers, row.load, row.between, row.restoration)
    #expect(isNear(queue.waiting.value, row.waiting, 1e-13))
    #expect(isNear(queue.meanWaiting, row.meanWaiting, 1e-13))
    #expect(isNear(queue.meanWait.seconds, row.meanWaiting / row.load, 1e-13))
    let late = try queue.wait(beyond: Duration(seconds: row.time))
    #expect(isNear(late.value, row.late, 1e-12))
    #expect(abs(late.value + late.complement - 1) < 1e-12)
    #expect(try queue.wait(beyond: .zero) == queue.waiting)
  }

  /// Source: White and Christie 1958; the mean number in the system is lambda ((xi + eta)^2 + mu
  /// xi) / ((xi + eta) (mu eta - lambda (xi + eta))), and a server up and idle has the chance A -
  /// rho.
  @Test(
    "One server has a closed form",
    arguments: [(0.5, 20.0, 5.0), (0.799, 20, 5), (0.01, 1e7, 300), (0.9, 1e6, 1e4), (0.499, 1, 1)])
  func oneServer(_ load: Double, _ between: Double, _ restoration: Double) throws {
    let queue = try queue(1, load, between, restoration)
    let failure = 1 / between
    let repair = 1 / restoration
    let sum = failure + repair
    let inSystem = load * (sum * sum + failure) / (sum * (repair - load * sum))
    #expect(isNear(queue.meanWaiting + load, inSystem, 1e-11))
    #expect(isNear(queue.waiting.complement, repair / sum - load, 1e-11))
  }

  @Test("Servers that hardly fail are the queue of servers that don't", arguments: [1, 2, 7, 30])
  func withoutFailures(_ servers: Int) throws {
    let load = Double(servers) * 0.85
    let queue = try queue(servers, load, 1e15, 1)
    let plain = try MultiServerQueue(
      arrivals: Frequency(perSecond: load), service: .seconds(1), servers: servers)
    #expect(isNear(queue.waiting.value, plain.waiting.value, 1e-11))
    #expect(isNear(queue.waiting.complement, plain.waiting.complement, 1e-11))
    #expect(isNear(queue.meanWait.seconds, plain.meanWait.seconds, 1e-11))
    for time in [0.5, 3.0] {
      let time = try Duration(seconds: time)
      let late = try queue.wait(beyond: time)
      #expect(isNear(late.value, plain.wait(beyond: time).value, 1e-10))
    }
  }

  /// Servers fail whatever the queue does, so that their number up is binomial; and the mean number
  /// busy is the load.
  @Test(
    "Servers up are binomial and the load is carried",
    arguments: [(4, 2.5, 30.0, 4.0), (40, 30, 2.6e7, 3000), (80, 60, 1e5, 5e3)])
  func identities(_ servers: Int, _ load: Double, _ between: Double, _ restoration: Double) throws {
    let queue = try queue(servers, load, between, restoration)
    var marginal = queue.law.tail
    var busy = 0.0
    for (level, row) in queue.law.low.enumerated() {
      for (up, share) in row.enumerated() {
        marginal[up] += share
        busy += share * Double(min(level, up))
      }
    }
    for (up, share) in queue.law.tail.enumerated() { busy += share * Double(up) }
    #expect(isNear(busy, load, 1e-11))
    var term = 1.0
    var terms = [1.0]
    for down in 0..<servers {
      term *= Double(servers - down) / Double(down + 1) * restoration / between
      terms.append(term)
    }
    let total = terms.reduce(0, +)
    for down in 0...servers where terms[down] / total > 1e-200 {
      #expect(isNear(marginal[servers - down], terms[down] / total, 1e-10))
    }
  }

  /// Every state of a queue of two servers cut at 150 customers, by elimination of the whole chain.
  @Test("Balance equations solved directly agree in every state")
  func directElimination() throws {
    let most = 150
    let rates = try ServerRates(
      Frequency(perSecond: 0.6), .seconds(1), .seconds(15), .seconds(4))
    var whole = PositiveMatrix(size: 3 * (most + 1))
    let levels = rates.levels(2)
    for level in 0...most {
      for up in 0...2 {
        let place = 3 * (most - level) + up
        if level < most { whole[place, place - 3] = rates.arrival }
        if level > 0 { whole[place, place + 3] = levels.down[min(level, 2) - 1][up] }
        for other in 0...2 { whole[place, place - up + other] = levels.changes[up, other] }
      }
    }
    let row = PositiveElimination(
      rates: whole, rowSums: [Double](repeating: 0, count: whole.size)
    ).stationaryRow
    let total = row.reduce(0, +)
    let law = try queue(2, 0.6, 15, 4).law
    var above = law.first
    for level in 0...80 {
      let expected = (0...2).map { row[3 * (most - level) + $0] / total }
      let found = level < 2 ? law.low[level] : above
      for up in 0...2 { #expect(isNear(found[up], expected[up], 1e-11)) }
      if level >= 2 { above = above * law.ratio }
    }
  }

  @Test("The fewest servers are the first that meet the target")
  func sizing() throws {
    let arrivals = try Frequency(perSecond: 50)
    let service = try Duration(seconds: 0.2)
    let share = try Probability.percent(1)
    for target in [
      WaitingTarget.wait(beyond: try Duration(seconds: 0.1), atMost: share),
      .meanWait(atMost: try Duration(seconds: 0.01)),
    ] {
      let found = try BreakdownQueue.fewestServers(
        arrivals: arrivals, service: service, timeBetweenFailures: .days(1),
        timeToRestoration: .hours(1), target: target)
      #expect(try found.meets(target))
      let less = try BreakdownQueue(
        arrivals: arrivals, service: service, servers: found.servers - 1,
        timeBetweenFailures: .days(1), timeToRestoration: .hours(1))
      #expect(try !less.meets(target))
    }
  }

  /// Source: one server is up and idle with the chance A - rho (White and Christie 1958).
  @Test("The most arrivals within a target")
  func capacity() throws {
    let target = WaitingTarget.wait(beyond: .zero, atMost: try Probability.percent(50))
    let one = try BreakdownQueue.mostArrivals(
      service: .seconds(1), servers: 1, timeBetweenFailures: .seconds(20),
      timeToRestoration: .seconds(5), target: target)
    #expect(isNear(one.offeredLoad, 0.3, 1e-8))
    #expect(throws: QueueingError.noArrivals) {
      try BreakdownQueue.mostArrivals(
        service: .seconds(1), servers: 1, timeBetweenFailures: .seconds(20),
        timeToRestoration: .seconds(5),
        target: .wait(beyond: .zero, atMost: Probability.percent(10)))
    }
  }

  @Test("What makes no queue is refused by name")
  func refusals() throws {
    #expect(
      throws: QueueingError.unstable(offeredLoad: 1, servers: 2, effective: 1, needed: 3)
    ) { try queue(2, 1, 5, 5) }
    #expect(throws: QueueingError.arrivals) { try queue(2, 0, 5, 5) }
    #expect(throws: QueueingError.serverTimes) { try queue(2, 1, 5, 0) }
    #expect(throws: QueueingError.servers(201, most: 200)) { try queue(201, 1, 5, 1) }
    #expect(throws: QueueingError.self) { try queue(2, 1, 50, 1).wait(beyond: .years(1)) }
    #expect(throws: QueueingError.tooManyServers(most: 200)) {
      try BreakdownQueue.fewestServers(
        arrivals: Frequency(perSecond: 300), service: .seconds(1), timeBetweenFailures: .days(1),
        timeToRestoration: .hours(1), target: .meanWait(atMost: .seconds(1)))
    }
  }
}
