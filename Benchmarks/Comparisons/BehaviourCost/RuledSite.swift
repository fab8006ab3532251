import BenchmarkSupport
import Nines

/// The reference topology with one behaviour in time after the other, in the language.
enum RuledSite {
  /// What stands beside the plain topology, and its text.
  static let all: [(name: String, text: String)] = [
    ("absorb", site("(db, absorb 30s)")),
    ("buffer, drain 1.25", site("(db, buffer 15min, drain 1.25)")),
    ("lag", site("(db, lag 5min)")),
    ("breaker", plain + "\n" + "system site = lb & web, breaker db trips 10s retries 30s"),
    (
      "send",
      plain + "\nqueue q: 5 nines, mttr 10min, buffer 15min, drain 1.25"
        + "\nsystem site = lb & web, sends db via q"
    ),
    ("failover pair", site("(db else spare, failover 30s, success 98%, manual 1h)")),
    ("leader group", site(db: "failover 30s, success 98%, manual 1h")),
    ("detection", site(web: "detect 10s")),
    ("ttl", site("(db else spare, failover 30s, ttl 1min)")),
    ("crews", site(web: "crews 1")),
    ("standby cold", site(web: "standby cold")),
    ("sharing", site(web: "sharing 1")),
    ("changes", site("db & deploys") + "\nchanges deploys: every 1d, fails 1%, restore 30min"),
    ("maintenance", site("db & patching") + "\nmaintenance patching: every 30d, lasts 10min"),
  ]

  /// The same without any.
  static let plainSite = site("db")

  private static let plain = parts()

  private static func parts(web: String = "", db: String = "") -> String {
    func more(_ clause: String) -> String { clause.isEmpty ? "" : ", " + clause }
    return """
      zones zone: 3, mtbf 8760h, mttr 2h
      service lb-1: mtbf 8760h, mttr 1h, in zone.1
      service lb-2: mtbf 8760h, mttr 1h, in zone.2
      lb = lb-1 | lb-2
      service web: 2 per zone, need 4, mtbf 720h, mttr 10min\(more(web))
      store db: 2 of 3, mtbf 4320h, mttr 30min, across zone\(more(db))
      store spare: 99.9%, mttr 1h
      """
  }

  private static func site(_ database: String) -> String {
    plain + "\nsystem site = lb & web & \(database)"
  }

  private static func site(web: String = "", db: String = "") -> String {
    parts(web: web, db: db) + "\nsystem site = lb & web & db"
  }
}
