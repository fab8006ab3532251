import Assessment
import Quantities

/// What each input does to a downtime, as a table: most first.
public enum TornadoTable {
  /// The table, with at most `limit` rows.
  public static func report(_ tornado: Tornado, limit: Int = 20) -> Report {
    let now = HumanFigures.duration(seconds: tornado.unavailability * Window.year.length.seconds)
    let shown = tornado.bars.prefix(limit)
    let most = shown.first?.swing(around: tornado.unavailability) ?? 0
    let rows = shown.map { bar in
      [bar.name, bar.text, change(bar.low, tornado), change(bar.high, tornado)]
    }
    let bars = shown.map { bar in
      Report.Bar(most > 0 ? bar.swing(around: tornado.unavailability) / most : 0, length: 30)
    }
    let table = Report.Table(["input", "now", "halved", "doubled"], rows, left: 2, bars: bars)
    return Report(
      [
        .heading("\(tornado.name): \(now) down a year, and more or less with one input changed"),
        .table(table),
      ] + CardLayout.notes(rest(tornado, limit)) + CardLayout.assumptions(notes(tornado)))
  }

  private static func change(_ end: Double?, _ tornado: Tornado) -> String {
    guard let end else { return "-" }
    let seconds = tornado.secondsPerYear(end)
    guard abs(seconds) > 1e-12 * tornado.unavailability * Window.year.length.seconds else {
      return "0"
    }
    return (seconds < 0 ? "-" : "+") + HumanFigures.duration(seconds: abs(seconds))
  }

  private static func rest(_ tornado: Tornado, _ limit: Int) -> [String] {
    let more = tornado.bars.count - limit
    let without = tornado.withoutEffect
    let names = without.prefix(6).joined(separator: ", ")
    let others = without.count > 6 ? " and \(without.count - 6) more" : ""
    return (more > 0 ? ["and \(more) more"] : [])
      + (without.isEmpty ? [] : ["without effect: \(names)\(others)"])
  }

  private static func notes(_ tornado: Tornado) -> [String] {
    let believed = tornado.bars.contains(where: \.isBelief)
    return [
      "times, flows and numbers are halved and doubled, of availabilities what lacks of 100%"
    ]
      + (believed ? ["what is believed goes to its 5% and its 95% end instead"] : [])
      + tornado.assumptions
  }
}

extension HumanFigures {
  /// A length of time given in seconds, 0 or more.
  package static func duration(seconds: Double) -> String {
    (try? Duration(seconds: seconds)).map { duration($0) } ?? "unknown"
  }
}
