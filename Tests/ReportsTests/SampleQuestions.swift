/// A question of each kind of card, in the language; the files that they name are in ``files``.
enum SampleQuestions {
  private static let site =
    "service web: 2 of 3, mtbf 30d, mttr 5min; store db: 1 of 2, 99.9%, mttr 1h; "
    + "site = 99.99% & web & db; "
  private static let zones =
    "zones az: 3, mtbf 2y, mttr 1h; service web: 4 per az, capacity 1k rps, mtbf 30d, mttr 5min, "
    + "cost 70 per month; store db: 2 of 3, 99.9%, mttr 1h, across az; lb = 99.99%, mttr 1min; "
    + "system shop = lb & web & db, demand 9k rps; "
  private static let day =
    "zones az: 3, mtbf 2y, mttr 1h; service web: 1 per az, capacity 650 rps, mtbf 30d, mttr 5min, "
    + "cost 70 per month; demand hourly: \"day.csv\"; system shop = web, demand hourly; "

  static let texts: [(name: String, text: String)] = [
    ("Availability", site + "site"),
    ("Levels", "system s = 60% * 99.9% + 40% * (99%, mttr 1h)"),
    ("Beliefs", "(mtbf 20d to 45d, mttr 3min to 8min) & 2 of 3 (mtbf 90d, mttr 1h to 4h)"),
    ("Check", site + "check site 99.999% per month"),
    ("Explanation", site + "explain site"),
    ("Importance", site + "why site"),
    ("Change", site + "with db.mttr 10min, web.mttr 2min: site"),
    (
      "Comparison",
      "eu-west-1 = 99.9%, mttr 1h; us-east-1 = 99%, mttr 2h; compare eu-west-1, us-east-1"
    ),
    ("Sweep", zones + "plot shop over web.mttr 1min..10d"),
    ("Tornado", zones + "why shop over inputs"),
    (
      "Contract",
      "lb = 99.95%, mttr 30min; sla gold: 99.99% per month, credits 10% below 99.99%, "
        + "30% below 99%, 100% below 95%; check lb meets gold with 70%"
    ),
    ("Exceedance", "lb = 99.95%, mttr 30min; P(downtime of lb > 1h per month)"),
    ("BudgetRules", "budget 99.9% per month"),
    (
      "BudgetSpending",
      "changes deploys: every 1d, fails 2%, restore 10min; lb = 99.99%, mttr 1min; "
        + "system all = lb & deploys; budget all 99.95% per month, runs 200"
    ),
    ("Simulation", zones + "simulate shop for 90d, runs 200, seed 3"),
    (
      "Sizing",
      "small = 99.5%, cost 100 per month; large = 99.95%, cost 400 per month; "
        + "service web: 1 of n, mtbf 30d, mttr r, cost 50 per month; site = d & web; find n in 1..3, "
        + "d in (small, large), r in (5min, 1h) where availability of site >= 99.9% minimizing cost"
    ),
    (
      "Front",
      "zones az: z, 99.99%, cost 100 per month; service web: n per az, need 10, 99.5%, "
        + "cost 70 per month; find n in 4..8, z in 2..3 where downtime of web <= 1d per month "
        + "minimizing cost and downtime"
    ),
    ("Survival", zones + "check shop survives 1 az"),
    ("Headroom", zones + "headroom shop"),
    ("Improvement", zones + "improve shop"),
    ("Adequacy", day + "check shop 99.9% per year"),
    ("AdequacySimulation", day + "simulate shop, runs 200, seed 7, threads 1"),
    ("Catalogue", "catalogue spanner"),
    ("Commitment", "catalogue mongodb.atlas.data-federation"),
    ("Fit", "fit \"incidents.csv\""),
    (
      "WideNames",
      "\"東京の可用性\" = 99.9%, mttr 1h; \"café\" = 99.99%, mttr 5min; "
        + "s = \"東京の可用性\" & \"café\"; why s"
    ),
  ]

  /// Requests a second, hour by hour.
  private static let loads = [
    620, 600, 590, 600, 640, 700, 780, 880, 980, 1050, 1100, 1120, 1110, 1090, 1080, 1070, 1060,
    1040, 1000, 930, 850, 780, 710, 650,
  ]

  static let files: [String: String] = [
    "day.csv": "hour,load\n"
      + loads.enumerated().map { hour, load in "\(hour),\(load)\n" }.joined(),
    "incidents.csv": """
    start,end
    2025-01-10T12:09Z,2025-01-10T15:42Z
    2025-01-23T13:35Z,2025-01-23T16:58Z
    2025-02-28T22:33Z,2025-02-28T22:53Z
    2025-05-02T03:10Z,2025-05-02T04:40Z
    2025-08-19T17:00Z,2025-08-19T17:12Z
    2025-11-30T08:21Z,2025-11-30T09:05Z

    """,
  ]
}
