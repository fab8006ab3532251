extension HelpText {
  /// What can be declared.
  static let parts = #"""
    # definition, =, names, name, quotes, comment: names for what a system is made of
    `name = expression` gives a name, `kind name: clauses` declares something.
    A name used twice is the same thing: it fails once. The order of lines
    does not matter. `#` begins a comment. Clauses follow commas, or stand on
    lines of their own between braces. Names hold letters, digits, `_`, and
    `-` or `.` inside; any other name stands in quotes.

    > lb = 99.99%, mttr 1min
    > service web {
    >   2 of 3
    >   mtbf 30d, mttr 5min
    > }
    > site = lb & web
    see: service, and, parentheses, list

    # service, members, instances, servers: instances behind a load balancer
    A group of like members. `2 of 3`: three members, two of which must be up.
    `3, need 2` says the same; `2 per az, need 4` puts two in each zone. A
    member is given by mtbf and mttr, or by its availability.

    Members fail apart unless `common` or a domain says otherwise. All need
    what the service needs.

    > service web: 2 of 3, mtbf 30d, mttr 5min

    > zones az: 3, mtbf 2y, mttr 1h
    > service web: 2 per az, need 4, mtbf 30d, mttr 5min
    see: store, need, across, needs, capacity, detect

    # store, replicas, replica, database, leader, quorum: replicas with a leader
    A group of replicas, such as a database. `1 of 2` is a primary and its
    replica, `2 of 3` a quorum. With `failover` one of them leads: when the
    leader fails the store is down until another takes over. Without it they
    take over at once.

    > store db: 1 of 2, mtbf 180d, mttr 1h, failover 30s, success 98%
    > simulate db for 1y, runs 500

    > store quorum: 2 of 3, mtbf 60d, mttr 1h, failover 10s
    > simulate quorum for 1y, runs 500
    see: failover, detect, success, standby, service

    # queue, backlog, broker: a buffer between a sender and a receiver
    What stands between a caller and what it `sends` to. The sender is down
    with the queue itself, or while the receiver is down and the backlog has
    reached `buffer`. `drain 1.25` works a backlog off at 1.25 times the
    inflow; without it at once.

    > service payment: 2 of 3, mtbf 20d, mttr 20min
    > queue orders: 99.99%, mttr 5min, buffer 15min, drain 2
    > service shop: 2 of 3, mtbf 30d, mttr 5min, sends payment via orders
    > simulate shop for 1y, runs 200
    see: sends, buffer, drain

    # zones, zone, az, availability zone: failure domains within a region
    A failure domain takes down all that stands in it. `zones az: 3` declares
    az.1, az.2 and az.3, each with an mtbf and mttr or an availability.
    Members come in by `2 per az`, `across az` or `in az.1`. A member's own
    clock runs on while its zone is down.

    > zones az: 3, mtbf 2y, mttr 1h
    > service web: 2 per az, need 4, mtbf 30d, mttr 5min
    > store db: 1 of 2, mtbf 180d, mttr 1h, across az
    > site = web & db
    see: regions, domains, across, in, survives

    # regions, region: failure domains that hold zones
    `regions r: 2` declares r.1 and r.2. `zones az: 3 per r` puts three zones
    into each, az.1 to az.3 in r.1 and az.4 to az.6 in r.2: a region that is
    down takes its zones with it.

    > regions r: 2, mtbf 5y, mttr 4h
    > zones az: 3 per r, mtbf 2y, mttr 1h
    > service web: 1 per az, need 3, mtbf 30d, mttr 5min
    > web
    see: zones, domains, else

    # domains, domain, failure domain, rack, blast radius: failure domains of any other sort
    Racks, versions, configuration pushes, power feeds: whatever takes several
    members down at once. `across` may stand twice: members are then dealt
    over two families, such as zones and versions.

    > domains version: 2, mtbf 90d, mttr 20min
    > zones az: 3, mtbf 2y, mttr 1h
    > service web: 3 of 6, mtbf 30d, mttr 5min, across az, across version
    > web
    see: zones, regions, across, common cause

    # system, systems: a topology that answers when nothing is asked
    `system shop = lb & web` is a definition that a program is about: without
    a question its systems are answered. With a demand, down means less flow
    than is asked for.

    > lb = 99.99%, mttr 1min
    > service web: 4, capacity 500 rps, mtbf 30d, mttr 5min
    > system shop = lb & web, demand 1_200 rps
    see: definition, demand, capacity
    """#
}
