import Quantities
import Testing
import Topology

@testable import StructureFunctions

/// What compiled networks say about rules, by hand.
@Suite("Rules in the network")
struct TimedPartTests {
  // world = dns & (eu else us): the service reads dns and the pair; the pair reads eu and us.
  @Test("a pair is one component of the service and reads its two operands")
  func pair() throws {
    let network = try compiledNetwork(
      Definition("dns", part), Definition("eu", part), Definition("us", part),
      Definition(
        "world", .all(["dns", .failover(primary: "eu", standby: "us", .halfMinute)])))
    #expect(network.names == ["dns", "eu", "us", "world failover"])
    let pair = try #require(network.timedParts.first)
    #expect(network.timedParts.count == 1)
    #expect(pair.kind == .failover(.halfMinute))
    #expect(pair.name == "world")
    #expect(pair.outputs == [.init(threshold: 1, place: 0, component: 3)])
    #expect(pair.operands.map(\.levels) == [[1], [1]])
    #expect(network.roots.count == 3)
    #expect(network.isUp(0, whenDown: 1, 2))
    #expect(!network.isUp(0, whenDown: 0))
    #expect(!network.isUp(0, whenDown: 3))
    #expect(!network.isUp(pair.operands[0].root, whenDown: 1))
    #expect(network.isUp(pair.operands[0].root, whenDown: 0, 2, 3))
    #expect(!network.isUp(pair.operands[1].root, whenDown: 2))
    #expect(network.rows[3].component == .perfect)
  }

  @Test("a failover that nobody notices is the better of the two")
  func instantPair() throws {
    let network = try compiledNetwork(
      Definition("x", .failover(primary: part, standby: part, Failover())))
    #expect(network.timedParts.isEmpty)
    #expect(network.componentCount == 2)
    #expect(network.isUp(0, whenDown: 0))
    #expect(!network.isUp(0, whenDown: 0, 1))
  }

  // x = ((a, absorb 5 min) & b, lag 1 h), and then a buffer: three parts, the inner one first.
  @Test("nested rules come behind those that they read")
  func nesting() throws {
    let inner = Expression.behaving("a", .absorption(.minutes(5)))
    let network = try compiledNetwork(
      Definition("a", part), Definition("b", part),
      Definition(
        "x", .expression(.behaving(.all([inner, "b"]), .lag(.fixed(.hours(1))))),
        afterEffects: [.buffer(.tenMinutes)]))
    #expect(network.timedParts.map(\.kind.word) == ["absorption", "lag", "buffer"])
    let parts = network.timedParts
    for (number, part) in parts.enumerated() {
      #expect(part.operands.count == 1)
      let output = part.outputs[0].component
      #expect(!network.isUp(number < 2 ? parts[number + 1].operands[0].root : 0, whenDown: output))
    }
    #expect(network.isUp(0, whenDown: 0, 1))
    let b = try #require(network.names.firstIndex(of: "b"))
    #expect(!network.isUp(parts[1].operands[0].root, whenDown: b))
  }

  // The pair is met first through its down threshold alone, which `sessions` does not touch; the
  // level 1 then depends on the rule inside `sessions`.
  @Test("a rule that is met later may still be read earlier")
  func orderOfParts() throws {
    let network = try compiledNetwork(
      atLeast: [0.5, 1], Definition("a", part), Definition("s", part),
      Definition("sessions", .behaving("s", .absorption(.minutes(1)))),
      Definition(
        "shop", .expression("a"), wants: [.init("sessions", degraded: try Level(0.5))],
        afterEffects: [.lag(.fixed(.hours(1)))]))
    #expect(network.timedParts.map(\.kind.word) == ["absorption", "lag"])
    let lag = network.timedParts[1]
    #expect(lag.outputs.map(\.threshold) == [0.5, 1])
    #expect(lag.operands[0].levels == [0.5, 1])
    #expect(lag.operands[0].downBelow == 0)
    #expect(!network.isUp(1, whenDown: lag.outputs[1].component))
    #expect(network.isUp(0, whenDown: lag.outputs[1].component))
  }

  // Two of three copies of (a else b, detect 30 s) & c, with c shared since it is only needed.
  @Test("a rule in copies is one part a copy, with operands of its own")
  func copies() throws {
    let network = try compiledNetwork(
      Definition("a", part), Definition("b", part), Definition("c", part),
      Definition(
        "pair", .expression(.failover(primary: "a", standby: "b", .halfMinute)), needs: ["c"]),
      Definition("x", .copies(need: 2, count: 3, of: "pair")))
    #expect(network.componentCount == 10)
    #expect(network.timedParts.count == 3)
    let outputs = network.timedParts.map { $0.outputs[0].component }
    #expect(Set(outputs).count == 3)
    #expect(network.isUp(0, whenDown: outputs[0]))
    #expect(!network.isUp(0, whenDown: outputs[0], outputs[2]))
    var seen: Set<Int> = []
    for (copy, part) in network.timedParts.enumerated() {
      for (place, operand) in part.operands.enumerated() {
        let failing = (0..<10).filter { !network.isUp(operand.root, whenDown: $0) }
        #expect(failing.map { network.names[$0] } == [place == 0 ? "a" : "b"], "copy \(copy)")
        seen.formUnion(failing)
      }
    }
    #expect(seen.count == 6)
  }

