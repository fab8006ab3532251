import Assessment
import Quantities
import Reports

/// What each input does to the downtime, one at a time: a bar to each side of today's.
public enum TornadoChart {
  private static let year = Duration.years(1).seconds

  /// The bars of at most `limit` inputs, those that move most first. Throws
  /// ``ChartError/nothingMatters(for:)``.
  public static func chart(_ tornado: Tornado, limit: Int = 12) throws(ChartError) -> Chart {
    let bars = Array(tornado.bars.prefix(max(1, limit)))
    guard !bars.isEmpty else { throw .nothingMatters(for: tornado.name) }
    let now = tornado.unavailability * year
    return Chart(
      title: "Which inputs decide the downtime of \(tornado.name)?",
      subtitle: subtitle(tornado, shown: bars), alternative: alternative(tornado, bars),
      horizontal: horizontal(bars, now), content: .rows(bars.map { row($0, tornado) }),
      references: [
        Chart.Reference(.horizontal(now), ["now \(text(now)) a year"], tone: .quiet)
      ])
  }

  private static func horizontal(_ bars: [Tornado.Bar], _ now: Double) -> ChartAxis {
    let values = bars.flatMap { [$0.low, $0.high] }.compactMap { $0.map { $0 * year } } + [now]
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let title = "downtime a year"
    guard low > 0, high > 30 * low else {
      // Small changes are seen on an axis that doesn't begin at 0.
      return .durations(title, .linear, (low < 0.5 * high ? 0 : low)...high)
    }
    return .durations(title, .logarithmic, low / 1.2...high * 1.2)
  }

  // MARK: Rows

  private static func row(_ bar: Tornado.Bar, _ tornado: Tornado) -> Chart.Row {
    let ends = [
      (bar.low, bar.isBelief ? "5%" : "½", Chart.Tone.main),
      (bar.high, bar.isBelief ? "95%" : "×2", .second),
    ]
    let known = ends.compactMap { end in
      end.0.map { (value: $0, sign: end.1, tone: end.2) }
    }.sorted { distance($0.value, tornado) > distance($1.value, tornado) }
    let areApart = Set(known.map { $0.value > tornado.unavailability }).count == known.count
    let segments = known.enumerated().compactMap { place, end -> Chart.Segment? in
      guard distance(end.value, tornado) > 1e-12 * tornado.unavailability else { return nil }
      let change = end.value - tornado.unavailability
      let label = "\(end.sign): \(change < 0 ? "-" : "+")\(text(abs(change) * year))"
      return Chart.Segment(
        from: tornado.unavailability * year, to: end.value * year,
        label: place == 0 || areApart ? label : nil, tone: end.tone)
    }
    return Chart.Row("\(bar.name) \(bar.text)", segments)
  }

  private static func distance(_ unavailability: Double, _ tornado: Tornado) -> Double {
    abs(unavailability - tornado.unavailability)
  }

  // MARK: Words

  private static func text(_ seconds: Double) -> String {
    HumanFigures.duration(seconds: seconds)
  }

  private static func subtitle(_ tornado: Tornado, shown: [Tornado.Bar]) -> String {
    let hidden = tornado.bars.count - shown.count
    let beliefs =
      shown.contains(where: \.isBelief) ? "; what is believed at its 5% and its 95% end" : ""
    let more = hidden > 0 ? " \(hidden) more move less." : ""
    return """
      One input at a time halved (½) and doubled (×2), of availabilities what lacks of \
      100%\(beliefs); exact.\(more)
      """
  }

  private static func alternative(_ tornado: Tornado, _ bars: [Tornado.Bar]) -> String {
    let named = bars.prefix(3).map { bar in
      let ends = [bar.low, bar.high].compactMap(\.self).map { text($0 * year) }
      return "\(bar.name) \(ends.joined(separator: " to "))"
    }
    return """
      Bars around today's \(text(tornado.unavailability * year)) a year, widest first: \
      \(named.joined(separator: ", ")).
      """
  }
}
