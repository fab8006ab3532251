extension HelpText {
  /// Questions about what is defined.
  static let questions = #"""
    # show, question, questions, ask, answer: how available something is
    `show web`, or the name alone, or an expression: availability, downtime,
    outages, method and assumptions. `using exact` or `using simulation` asks
    for one method. A file that asks nothing answers its systems.

    > web = 99.9%, mttr 10min
    > show web

    > 99.99% & 2 of 3 99.5%
    see: check, simulate, why, explain

    # check, meets, slo check: is a goal met?
    `check x 99.95% per month` compares the long run; `with 99%` also asks
    that so many months keep it. `check x meets gold` asks for 95% of windows
    unless `with` says otherwise. Exit status 0 if met, 1 if not, 3 if that
    can't be decided. Options of `simulate` may follow.

    > web = 99.97%, mttr 10min
    > check web 99.95% per month

    > web = 99.97%, mttr 10min
    > sla gold: 99.9% per month
    > check web meets gold with 90%
    see: P, sla, window, survives, given

    # P, p(, chance, probability, p(downtime: the chance that a window keeps a promise
    `P(x meets gold)`, or `P(downtime of x > 1h per month)`. Exact for a
    single component, else from a simulation with its error. In `find` and
    `check` it is compared with what is wanted.

    > web = 99.97%, mttr 10min
    > P(downtime of web > 30min per month)

    > web = 99.97%, mttr 10min
    > sla gold: 99.95% per month
    > P(web meets gold)
    see: check, sla, given, simulate

    # given, down, left, month so far: a month that has begun
    Behind `check` and `P`: `given 12min down, 9d left`: so much downtime was
    counted already, and so much of the window is left.

    > web = 99.97%, mttr 10min
    > sla gold: 99.95% per month
    > P(web meets gold), given 12min down, 9d left
    see: P, check, budget

    # budget, errors budget, burn: what a target allows, and the alerts that guard it
    `budget 99.9% per month`: the downtime that is allowed, and alerts on its
    burn rate over two windows each, with how soon they fire. `errors 2%`
    shows a given share of failed requests. With a name: how the forecast
    would spend it.

    > budget 99.9% per month

    > web = 99.97%, mttr 10min
    > budget web 99.95% per month
    see: error budget, check, window

    # why, importance, birnbaum, criticality, cut sets, tornado, inputs: what matters, and how much
    `why shop`: for each component the downtime that would not be if it never
    failed, its criticality, and its Birnbaum importance (Birnbaum 1969).
    `why shop over inputs`: each number moved by itself, and what that does.

    > lb = 99.99%, mttr 1min
    > service web: 2 of 3, mtbf 30d, mttr 1h
    > site = lb & web
    > why site

    > lb = 99.99%, mttr 1min
    > site = lb & 99.9%
    > why site over inputs
    see: improve, with, compare, explain

    # explain, using, exact, method, engine: how an answer was obtained
    `explain shop`: the method and why it was chosen, the size of the
    structure, what was taken for granted. Exact where all parts are
    independent, else simulated; nothing is approximated unsaid. `using exact`
    and `using simulation` choose, also behind `show`.

    > service web: 2 of 3, mtbf 30d, mttr 5min
    > explain web

    > service web: 2 of 3, mtbf 30d, mttr 5min
    > explain web using simulation
    see: simulate, assumptions, show

    # fit, incident log, incidents, maximum likelihood: what an incident log says
    `fit "incidents.csv"`: MTBF and MTTR with their intervals, the laws that
    fit best, and a definition to paste. Options, each behind a comma:
    service, from, to, zone, flaps, joining, column, severity, share above,
    confidence. Also `nines fit FILE` on the shell.

    > fit "incidents.csv"
    see: mtbf, mttr, law, posterior, range
    """#
}
