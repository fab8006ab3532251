extension HelpText {
  /// Simulations, searches and what-ifs.
  static let searches = #"""
    # simulate, simulation, monte carlo, distribution of downtime: how bad a month or a year can get
    `simulate shop for 1y`: histories of a year each, and how their downtime
    and outages are distributed, each figure with its error. A year without
    `for`. It stops at 1% error of the mean or after 10 s unless options say
    otherwise; Ctrl-C ends it with what it has.

    > service web: 2 of 3, mtbf 30d, mttr 5min
    > simulate web for 30d, runs 1000, exceeding 10min

    > service web: 2 of 3, mtbf 30d, mttr 5min
    > simulate web for 1y, error 2%, seed 7
    see: options, P, law, explain

    # options, option, for, runs, seed, error, within, threads, from, steady, up, by, exceeding, counting, sampling, plain, conditioned: options of a simulation
    `runs 10_000`      so many histories       `seed 7`      repeats a run
    `error 1%`         stops at that error     `within 30s`  or after that time
    `threads 4`        processors              `by month`    counts months too
    `exceeding 1h 4h`  chances of more         `from up`     all new at first
    `counting below 80%`    down is a level below that
    `sampling conditioned`  only outages, for rare ones; or `plain`

    The result for a seed is the same for any number of threads.

    > service web: 2 of 3, mtbf 30d, mttr 5min
    > simulate web for 1y, runs 500, seed 7, by month, from up
    see: simulate, check, compare

    # with, what-if, what if, change a value: the answer once values are changed
    `with db.mttr 10min: shop` asks shop again with that value, and shows what
    changed; several values follow commas. A value is called by its
    definition and its word: `web.mtbf`, `web.need`, `site.availability`.

    > store db: 1 of 2, mtbf 180d, mttr 1h
    > with db.mttr 10min: db
    see: compare, plot, why, set

    # compare, better, difference: which of several is down less
    `compare a, b`: side by side, exactly where that is possible, else by
    simulation with the error of the difference. Options may follow.

    > a = 99.9% | 99.9%
    > b = 2 of 3 99.9%
    > compare a, b
    see: with, why, find

    # plot, picture, chart, exceedance, histogram, timeline, topology, over, sweep, sensitivity: a picture of downtime, or of a range of one value
    `plot site for 30d`: how often downtime is longer than each length, with
    what promises of the text allow. `as histogram`; `as timeline`: when one
    simulated year is down, and why. Options of `simulate` may follow.
    `plot site as topology`: what depends on what.
    `plot site over db.mttr 1min..4h`: how it depends on that number.
    `--picture FILE` writes the picture as .svg, .png or .json too.

    > store db: 1 of 2, mtbf 180d, mttr 1h
    > plot db as timeline for 10y
    > plot db over db.mttr 1min..4h
    see: simulate, with, why, compare

    # find, where, sizing, search, how many, design, in ..: the smallest or cheapest design that meets conditions
    `find n in 1..20 where …`: n stands where a number does, as in `n per az`;
    `in (small, large)` chooses names or values. Conditions follow `and`:
    availability, downtime, outages, shortfall, cost, `P(…)`, `capacity of
    shop without az`. `minimizing` says which one is best.

    > zones az: 3, mtbf 2y, mttr 1h
    > service web: n per az, capacity 500 rps, mtbf 30d, mttr 5min
    > system shop = web, demand 1_200 rps
    > find n in 1..6 where availability of shop >= 99.99%
    see: minimizing, P, without, improve, headroom

    # minimizing, pareto, cheapest, optimal: which of the designs is best
    `minimizing cost`, `minimizing downtime`, or `minimizing cost and
    downtime`: all designs that no other beats in both. Without it the
    smallest numbers win.

    > service web: 1 of n, mtbf 30d, mttr 1h, cost 70 per month
    > find n in 1..4 where availability of web >= 99.9% minimizing cost
    see: find, cost

    # without: what is carried with one domain lost
    In a condition: `capacity of shop without az >= 1_000 rps`: with any one
    zone down and all else up.

    > zones az: 3, mtbf 2y, mttr 1h
    > service web: n per az, need 1, capacity 500 rps, mtbf 30d, mttr 5min
    > find n in 1..6 where capacity of web without az >= 1_000 rps
    see: find, survives, headroom

    # improve, improvement, what to fix, bang for the buck: which single change saves most
    `improve shop` ranks one more member, a second one, and restorations in
    half the time, by the downtime that each saves for its cost; exactly, or
    each simulated where it must be.

    > lb = 99.99%, mttr 1min
    > service web: 2 of 3, mtbf 30d, mttr 1h, cost 70 per month
    > site = lb & web
    > improve site
    see: why, find, cost

    # headroom, reserve, spare capacity: how a system stands to every rule of reserve
    `headroom shop`: any one and any two domains lost, N + 1, N + 2, a rolling
    update; what is left in the worst case, and what would have to be added.

    > zones az: 3, mtbf 2y, mttr 1h
    > service web: 3 per az, capacity 500 rps, mtbf 30d, mttr 5min
    > system shop = web, demand 2_000 rps
    > headroom shop
    see: survives, capacity, find
    """#
}
