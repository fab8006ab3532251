extension HelpText {
  /// What a part depends on, and where it stands.
  static let dependencies = #"""
    # needs, depends on, dependency, hard dependency: hard dependencies
    `needs db & auth`: down while any of them is down. What is needed is
    shared: two services that need db go down together with it.

    > store db: 1 of 2, mtbf 180d, mttr 1h
    > service web: 2 of 3, mtbf 30d, mttr 5min, needs db
    > web
    see: wants, sends, breaker, and

    # wants, degraded, soft dependency, graceful degradation: soft dependencies
    `wants cache degraded 80%`: while cache is down the level is at most 80%,
    not 0. Without `degraded` nothing is lost; it only documents the call.

    > cache = 99%, mttr 5min
    > service web: 2 of 3, mtbf 30d, mttr 5min, wants cache degraded 80%
    > web
    see: needs, level, breaker

    # sends, via, asynchronous, decoupled: a decoupled call
    `sends payment via orders`: down while the queue orders is down, or while
    payment is down and the queue's buffer is full. Senders to one queue share
    its backlog. Without `via` the call has no effect.

    > service payment: 2 of 3, mtbf 20d, mttr 20min
    > queue orders: 99.99%, mttr 5min, buffer 15min
    > service shop: 2 of 3, mtbf 30d, mttr 5min, sends payment via orders
    > simulate shop for 1y, runs 200
    see: queue, buffer, drain, needs

    # breaker, circuit breaker, trips, retries, fallback, probe: a circuit breaker around a call
    `breaker fraud trips 10s retries 30s fallback 90%`: when fraud goes down
    the caller is down for the first 10 s, while failures are counted; then
    the breaker opens and the caller answers at 90%, until a probe, every
    30 s, finds fraud up. Without `fallback` it answers at 0%.

    Retries by the caller itself, which hide short outages, are `absorb`.

    > service fraud: 2 of 3, mtbf 15d, mttr 20min
    > service order {
    >   2 of 3, mtbf 30d, mttr 5min
    >   breaker fraud trips 10s retries 30s fallback 90%
    > }
    > simulate order for 1y, runs 200
    see: absorb, wants, needs

    # across, spread, anti-affinity: members dealt over domains
    `across az`: the first member in az.1, the next in az.2, and so on, round
    robin. A member is up only while its domain is. Twice `across` crosses
    two families. `2 per az` says how many stand in each.

    > zones az: 3, mtbf 2y, mttr 1h
    > store db: 2 of 3, mtbf 180d, mttr 1h, across az
    > db
    see: in, zones, domains, per

    # in, placement: the domain in which something stands
    `in az.1`: all members in that one domain. Of a family, `in eu` places
    zones inside a region. In `find n in 1..20` it says which values a name
    may have.

    > zones az: 3, mtbf 2y, mttr 1h
    > service batch: 2 of 3, mtbf 30d, mttr 5min, in az.1
    > batch
    see: across, zones, regions, find

    # per, per zone: for each domain, or for each window
    `2 per az`: two members in each zone. `99.95% per month`: judged month by
    month. `cost 70 per month`: a cost for that time.

    > zones az: 3, mtbf 2y, mttr 1h
    > service web: 2 per az, need 4, mtbf 30d, mttr 5min, cost 70 per month
    > check web 99.9% per month
    see: across, window, need
    """#
}
