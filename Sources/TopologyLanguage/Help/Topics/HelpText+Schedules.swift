extension HelpText {
  /// Deployments and planned downtime.
  static let schedules = #"""
    # changes, change, deployment, deployments, deploy, release, rollout: deployments that may fail
    `every 1d`: one each day, on schedule. Each `fails` with that probability
    and is then down for `restore`, for the `share` of the users that it
    reaches. A `canary` tries it on few users first. Named where they strike:
    `site & deploys`, or `needs deploys`.

    > changes deploys: every 1d, fails 2%, restore 20min, share 25%
    > service web: 2 of 3, mtbf 30d, mttr 5min
    > site = web & deploys
    > simulate site for 1y, runs 200
    see: every, fails, restore, share, canary, maintenance

    # maintenance, planned downtime, planned outage, patching: planned windows
    `every 30d, lasts 1h`. `across web` takes the members of a group or the
    domains of a family down together, with `rolling` one after another;
    `in az.1` that domain. Without either it is named where it strikes.
    An sla may leave it out: `excluding maintenance`.

    > service web: 2 of 3, mtbf 30d, mttr 5min
    > maintenance patch: every 30d, lasts 1h, rolling, across web
    > simulate web for 1y, runs 200
    see: every, lasts, rolling, excluding, changes

    # every, frequency, spacing: how far apart changes, maintenance or loads are
    Of changes and maintenance: the spacing from one to the next, on a fixed
    schedule that begins at random. Behind the file of a demand: how long each
    of its loads lasts.

    > changes deploys: every 8h, fails 1%, restore 15min
    > simulate deploys for 1y, runs 200
    see: changes, maintenance, demand

    # lasts, maintenance window: how long a maintenance takes
    Of maintenance, a fixed time shorter than its spacing.

    > maintenance patch: every 30d, lasts 45min
    > site = 99.99% & patch
    > site
    see: maintenance, rolling

    # rolling, rolling update, one after another: members one after another; windows that slide
    Of maintenance: the members of its scope go down one after another, not
    together. Of an sla: the promise holds in every window of that length,
    not only in those of a calendar.

    > service web: 2 of 3, mtbf 30d, mttr 5min
    > maintenance patch: every 30d, lasts 1h, rolling, across web
    > simulate web for 1y, runs 200
    see: maintenance, sla, survives

    # fails, change failure rate: the probability that a change fails
    Of changes: the share that goes wrong and has to be taken back (the change
    failure rate of the DORA metrics). The share of users, and a canary, decide
    how many of them notice.

    > changes deploys: every 1d, fails 5%, restore 1h
    > deploys
    see: changes, restore, canary, posterior

    # restore, rollback, time to restore: how long a failed change takes to be taken back
    Of changes. A time is the mean of an exponential law, as for an mttr;
    `restore fixed(1h)` always takes an hour.

    > changes deploys: every 1d, fails 5%, restore fixed(30min)
    > simulate deploys for 1y, runs 200
    see: changes, mttr, law

    # share, users reached: the share of the users that a failed change takes down
    Of changes; 100% without it. The level is the rest of them. In a fit,
    `share above 5%` takes the incidents that hit more than that.

    > changes deploys: every 1d, fails 5%, restore 1h, share 20%
    > simulate deploys for 1y, runs 200
    see: changes, canary, level, fit

    # canary, catches, trial, progressive rollout: a trial on few users before a change
    `canary 1% 10min catches 90%`: a failed change strikes 1% of the users for
    10 min; nine of ten are caught then, the others go on to the full share.

    > changes deploys {
    >   every 1d, fails 5%, restore 1h, canary 1% 10min catches 90%
    > }
    > simulate deploys for 1y, runs 200
    see: changes, fails, share
    """#
}
