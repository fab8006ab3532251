extension HelpText {
  /// How parts live and fail.
  static let life = #"""
    # mtbf, mean time between failures, mttf, failure rate: mean operating time between failures
    The mean up time from a restoration to the next failure (MTBF, IEC
    60050-192-05-13). It is not the time from failure to failure, and no
    lifetime: 1 / MTBF is the failure rate.

    Two of mtbf, mttr and availability decide the third. The value is a time,
    whose law is exponential, or a law.

    > (mtbf 30d, mttr 5min)

    > service web: 2 of 3, mtbf weibull(30d, shape 1.5), mttr 5min
    > web
    see: mttr, availability, law, fit, posterior

    # mttr, mean time to restoration, mean time to repair, repair time: mean time to restoration
    The mean length of a component's outage: detection, response and repair
    together (MTTR, IEC 60050-192-07-23). The value is a time, whose law is
    exponential, or a law; the long run needs the mean alone, a simulation
    all of it.

    > web = 99.95%, mttr 10min
    > web

    > web = 99.95%, mttr lognormal(10min, sigma 1.5)
    > simulate web for 30d, runs 500
    see: mtbf, availability, detect, law, restore

    # need, required, threshold: how many members must be up
    `3 per az, need 6`: so many of all members. `2 of 3` says both numbers at
    once. With a capacity and a demand it isn't needed: down is then less
    flow than is asked for.

    > service web: 4, need 3, mtbf 30d, mttr 5min

    > zones az: 3, mtbf 2y, mttr 1h
    > service web: 3 per az, need 6, mtbf 30d, mttr 5min
    see: of, service, capacity, find

    # common: the share of failures that takes all members
    `common 10%`: of each member's failures that share has a cause common to
    all, and takes the whole group down for one restoration (beta factor,
    Fleming 1975). The members keep the rest of their failures for themselves.
    Figures of 1% to 10% are usual.

    > service web: 1 of 2, mtbf 30d, mttr 1h, common 5%

    > service web: 1 of 2, mtbf 30d, mttr 1h, common 5%
    > why web
    see: common cause, zones, service

    # crews, repair crews, repairmen: at most so many restorations at once
    `crews 1`: the members of the group are restored one after another, first
    come first served. Without it every member is restored at once.

    > service disks: 10 of 12, mtbf 200d, mttr 2d, crews 1
    > simulate disks for 1y, runs 500
    see: mttr, standby, sharing

    # standby, cold, warm, hot, spare, spares: how spares wait
    Members beyond those needed are spares. `standby cold`: they don't age
    while they wait; `warm 20%`: at that share of the speed; `hot`: like the
    others, which is usual. A restored member is as good as new.

    > service pump: 1 of 2, mtbf 100d, mttr 2d, standby cold
    > simulate pump for 1y, runs 500
    see: crews, sharing, failover

    # sharing, load sharing: load that the survivors take over
    `sharing 1`: while only m of n members are up they age (n / m) times as
    fast; with another number f, (n / m) to the power of f. Without it
    survivors fail no more often than before.

    > service pump: 2 of 4, mtbf 100d, mttr 2d, sharing 1.5
    > simulate pump for 1y, runs 500
    see: standby, crews, service

    # cost, price, money: what one member costs
    `cost 70 per month`: of one member, component or zone, shown with the
    answer and minimized by `find`. A cost per month times 12 is one per
    year. The unit is yours.

    > service web: 2 of 3, mtbf 30d, mttr 5min, cost 70 per month
    > web
    see: find, improve, window
    """#
}
