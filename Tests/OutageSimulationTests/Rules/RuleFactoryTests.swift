import Quantities
import StructureFunctions
import Testing
import Topology

@testable import OutageSimulation

@Suite("From the model to rules")
struct RuleFactoryTests {
  private let failover = Failover(
    switching: .weibull(mean: .minutes(1), shape: 2), coverage: .certain,
    manual: .lognormal(mean: .minutes(30), sigma: 1))

  @Test("each kind of part has the rule of its row")
  func kinds() throws {
    let buffer = Buffer(holds: .minutes(5), drain: 2)
    #expect(try RuleTrial(.afterEffect(.buffer(buffer))).rule is BufferRule)
    #expect(try RuleTrial(.afterEffect(.absorption(.minutes(5)))).rule is Absorption)
    #expect(try RuleTrial(.afterEffect(.lag(.fixed(.minutes(5))))).rule is LagRule)
    #expect(try RuleTrial(.send(buffer)).rule is SendRule)
    #expect(
      try RuleTrial(.breaker(Breaker("x", trips: .zero, retries: .minutes(1)))).rule is BreakerRule)
    #expect(try RuleTrial(.failover(failover)).rule is FailoverPairRule)
    #expect(try RuleTrial(.leader(failover, need: 2)).rule is LeaderRule)
    #expect(
      try RuleTrial(.routing(detection: .seconds(10), need: 2, share: nil)).rule is RoutingRule)
  }

  @Test("schedules have no rule")
  func schedules() {
    var laws = LawCatalogue()
    let changes = Changes(
      every: .days(1), failing: .certain, restoration: .fixed(.minutes(1)))
    let maintenance = Maintenance(every: .days(30), lasting: .hours(1))
    let rules = [
      TimedPart.Kind.changes(changes).rule(&laws),
      TimedPart.Kind.maintenance(maintenance, places: 1).rule(&laws),
    ]
    #expect(rules.allSatisfy { $0 == nil })
    #expect(laws.variates == VariatePool.common)
  }

  @Test("laws that are drawn find their buffers")
  func buffers() {
    var laws = LawCatalogue()
    _ = TimedPart.Kind.failover(failover).rule(&laws)
    #expect(laws.variates == VariatePool.common + [.weibull(shape: 2), .lognormal(sigma: 1)])
  }

  @Test("only rules of queues delay")
  func delaying() throws {
    let buffer = Buffer(holds: .minutes(5), drain: 2)
    #expect(try RuleTrial(.afterEffect(.buffer(buffer))).rule is any DelayingRule)
    #expect(try RuleTrial(.send(buffer)).rule is any DelayingRule)
    #expect(!(try RuleTrial(.afterEffect(.absorption(.minutes(5)))).rule is any DelayingRule))
  }
}
