import Nines
import Testing

/// What queues and breakers are worth in a shop: the same services called in three ways.
///
/// Payment and fraud are up for all but seconds a year, so that needing them costs next to nothing;
/// a queue of 99.95 % in front of payment costs hours. A part that decouples must be better than what it
/// decouples from.
@Suite("Calls that are decoupled, in numbers")
struct DecouplingLessonTests {
  private static let shop = """
    zones az: 3, mtbf 2y, mttr 1h
    service auth: 2 per az, need 4, mtbf 30d, mttr 5min, needs sessions
    service catalog: 3 per az, need 6, mtbf 30d, mttr 5min, wants sessions degraded 80%
    service payment: 2 per az, need 4, mtbf 20d, mttr 10min
    service fraud: 2 per az, need 3, mtbf 15d, mttr 20min
    store sessions: 1 of 3, mtbf 60d, mttr 10min, failover 15s, across az
    store orders-db: 1 of 2, mtbf 180d, mttr 1h, failover 30s, success 98%, manual 1h, across az
    lb = 99.99%, mttr 1min
    system shop = lb & auth & catalog & order
    """

  private static let order = """
    service order: 3 per az, need 6, mtbf 30d, mttr 5min, needs orders-db & auth
    """

  /// Downtime of a year in minutes.
  private func downtime(_ more: String) async throws -> Estimate {
    let topology = try Checker.check(SourceText(Self.shop + "\n" + more)).topology
    var request = SimulationRequest()
    request.stopping = .runs(20_000)
    request.sampling = .plain
    let simulation = try Assessor(topology).simulation(of: "shop", request)
    return try #require(await simulation.run().downtime?.mean.scaled(by: 1 / 60))
  }

  private func difference(_ one: Estimate, _ other: Estimate) -> (value: Double, error: Double) {
    let errors = [one, other].map { $0.standardError ?? 0 }
    return (
      other.value - one.value, (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot()
    )
  }

  @Test("the queue is what it costs, and the breaker next to nothing")
  func lesson() async throws {
    let alone = try await downtime(Self.order)
    let needing = try await downtime(Self.order + " & payment & fraud")
    let queue = "queue pay-queue: 99.95%, mttr 10min, buffer 15min, drain 1.25"
    let breaker = "breaker fraud trips 10s retries 30s fallback 90%"
    let sending = try await downtime(
      Self.order + ", sends payment via pay-queue, \(breaker)\n\(queue)")
    let guarded = try await downtime(Self.order + ", \(breaker)")
    // The queue's own downtime, 0.05 % of a year, of which what else is down takes its share.
    let cost = difference(guarded, sending)
    let own = 0.0005 * 365 * 24 * 60
    #expect(abs(cost.value - own * (1 - alone.value / 525_600)) < 4.9 * cost.error)
    #expect(cost.error > 0 && cost.error < 1)
    // Needing both outright costs at most seconds.
    let needed = difference(alone, needing)
    #expect(abs(needed.value) < 4.9 * needed.error + 0.1)
    let guardedCost = difference(alone, guarded)
    #expect(abs(guardedCost.value) < 4.9 * guardedCost.error + 0.1)
  }
}