  // order-1 and order-2 send payment through one queue: one backlog, down for both.
  @Test("all senders to a queue share one part")
  func sharedQueue() throws {
    let send = Send("payment", via: "pay-queue")
    let network = try compiledNetwork(
      Definition("payment", part),
      Definition("pay-queue", role: .queue, .expression(part), buffer: .tenMinutes),
      Definition("order-1", .expression(part), sends: [send]),
      Definition("order-2", .expression(part), sends: [send]),
      Definition("shop", .any(["order-1", "order-2"])))
    #expect(network.timedParts.count == 1)
    let queue = network.timedParts[0]
    #expect(queue.kind == .send(.tenMinutes))
    #expect(queue.name == "pay-queue")
    #expect(!network.isUp(0, whenDown: queue.outputs[0].component))
    let names = network.names
    let payment = try #require(names.firstIndex(of: "payment"))
    let own = try #require(names.firstIndex(of: "pay-queue"))
    #expect(network.isUp(0, whenDown: payment, own))
    #expect(!network.isUp(queue.operands[0].root, whenDown: payment))
    #expect(!network.isUp(queue.operands[1].root, whenDown: own))
  }

  // Below the fallback only the time while failures are counted matters, above it the callee too.
  @Test("a breaker has an output for each threshold")
  func breaker() throws {
    let breaker = Breaker(
      "fraud", trips: .seconds(10), retries: .seconds(30), fallback: try Level(0.9))
    let network = try compiledNetwork(
      atLeast: [0.9, 1], Definition("fraud", part),
      Definition("order", .expression(part), breakers: [breaker]))
    let found = try #require(network.timedParts.first)
    #expect(found.outputs.map(\.threshold) == [0.9, 1])
    #expect(found.operands.map(\.levels) == [[1]])
    let levels = try StructureFunction(
      Topology(definitions: [
        Definition("fraud", part), Definition("order", .expression(part), breakers: [breaker]),
      ]), of: "order"
    ).positiveLevels
    #expect(levels == [0.9, 1])
    #expect(network.isUp(0, whenDown: found.outputs[1].component))
    #expect(!network.isUp(1, whenDown: found.outputs[1].component))
  }

  @Test("changes have an output for each share that they leave")
  func changes() throws {
    let changes = Changes(
      every: .days(1), failing: try .percent(5), restoration: .fixed(.hours(1)),
      share: try .percent(40),
      canary: .init(share: try .percent(1), length: .minutes(10), catches: try .percent(90)))
    let network = try compiledNetwork(
      atLeast: [0.6, 0.7, 1], Definition("deploys", .changes(changes)),
      Definition("x", .all([part, "deploys"])))
    let found = try #require(network.timedParts.first)
    #expect(found.kind == .changes(changes))
    #expect(found.operands.isEmpty)
    // 0.7 asks for the level 0.99, what the canary leaves.
    #expect(found.outputs.map(\.threshold) == [0.6, 0.99, 1])
    #expect(network.names.contains("deploys"))
    for (root, output) in found.outputs.enumerated() {
      #expect(!network.isUp(root, whenDown: output.component))
    }
  }

  // A standby with the levels 0.5 and 1 behind a pair with a time to live: all its levels are read,
  // and the ramp has 20 shares of each.
  @Test("a time to live reads all levels of the standby")
  func timeToLive() throws {
    let half = Expression.fallback(part, try Level(0.5))
    let failover = Failover(detection: .seconds(30), timeToLive: .minutes(5))
    let definition = Definition("x", .failover(primary: part, standby: half, failover))
    let levels = try StructureFunction(Topology(definitions: [definition]), of: "x").positiveLevels
    // (i + 0.5) / 20 and half of it: 0.025, …, 0.975 and 0.0125, …, 0.4875, with 0.5 and 1.
    #expect(levels.count == 42)
    #expect(levels.first == 0.0125)
    let network = try compiledNetwork(atLeast: [1], definition)
    #expect(network.timedParts[0].operands.map(\.levels) == [[1], [0.5, 1]])
    #expect(network.roots[network.timedParts[0].operands[1].roots[0]] == .always)
  }
}
