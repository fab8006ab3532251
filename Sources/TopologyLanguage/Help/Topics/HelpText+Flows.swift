extension HelpText {
  /// What is carried and what is asked for.
  static let flows = #"""
    # capacity, throughput, workers, waiting, supply: the flow that one member carries
    `capacity 500 rps`: of each member while it is up. Members of a group and
    terms of a sum add, `&` takes the smaller, `|` the larger. A part without
    a capacity carries anything.

    `8 workers of 20ms waiting 50ms in 1%` is the largest flow at which at
    most 1% of the requests wait longer than 50 ms for one of 8 workers
    (M/M/8, Erlang C).

    > service web: 4, capacity 500 rps, mtbf 30d, mttr 5min
    > system shop = web, demand 1_200 rps

    > service web {
    >   4, mtbf 30d, mttr 5min
    >   capacity 8 workers of 20ms waiting 50ms in 1%
    > }
    > system shop = web, demand 800 rps
    see: demand, find, survives, rate, sum

    # demand, loads, growing, traffic, peak: the flow that must be carried
    With a demand, down is less capacity than that, and the level is what is
    carried of it. `demand peak: 12k rps` gives a flow a name; a file gives
    one that varies, an hour a line or as `every 15min` says, and it may grow:
    `growing 2% per month for 2y`.

    > demand peak: 1_200 rps
    > service web: 4, capacity 500 rps, mtbf 30d, mttr 5min
    > system shop = web, demand peak

    > demand daily: "day.csv"
    > service web: 6, capacity 500 rps, mtbf 30d, mttr 5min
    > system shop = web, demand daily
    see: capacity, shortfall, survives, growth

    # shortfall, adequacy, loss of load, lole, eue: what is not served of a demand
    The share of a demand that isn't carried, in the mean. Of a demand that
    varies: the hours in which capacity falls short (LOLE) and what is then
    not served (EUE), worked out exactly from the capacity outage table.

    > demand daily: "day.csv"
    > service web: 5, capacity 500 rps, mtbf 30d, mttr 1h
    > system shop = web, demand daily
    > simulate shop, runs 200
    see: demand, capacity, find

    # survives, n+1, n-1, static stability, redundancy rule: what is left without some parts
    `check shop survives 1 az`: is the demand still carried with any one zone
    down, without replacement? `survives 2 web`: any two members (N + 2).
    `survives 25% of web`: a rolling update that takes a quarter. The worst
    case is shown.

    > zones az: 3, mtbf 2y, mttr 1h
    > service web: 2 per az, capacity 500 rps, mtbf 30d, mttr 5min
    > system shop = web, demand 1_800 rps
    > check shop survives 1 az
    see: headroom, capacity, find

    # growth: a demand that grows
    `growing 2% per month for 2y`: compound, by months of 730 h, for so long;
    the figures are those of all that time.

    > demand rising: 1_000 rps, growing 2% per month for 2y
    > service web: 5, capacity 500 rps, mtbf 30d, mttr 1h
    > system shop = web, demand rising
    see: demand, find, shortfall
    """#
}
