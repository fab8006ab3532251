extension HelpText {
  /// Quantities and their units.
  static let values = #"""
    # percent, %, percentage, probability value: a percentage with its sign
    `99.95%` in an expression is a component of that availability, a new one
    at each place. Behind a word it is that word's probability or share. A
    bare 99.95 or 0.9995 is refused, and the fix shown.

    > 99.95%

    > 2 of 3 99.5%
    see: nines, availability, range, posterior

    # nines, nine, three nines, five nines: availability counted in nines
    -log10 of the unavailability: 99.9% is 3 nines, 99.95% is 3.3. `5 nines`
    is 99.999%, which is 26 s down a month. Only whole numbers are written:
    3.5 nines is 99.95% to some and 99.968% to others.

    > 5 nines

    > web = 3 nines, mttr 10min
    > web
    see: percent, availability, downtime

    # time, times, duration, unit, units, m, seconds, hours, days, months, years: lengths of time
    ns us ms s min h d w mo y, and their names in full: `90s`, `1h 30min`,
    `2 weeks`. A day is 24 h, a year 365 d, `mo` a twelfth of a year, 730 h.
    `m` is refused: it is a minute to some tools and a month to others.

    > (mtbf 6mo, mttr 1h 30min)
    see: window, law, range

    # window, windows, day, week, month, quarter, year, calendar, calendar month: stretches of time that are judged one by one
    Behind `per`: `day`, `week`, `month` (30 d), `quarter` (90 d), `year`
    (365 d), `calendar month` (28 to 31 d, as they come), or a time such as
    `30d`. An outage that goes over the edge of a window is cut there.

    > budget 99.95% per quarter

    > web = 99.9%, mttr 20min
    > sla gold: 99.9% per calendar month
    > check web meets gold with 50%
    see: time, sla, check, budget

    # rate, flow, rps, qps, tps, rpm: flows
    A number, `k` or `M` if it is thousands or millions, and a unit: `500 rps`,
    `12k rps`, `3 M events`. Any word is a unit; what meets in one system must
    have the same.

    > service web: 4, capacity 1.5k rps, mtbf 30d, mttr 5min
    > system shop = web, demand 4k rps
    see: capacity, demand

    # number, numbers, _ in numbers, count, integer: plain numbers and counts
    `12_000`, `1.25`, `1e6`; a comma separates clauses, and a dash belongs to a
    name. Counts are whole, and may be a name that `find` looks for.

    > service web: n of 6, mtbf 30d, mttr 1h
    > find n in 3..6 where availability of web >= 99%
    see: find, percent, rate

    # range, to, belief, beliefs, uncertainty, interval, credible interval: what is only believed of a number
    `20d to 45d`: it lies between these with a probability of 90%, lognormal
    for times and rates, logit-normal for percentages; in every place that
    takes a quantity. The answer takes the medians and shows the 90% interval
    beside them. One draw a declaration, shared by its members.

    > service web: 2 of 3, mtbf 20d to 45d, mttr 5min to 20min
    > web

    > service web: 2 of 3, mtbf 20d to 45d, mttr 5min to 20min
    > why web over inputs
    see: posterior, why, fit

    # posterior, jeffreys, evidence, counts of events: what counts say of a number
    `posterior(5 in 1y)`: a time between events of which 5 were seen in a
    year; `posterior(48 of 50)`: a probability of which 48 of 50 came true
    (both with the prior of Jeffreys 1946). None seen is allowed.

    > web = (mtbf posterior(5 in 1y), mttr 10min)
    > web

    > changes deploys: every 1d, fails posterior(3 of 120), restore 20min
    > deploys
    see: range, fit, success
    """#
}
