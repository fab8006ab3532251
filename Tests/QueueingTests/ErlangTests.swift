import Quantities
import Testing

@testable import Queueing

@Suite("Erlang's formulas")
struct ErlangTests {
  struct Row: Sendable {
    let servers: Int
    let load: Double
    let blocking: Double
    let carried: Double
    let waiting: Double?
    let free: Double?
  }

  /// Source: the recursion at 40 digits by mpmath 1.3, printed to 17; blocking, its complement, and
  /// Erlang C with its complement where the queue is stable.
  static let rows: [Row] = [
    row(1, 0.5, 0.33333333333333333, 0.66666666666666667, 0.5, 0.5),
    row(
      10, 5, 0.018384570336648133, 0.98161542966335187, 0.036105359158320186, 0.96389464084167981),
    row(10, 50, 0.8047164966347092, 0.1952835033652908, nil, nil),
    row(
      100, 90, 0.026957380464359215, 0.97304261953564079, 0.21694048090636638, 0.78305951909363362),
    row(1000, 1050, 0.06026040684088739, 0.93973959315911261, nil, nil),
    row(10, 0.001, 2.7529775678829784e-37, 1.0, 2.7532528931722956e-37, 1.0),
    row(
      10000, 9500, 9.642737926005891e-9, 0.99999999035726207, 1.928547231868143e-7,
      0.99999980714527681),
    row(
      100000, 99000, 8.2257755985042223e-6, 0.9999917742244015, 0.0008219082374107954,
      0.9991780917625892),
    row(100000, 101000, 0.010751611284909119, 0.98924838871509088, nil, nil),
    row(100000, 90000, 1.98003409635906e-236, 1.0, 1.98003409635906e-235, 1.0),
    row(5, 1e6, 0.99999500000500001, 4.999994999985e-6, nil, nil),
    row(20, 0.5, 2.3775421711883458e-25, 1.0, 2.4385047909624059e-25, 1.0),
  ]

  private static func row(
    _ servers: Int, _ load: Double, _ blocking: Double, _ carried: Double, _ waiting: Double?,
    _ free: Double?
  ) -> Row {
    Row(
      servers: servers, load: load, blocking: blocking, carried: carried, waiting: waiting,
      free: free)
  }

  private func isNear(_ value: Double, _ wanted: Double, _ error: Double) -> Bool {
    abs(value - wanted) <= error * abs(wanted)
  }

  @Test("Both tails of the loss formula", arguments: rows)
  func loss(_ row: Row) throws {
    let loss = try ErlangLoss(servers: row.servers, offeredLoad: row.load)
    #expect(isNear(loss.blocking.value, row.blocking, 3e-14))
    #expect(isNear(loss.blocking.complement, row.carried, 3e-14))
    #expect(isNear(loss.carriedLoad, row.carried * row.load, 3e-14))
  }

