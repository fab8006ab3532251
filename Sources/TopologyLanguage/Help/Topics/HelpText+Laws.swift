extension HelpText {
  /// Laws of random times.
  static let laws = #"""
    # law, laws, distribution, distributions: how a time varies
    A law stands wherever a random time does, its mean first. A plain time is
    exponential for mtbf, mttr and restore, and fixed for failover, manual and
    lag. `law slow = …` gives it a name. The long run of independent parts
    depends on the means alone; single months, and what waits, on all of it.

    exponential, lognormal, weibull, gamma, erlang, hyperexponential, uniform,
    fixed, empirical

    > law slow = lognormal(1h, sigma 1)
    > db = 99.9%, mttr slow
    > simulate db for 30d, runs 500
    see: lognormal, weibull, empirical, fit

    # exponential, memoryless, poisson: a constant rate
    `exponential(1h)`, its mean. However long it has lasted, what remains is
    as long as before. It is what a plain mtbf or mttr means.

    > web = 99.9%, mttr exponential(1h)
    > simulate web for 30d, runs 500
    see: law, weibull, lognormal

    # lognormal, log-normal, sigma: many short, few very long
    `lognormal(1h, sigma 1)`: the mean, and the standard deviation of the
    logarithm. Restorations by people usually look so, with sigma from 1 to 2.
    The median is the mean times exp(-sigma^2 / 2).

    > web = 99.9%, mttr lognormal(1h, sigma 1.2)
    > simulate web for 30d, runs 500
    see: law, fit, hyperexponential

    # weibull, shape, wear-out, infant mortality: rates that rise or fall with age
    `weibull(30d, shape 1.5)`: the mean and the shape. Below 1 the young fail
    most, 1 is exponential, above 1 the old do (Weibull 1951).

    > service disks: 4 of 5, mtbf weibull(400d, shape 1.8), mttr 1d
    > simulate disks for 5y, runs 200
    see: law, standby, fit

    # gamma: between erlang laws, with any shape
    `gamma(1h, shape 2)`: the mean and the shape; the variance is the mean
    squared over the shape. Shape 1 is exponential.

    > web = 99.9%, mttr gamma(1h, shape 2)
    > simulate web for 30d, runs 500
    see: law, erlang

    # erlang, stages: so many exponential steps, one after another
    `erlang(1h, 3)`: a mean of 1 h in three steps of 20 min each. More steps
    vary less.

    > web = 99.9%, mttr erlang(1h, 3)
    > simulate web for 30d, runs 500
    see: law, gamma

    # hyperexponential, cv, coefficient of variation: now one exponential, now another
    `hyperexponential(1h, cv 2)`: the mean, and the standard deviation as a
    multiple of it, 1 or more. Most are short, some are long.

    > web = 99.9%, mttr hyperexponential(1h, cv 2)
    > simulate web for 30d, runs 500
    see: law, lognormal

    # uniform, rectangular: anywhere between two ends
    `uniform(10min, 2h)`: every length between is as likely.

    > web = 99.9%, mttr uniform(10min, 2h)
    > simulate web for 30d, runs 500
    see: law, fixed

    # fixed, deterministic, constant: always the same
    `fixed(30s)`: no chance at all.

    > web = 99.9%, mttr fixed(30min)
    > simulate web for 30d, runs 500
    see: law, uniform

    # empirical, observed, measured: the lengths in a file
    `empirical("repairs.csv")`: each length in the file as likely as any other;
    one a line, or one column with a header that says its unit.

    > law repairs = empirical("repairs.csv")
    > db = 99.9%, mttr repairs
    > simulate db for 30d, runs 500
    see: law, fit
    """#
}
