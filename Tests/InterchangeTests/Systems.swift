/// The systems of the language's page, and one text with everything.
enum Systems {
  static let site = """
    # 1. a small site: three lines
    service web: 2 of 3, mtbf 30d, mttr 5min
    store db: 1 of 2, 99.9%, mttr 1h, failover 30s
    site = 99.99% & web & db

    """

  static let shop = """
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

    """

  static let world = """
    # 3. two regions, active and passive
    eu = 99.95%, mttr 2h
    us = 99.9%, mttr 2h
    dns = 5 nines, mttr 5min
    world = dns & (eu else us, detect 90s, failover 5min, success 95%)
    check world 99.99% per year

    """

  static let sizing = """
    # 4. how many instances
    zones az: 3, mtbf 2y, mttr 1h
    service web: n per az, capacity 1_500 rps, mtbf 30d, mttr 5min, cost 70 per month
    lb = 99.99%, mttr 1min
    system shop = lb & web, demand 12k rps
    sla gold: 99.95% per month
    find n in 1..20 where P(shop meets gold) >= 99%

    """

  /// Every form of the grammar, also those of which only the text is known so far.
  static let everything = #"""
    # above

    # higher
    regions region: 2, 99.99%  # beside
    zones az: 3 per region, mtbf 20d to 45d, mttr lognormal(1h, sigma 1)
    domains "rack row": 4, mtbf exponential(2y), mttr 1h, share 50%
    service a {  # beside the brace
      # above need
      need 2  # beside need

      3 per az
      mttr 5min, mtbf 30d
      sends b via q, sends c
      across az
      across region
      needs b & "load"
      needs c
      wants d & e degraded 80%  # one
      wants f  # two
      breaker b trips 10s retries fixed(30s) fallback 90%
      breaker c trips slow retries 1min
      standby warm 30%, crews 2, sharing 1.50, rolling, in eu
      # below
    }
    service bare
    store s: n of 3, 5 nines, detect 10s, failover 30s, manual 1h, success 98%, lag 1min, common 0.10%
    queue q: 99.95%, mttr 10min, buffer 15min, drain 1.25, absorb 5min, ttl 1min, cost 70
    service v: 1 of 2, capacity 1_500 rps, demand peak, cost 1e3 per month, standby cold
    changes deploys: every 3d, fails 2%, restore 20min, canary 5% 30min catches 80%
    maintenance patch: every 1mo, lasts 1h 30min, rolling
    law slow = weibull(30d, shape 1.5)
    law measured = empirical("repairs.csv")
    demand peak: 12k rps
    demand daily: "day.csv"
    demand quarters: "day.csv", every 15min, growing 2.50% per month for 2y
    demand rising: 12k rps to 15k rps, growing 2% per month for 18mo
    system x = a & (s | q, lag 5min) & (mtbf 30d, mttr 5min), demand 12k rps
    y = 2 of 3 99.5% & 2 of (a, b | c, level 80%) & k of n (a & b)
    z = 60% * a + 40% * (b & c)
    w = 0.6 * a + 0.40 * b
    pool = a + b
    alone = 1 * a
    eu-us = (a & b) else (c else d, detect 90s), failover 5min, success 95%
    nested = (a & b) & c
    99.99% & a, mttr 1min
    sla gold: 99.95% per calendar month, counted runs of 5min, excluding maintenance
    sla silver: 99.9% per 30d, counted whole minutes, credits 10% below 99.9%, 25% below 99%
    check x meets gold with 99%
    sla bronze: 99% per 28d, rolling, counted cells of 5min
    check x meets gold with 99%, given 12min down, 9d left, seed 7, within 1min
    check x 99.9% per quarter with 95%, runs 1_000, from up
    P(x meets gold)
    P(x meets bronze), runs 1_000, sampling plain
    P(downtime of x > 1h 30min per month), counting below 80%
    budget x meets gold, seed 7
    budget x 99.9% per month
    budget 99.9% per month, errors 2%
    check x 99.9% per quarter
    find n in 1..20, k in 1..3 where P(x meets gold) >= 99% and cost of x per month < 100 minimizing cost
    find n in 1..20 where P(downtime of x > 1h per year) <= 5%
    find d in (small, "large one"), r in (5min, 1h), n in 1..3 where availability of x >= 99.95% and
      capacity of x without az >= 12k rps and downtime of x per month <= 5min and
      outages of x < 2 per year and shortfall of x <= 0.1% minimizing cost and downtime, seed 7, threads 2
    find n in (1, 2, 4) where cost of x per month <= 100 minimizing downtime
    check x survives 1 az
    check x survives 25% of "two words"
    improve x
    headroom "two words"
    simulate x & a for 1y, runs 1000, seed 7, from up, exceeding 1h 2d 3d, sampling conditioned
    with db.mttr 10min, "us west".mtbf exponential(3d): check x 99.9% per year
    with s.mttr 1h: service t: 2 of 3
    with s.mttr 1h: with s.mtbf 3d: x
    show x using exact
    why x
    explain x
    compare a, b
    plot x over s.mttr 1min..1h
    plot x
    budget 99.95% per month
    law repair = gamma(30min to 2h, shape 1.5 to 2)
    law again = repair
    service tallied: 2 of 3, mtbf posterior(5 in 1y 2mo), mttr again, success posterior(48 of 50)
    judged = 2 of 3 posterior(9_990 of 10_000) & level 80% to 90%, drain 1.25 to 2
    store seen: 1 of 2, posterior(99 of 100), mttr empirical("repairs.csv"), capacity 1k rps to 2k rps
    fit "incidents.csv"
    fit "a \"b\".csv", service "load", from "2026-01-01", to "2026-07-01T00:00:00Z", flaps 1min,
      joining 5min, zone "Europe/Berlin", column start "Begin", column severity "Sev", severity "1",
      severity "2", share above 5%, confidence 90%
    edge = 2 of 3 (aws.elb.multi-az, mttr 1min) & gcp.compute.single
    catalogue multi region
    list
    save "my file.nines"

    # trailing

    """#

  static let written = [site, shop, world, sizing, everything]
}