  @Test("Both tails of the delay formula", arguments: rows)
  func delay(_ row: Row) throws {
    let arrivals = try Frequency(perSecond: row.load)
    guard let waiting = row.waiting, let free = row.free else {
      #expect(
        throws: QueueingError.unstable(
          offeredLoad: row.load, servers: row.servers, effective: Double(row.servers),
          needed: Int(row.load) + 1)
      ) {
        try MultiServerQueue(arrivals: arrivals, service: .seconds(1), servers: row.servers)
      }
      return
    }
    let queue = try MultiServerQueue(
      arrivals: arrivals, service: .seconds(1), servers: row.servers)
    #expect(isNear(queue.waiting.value, waiting, 3e-14))
    #expect(isNear(queue.waiting.complement, free, 3e-14))
    #expect(
      isNear(queue.meanWait.seconds, waiting / (Double(row.servers) - row.load), 4e-14))
  }

  /// Source: the textbook's case of one server, P(W > t) = rho exp(-(mu - lambda) t) (Kleinrock
  /// 1975, section 5.7).
  @Test("One server's waiting time, its quantiles and its tails")
  func singleServer() throws {
    let queue = try MultiServerQueue(
      arrivals: Frequency(perSecond: 0.8), service: .seconds(1), servers: 1)
    #expect(queue.utilisation == 0.8)
    #expect(isNear(queue.meanWait.seconds, 4, 1e-14))
    #expect(isNear(queue.meanWaiting, 3.2, 1e-14))
    let late = queue.wait(beyond: .seconds(10))
    #expect(isNear(late.value, 0.10826822658929015, 1e-14))
    #expect(isNear(late.complement, 0.89173177341070984, 1e-14))
    let far = queue.wait(beyond: .seconds(2000))
    #expect(isNear(far.value, 1.5321356773713e-174, 1e-11))
    for share in [0.3, 0.5, 0.9, 0.999999] {
      let quantile = try #require(
        queue.waitQuantile(of: Probability(value: share, complement: 1 - share)))
      #expect(isNear(queue.wait(beyond: quantile).complement, share, 1e-13))
    }
    #expect(try queue.waitQuantile(of: Probability.percent(19)) == .zero)
    #expect(queue.waitQuantile(of: .certain) == nil)
  }

  @Test("The fewest servers for a loss, a wait and a mean wait are the first that do")
  func sizing() throws {
    let target = try Probability.percent(1)
    for load in [0.2, 5, 97.3, 4321] {
      let loss = try ErlangLoss.fewestServers(offeredLoad: load, blocking: target)
      #expect(loss.blocking.value <= 0.01)
      if loss.servers > 1 {
        let less = try ErlangLoss(servers: loss.servers - 1, offeredLoad: load)
        #expect(less.blocking.value > 0.01)
      }
      let arrivals = try Frequency(perSecond: load * 4)
      let service = try Duration(seconds: 0.25)
      for wanted in [
        WaitingTarget.wait(beyond: try Duration(seconds: 0.1), atMost: target),
        .meanWait(atMost: try Duration(seconds: 0.001)), .wait(beyond: .zero, atMost: target),
      ] {
        let queue = try MultiServerQueue.fewestServers(
          arrivals: arrivals, service: service, target: wanted)
        #expect(queue.meets(wanted))
        let less = try? MultiServerQueue(
          arrivals: arrivals, service: service, servers: queue.servers - 1)
        #expect(less?.meets(wanted) != true)
      }
    }
    // Source: published tables of Erlang B: 5 erlangs at 1 % take 11 circuits.
    #expect(try ErlangLoss.fewestServers(offeredLoad: 5, blocking: target).servers == 11)
  }

  /// Source: M/M/1 by hand: 0.1 s rho / (1 - rho) is at most 0.03 s up to rho = 3 / 13.
  @Test("The most arrivals within a target")
  func capacity() throws {
    let service = try Duration(seconds: 0.1)
    let mean = WaitingTarget.meanWait(atMost: try Duration(seconds: 0.03))
    let one = try MultiServerQueue.mostArrivals(service: service, servers: 1, target: mean)
    #expect(isNear(one.offeredLoad, 3.0 / 13, 1e-8))
    let target = WaitingTarget.wait(
      beyond: try Duration(seconds: 0.05), atMost: try Probability.percent(1))
    let twenty = try MultiServerQueue.mostArrivals(service: service, servers: 20, target: target)
    #expect(twenty.meets(target))
    let more = try Frequency(perSecond: twenty.arrivals.perSecond * (1 + 2e-9))
    #expect(try !MultiServerQueue(arrivals: more, service: service, servers: 20).meets(target))
    let fewest = try MultiServerQueue.fewestServers(
      arrivals: twenty.arrivals, service: service, target: target)
    #expect(fewest.servers == 20)
    #expect(throws: QueueingError.noArrivals) {
      try MultiServerQueue.mostArrivals(
        service: service, servers: 1,
        target: .wait(beyond: .zero, atMost: Probability(value: 1e-20, complement: 1)))
    }
  }

  @Test("What makes no queue is refused by name")
  func refusals() throws {
    let arrivals = try Frequency(perSecond: 1)
    #expect(throws: QueueingError.servers(0, most: 100_000)) {
      try ErlangLoss(servers: 0, offeredLoad: 1)
    }
    #expect(throws: QueueingError.offeredLoad(-1)) { try ErlangLoss(servers: 1, offeredLoad: -1) }
    #expect(throws: QueueingError.serviceTime) {
      try MultiServerQueue(arrivals: arrivals, service: .zero, servers: 1)
    }
    #expect(throws: QueueingError.target) {
      try ErlangLoss.fewestServers(offeredLoad: 1, blocking: .impossible)
    }
    #expect(throws: QueueingError.target) {
      try MultiServerQueue.fewestServers(
        arrivals: arrivals, service: .seconds(1), target: .meanWait(atMost: .zero))
    }
    #expect(throws: QueueingError.tooManyServers(most: 100_000)) {
      try ErlangLoss.fewestServers(offeredLoad: 1e7, blocking: Probability.percent(1))
    }
    #expect(try ErlangLoss(servers: 3, offeredLoad: 0).blocking == .impossible)
    #expect("\(QueueingError.target)".contains("above 0"))
  }
}
