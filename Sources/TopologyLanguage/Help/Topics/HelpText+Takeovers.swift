extension HelpText {
  /// How one takes over from another, and what outages look like from outside.
  static let takeovers = #"""
    # failover, switch, takeover, switchover, leader election: how long an automatic switch takes
    Of an `else`, or of a group whose members have a leader. When the primary
    or the leader fails, `detect` passes first, then with probability
    `success` a switch takes `failover`, and the other serves. With the rest
    of the probability it takes `manual`, or waits for the primary.

    Falling back costs nothing. Restoration goes on meanwhile.

    > store db: 1 of 2, mtbf 180d, mttr 1h, failover 30s, success 98%
    > simulate db for 1y, runs 500

    > eu = 99.95%, mttr 2h
    > us = 99.9%, mttr 2h
    > world = (eu else us, detect 90s, failover 5min, success 95%)
    > world
    see: detect, success, manual, ttl, else, store

    # detect, detection, health check: how long until a failure is noticed
    Beside `failover` it passes before the switch. In a group without one it
    is routing: users are sent to the failed member for so long, and the
    level is lower meanwhile. An mttr contains its own detection: `detect`
    never makes a restoration longer.

    > service web: 3 of 4, mtbf 30d, mttr 5min, detect 10s
    > simulate web for 1y, runs 500
    see: failover, mttr, level

    # success, coverage, fault coverage: the probability that a switch works
    Beside `failover`; 100% without it. It is drawn once for each outage of
    the primary. Switches that are not rehearsed work less often than one
    hopes: at 90% a pair is at most one nine better than its primary.

    > eu = 99.9%, mttr 2h
    > us = 99.9%, mttr 2h
    > world = (eu else us, failover 1min, success 90%)
    > world
    see: failover, manual, posterior

    # manual, by hand: a switch by hand when the automatic one fails
    Beside `failover` and `success`: how long it takes, counted from the end
    of detection. Without it nobody switches, and the service waits for the
    primary or the old leader.

    > eu = 99.9%, mttr 4h
    > us = 99.9%, mttr 4h
    > (eu else us, failover 1min, success 95%, manual 45min)
    see: success, failover

    # ttl, dns, time to live: how long users stay on the old place
    Of an `else` with `failover`: after the switch the share of users who
    still ask the old place falls linearly to none over the ttl.

    > eu = 99.9%, mttr 4h
    > us = 99.9%, mttr 4h
    > world = (eu else us, detect 1min, failover 1min, ttl 5min)
    > simulate world for 1y, runs 200
    see: failover, else

    # buffer, buffering: how much outage a queue in front of it holds
    `buffer 15min` holds so much nominal inflow: the part is seen down only
    once its backlog has reached that. `drain` says how fast it is worked off.

    > service payment: 2 of 3, mtbf 20d, mttr 20min, buffer 10min, drain 2
    > simulate payment for 1y, runs 200
    see: drain, queue, sends, absorb

    # drain: how fast a backlog is worked off
    Beside `buffer`: a multiple of the inflow, above 1. `drain 1.25` needs
    four times as long as the backlog took to build up. Without it at once.

    > service payment: 2 of 3, mtbf 20d, mttr 20min, buffer 10min, drain 1.25
    > simulate payment for 1y, runs 200
    see: buffer, queue

    # absorb, retry, stale cache: how much of each outage goes unseen
    `absorb 30s`: retries, or a cache that serves what it has. An outage is
    seen 30 s later, a shorter one not at all.

    > store sessions: 99.95%, mttr 2min, absorb 30s
    > simulate sessions for 1y, runs 200
    see: buffer, breaker, lag

    # lag, cascade, warm-up, recovery: how long an outage lingers
    `lag 5min`: down for so long after each restoration, since caches are
    cold and backlogs wait. Tails that overlap are one outage.

    > store db: 99.95%, mttr 10min, lag 5min
    > simulate db for 1y, runs 200
    see: absorb, buffer, mttr
    """#
}
