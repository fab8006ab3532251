extension HelpText {
  /// Contracts and how they count.
  static let promises = #"""
    # sla, promise, contract, service level agreement: a promise, with its window and its way of counting
    `sla gold: 99.95% per month` and, each if it is so: `counted` (which
    downtime counts), `rolling`, `excluding maintenance`, `credits` (what is
    paid back). `check x meets gold` asks for the probability that a window
    keeps it, which the mean does not tell.

    > service web: 2 of 3, mtbf 30d, mttr 30min
    > sla gold: 99.95% per month, counted whole minutes, credits 10% below 99%
    > check web meets gold with 90%
    see: counted, credits, excluding, check, catalogue, forecast

    # counted, measuring rule, whole, minutes, continuous, cells, average, errors, above, counting rule: which downtime a contract counts
    `counted continuous`         every second (usual here)
    `counted whole minutes`      minutes of the clock that are down throughout
    `counted runs of 5min`       only outages of 5 min and more
    `counted cells of 5min`      whole cells of a grid, of 5 min each
    `counted average errors`     the mean share of failed requests
    `counted errors above 5%`    minutes with more than 5% of errors

    > web = 99.95%, mttr 3min
    > sla gold: 99.95% per month, counted runs of 5min
    > check web meets gold with 90%
    see: sla, credits, window

    # excluding: planned maintenance does not count
    `excluding maintenance`: what is down for a declared maintenance is no
    downtime of the contract. The forecast shows both figures.

    > maintenance patch: every 30d, lasts 30min
    > web = 99.99%, mttr 5min
    > site = web & patch
    > sla gold: 99.95% per month, excluding maintenance
    > check site meets gold with 90%
    see: maintenance, sla, counted

    # credits, credit, below, ladder, penalty: what a supplier pays back
    `credits 10% below 99.95%, 25% below 99%`: the share of the month's bill
    for each step that is missed, the deepest one counting. The answer shows
    the expected credit.

    > web = 99.9%, mttr 1h
    > sla gold: 99.9% per month, credits 10% below 99.9%, 25% below 99%
    > check web meets gold with 50%
    see: sla, catalogue

    # catalogue, catalog, published promises, aws, azure, gcp, cloud: published promises of suppliers
    `catalogue aws multi-az` lists the promises that have all of these words,
    a whole name shows one in full. In an expression the name stands for its
    figure, which is a promise of its date, not a forecast.

    > catalogue aws multi-az

    > lb = aws.elb.multi-az, mttr 1min
    > lb
    see: sla, forecast, credits
    """#
}
