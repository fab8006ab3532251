extension HelpText {
  /// What the figures mean.
  static let ideas = #"""
    # availability, unavailability, uptime, available: the share of time in which something is up
    The long-run probability of finding it up (steady-state availability,
    IEC 60050-192): MTBF / (MTBF + MTTR). 1 minus it is the unavailability.
    Both are carried to all their digits: 30 nines are 30 nines.

    A percentage alone is a component of that availability. Without an mttr
    nothing can be said about its outages. It says nothing of one month: a
    month may be much better or worse; see simulate and check.

    > 99.95%

    > (mtbf 30d, mttr 5min)
    see: nines, mtbf, mttr, downtime, outage

    # downtime, down time: how long something is down
    The time in the down state (down time, IEC 60050-192-02-21). The long run
    gives the mean: unavailability times the length of a month or year.
    `simulate` gives the distribution: half of the months, the worst 1% of
    months, the chance of more than an hour.

    > web = 99.95%, mttr 10min
    > web

    > web = 99.95%, mttr 10min
    > P(downtime of web > 1h per month)
    see: availability, simulate, window, outage

    # outage, outages, failure, incident: how often something goes down, and for how long
    An outage is a maximal interval in which the thing asked about is down. A
    component's outage begins with a failure (IEC 60050-192-03-01: loss of the
    ability to perform as required) and ends with its restoration; a system's
    may hold several failures, or none of its own.

    Outages a year times their mean length is the downtime a year. They are
    unknown where a part is given by a percentage without an mttr.

    > service web: 2 of 3, mtbf 30d, mttr 5min
    > web

    > service web: 2 of 3, mtbf 30d, mttr 5min
    > simulate web for 1y, runs 500
    see: mtbf, mttr, downtime, availability

    # error budget, burn rate, slo budget: what a goal allows to go wrong
    1 minus the objective, over a window: 99.9% per month allows 43.2 min of
    downtime in 30 days. The burn rate is how many times as fast as allowed
    the budget is being spent; alerts watch it over two windows each.

    `budget` shows the budget, the alerts, and, with a name, how the model
    would spend it.

    > budget 99.9% per month

    > budget 99.95% per month, errors 2%
    see: budget, forecast, check

    # common cause, beta factor: failures that take several members at once
    Failures of several items from one cause (common cause failures, IEC
    60050-192). Copies share software, configuration and cabinets; without a
    word about it they are independent, and the answer says so.

    Three ways to say it: `common 10%` (that share of each member's failures
    takes all), a failure domain, or a part that all of them need.

    > service alone: 2 of 3, mtbf 30d, mttr 1h
    > service alike: 2 of 3, mtbf 30d, mttr 1h, common 10%
    > compare alone, alike
    see: common, zones, needs

    # forecast, slo, goal, objective, target: what is expected, what is wanted, what is promised
    A forecast is what the model expects. An SLO is a goal that a team sets
    itself. An SLA is a supplier's promise, with a price when it is broken.
    They are never mixed: each input and each output says which it is.

    A promise is no forecast: a supplier that promises 99.9% may keep 99.99%,
    or break it and pay. Give measured figures where you have them.

    > web = 99.97%, mttr 10min
    > check web 99.95% per month
    see: sla, check, budget, catalogue

    # assumptions, independence, assuming: what an answer takes for granted
    Every answer ends with what it assumes: components fail independently but
    for shared domains and common causes; a standby takes over at once unless
    it says otherwise; a month is 30 d. Each of them can be replaced by words:
    common, zones, failover, detect, success.

    > eu = 99.9%, mttr 1h
    > us = 99.9%, mttr 1h
    > eu else us
    see: explain, common cause, else, window
    """#
}
