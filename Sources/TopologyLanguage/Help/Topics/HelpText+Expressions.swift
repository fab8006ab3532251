extension HelpText {
  /// How parts are put together.
  static let expressions = #"""
    # and, &, all, series: all of them must be up
    `a & b` is down while any of them is. Where they are degraded the lowest
    level counts. `&`, `|`, `else` and `+` don't mix without parentheses.

    > 99.99% & 99.95%

    > lb = 99.99%, mttr 1min
    > service web: 2 of 3, mtbf 30d, mttr 5min
    > lb and web
    see: or, of, needs, parentheses

    # or, |, any, parallel, redundancy: one of them is enough
    `a | b` is up while any of them is (redundancy, IEC 60050-192). A name is
    one thing: `web | web` is web, while `99% | 99%` is two components.

    > 99% | 99%

    > eu = 99.9%, mttr 1h
    > us = 99.9%, mttr 1h
    > eu or us
    see: and, of, else, common cause

    # else, primary, fallback part: a primary and what stands in for it
    `eu else us`: eu serves whenever it is up, and us takes over when it is
    not, at once and without fail, unless failover, detect, success, manual
    or ttl say more. `search else level 80%` falls back to a quality of 80%.
    One `else` in each pair of parentheses.

    > eu = 99.95%, mttr 2h
    > us = 99.9%, mttr 2h
    > world = (eu else us, detect 90s, failover 5min, success 95%)
    > world

    > search = 99.5%, mttr 10min
    > search else level 80%
    see: failover, detect, success, manual, ttl, level

    # of, k of n, copies, choice: so many of several
    `2 of 3 x` makes three copies of x and needs two: the members of x are
    new in each copy, what x needs stays shared. `2 of (a, b, c)` chooses
    among things that exist. In a service `2 of 3` counts its members.

    > 2 of 3 99.5%

    > a = 99.9%
    > b = 99.8%
    > c = 99.5%
    > 2 of (a, b, c)
    see: need, service, and, or

    # level, levels, degraded service, quality: how much service is delivered
    1 is full service, 0 none, between them degraded. `level 80%` is a
    constant level; a percentage alone is a component's availability. A
    system that can be degraded answers with three figures: availability (not
    down), full service, and the expected level.

    > search = 99.5%, mttr 10min
    > search else level 80%

    > cache = 99%, mttr 5min
    > site = 99.9%, mttr 5min, wants cache degraded 80%
    > site
    see: else, wants, sum, options

    # sum, +, *, weight, weights, journey, weighted sum: weighted journeys, and pools that add
    `0.7 * buy + 0.3 * browse`: the share of users on each journey; weights
    are numbers or percentages that sum to 1. Without weights the capacities
    of the terms add: `eu + us` against a demand.

    > buy = 99.9%, mttr 10min
    > browse = 99.99%, mttr 10min
    > 0.3 * buy + 0.7 * browse

    > service eu: 3, capacity 500 rps, mtbf 30d, mttr 1h
    > service us: 3, capacity 500 rps, mtbf 30d, mttr 1h
    > system world = eu + us, demand 2_000 rps
    see: level, capacity, demand

    # parentheses, (, ), brackets, scope: what belongs together
    `(expression)` groups, `(expression, clauses)` gives clauses to that part
    alone, and `(mtbf 30d, mttr 5min)` is a component without a name. Clauses
    belong to the nearest parentheses, else to the whole statement.

    > 99.99% & (99% | 98%)

    > (mtbf 30d, mttr 5min) & (99.9%, mttr 1h)
    see: and, or, definition
    """#
}
