import Testing

/// A system of the language's own page.
struct PageSystem: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String

  static let all = [site, shop, world, sizing]

  private static let site = PageSystem(
    testDescription: "a small site",
    text: """
      # 1. a small site: three lines
      service web: 2 of 3, mtbf 30d, mttr 5min
      store db: 1 of 2, 99.9%, mttr 1h, failover 30s
      site = 99.99% & web & db
      """)

  private static let shop = PageSystem(
    testDescription: "a three-zone shop",
    text: """
      # 2. a three-zone shop
      zones az: 3, mtbf 2y, mttr 1h                 # a zone takes down what stands in it

      service auth    { 2 per az, need 4, mtbf 30d, mttr 5min, needs sessions }
      service catalog { 3 per az, need 6, mtbf 30d, mttr 5min, wants sessions degraded 80% }
      service order {
        3 per az, need 6
        mtbf 30d, mttr 5min
        needs orders-db & auth
        sends payment via pay-queue                 # decoupled: down only when the buffer is full
        breaker fraud trips 10s retries 30s fallback 90%
      }
      service payment: 2 per az, need 4, mtbf 20d, mttr 10min
      service fraud:   2 per az, need 3, mtbf 15d, mttr 20min

      queue pay-queue:    99.95%, mttr 10min, buffer 15min, drain 1.25
      store sessions:     1 of 3, mtbf 60d, mttr 10min, failover 15s, across az
      store orders-db:    1 of 2, mtbf 180d, mttr 1h, failover 30s, success 98%, manual 1h, across az

      lb = 99.99%, mttr 1min
      system shop = lb & auth & catalog & order
      sla gold: 99.95% per month
      check shop meets gold
      """)

  private static let world = PageSystem(
    testDescription: "two regions",
    text: """
      # 3. two regions, active and passive
      eu = 99.95%, mttr 2h
      us = 99.9%, mttr 2h
      dns = 5 nines, mttr 5min
      world = dns & (eu else us, detect 90s, failover 5min, success 95%)
      check world 99.99% per year
      """)

  private static let sizing = PageSystem(
    testDescription: "how many instances",
    text: """
      # 4. how many instances
      zones az: 3, mtbf 2y, mttr 1h
      service web: n per az, capacity 1_500 rps, mtbf 30d, mttr 5min, cost 70 per month
      lb = 99.99%, mttr 1min
      system shop = lb & web, demand 12k rps
      sla gold: 99.95% per month
      find n in 1..20 where P(shop meets gold) >= 99%
      """)
}
