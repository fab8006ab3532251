import OutageSimulation
import Quantities
import Reports

/// How downtime is spread over windows: the share of them in each range of downtimes.
public enum HistogramChart {
  /// The histogram of the windows of a second length where the simulation was asked for them, else, or
  /// where true is given, of its whole histories. Throws ``ChartError/noDowntime(of:windows:)``.
  public static func chart(
    _ result: SimulationResult, ofHistories isWhole: Bool = false
  ) throws(ChartError) -> Chart {
    let downtime = try SimulatedDowntime(result, ofHistories: isWhole)
    let bins = DowntimeBins(downtime)
    let columns = zip(bins.edges, bins.edges.dropFirst()).map {
      column(from: $0.0, to: $0.1, downtime)
    }
    let most = columns.map { $0.high ?? $0.height }.max() ?? 1
    return Chart(
      title: "How much downtime does a \(downtime.window.single) of \(downtime.name) have?",
      subtitle: """
        Share of \(downtime.window.many) by their downtime; \(none(downtime)) \
        \(downtime.method); whiskers: 95% interval.
        """,
      alternative: alternative(columns, downtime),
      horizontal: bins.axis("downtime \(downtime.inWindow)"),
      content: .plot(
        vertical: .shares("share of \(downtime.window.many)", .linear, 0...most * 1.15),
        lines: [], columns: columns))
  }

  private static func column(
    from low: Double, to high: Double, _ downtime: SimulatedDowntime
  ) -> Chart.Column {
    let share = downtime.share(above: low, atMost: high)
    return Chart.Column(
      from: low, to: high, height: share.value, low: share.low, high: share.high,
      label: share.value > 0 ? "\(HumanFigures.number(share.value * 100, digits: 2))%" : nil)
  }

  // MARK: Words

  private static func none(_ downtime: SimulatedDowntime) -> String {
    let clean = downtime.clean.map { HumanFigures.percent(share: $0) } ?? "the rest"
    return "\(clean) have none."
  }

  private static func alternative(
    _ columns: [Chart.Column], _ downtime: SimulatedDowntime
  ) -> String {
    let tallest = columns.max { $0.height < $1.height }
    let peak = tallest.map { column in
      let (low, high) = (ChartAxis.text(column.from), ChartAxis.text(column.to))
      let share = HumanFigures.number(column.height * 100, digits: 2)
      return "most often, in \(share)%, between \(low) and \(high)"
    }
    let most = HumanFigures.duration(seconds: downtime.estimates.largest)
    return "Columns over the downtime of \(downtime.window.many): \(peak ?? "none"); "
      + "\(none(downtime)) The worst seen has \(most)."
  }
}

/// The ranges of downtimes that are counted together.
struct DowntimeBins {
  let edges: [Double]
  private let scale: ChartAxis.Scale

  /// About equal steps by ratio, at times that people know.
  private static let known: [Double] = [
    1, 2, 4, 8, 15, 30, 60, 120, 240, 480, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200,
    86_400, 172_800, 345_600, 691_200, 1_382_400, 2_764_800, 5_529_600, 11_059_200, 22_118_400,
  ]

  /// Ranges of equal width, or where the rarest downtimes are many times the usual one of equal ratio.
  init(_ downtime: SimulatedDowntime) {
    let any = downtime.exceeding(0).value
    let usual = downtime.estimates.downtime(exceededIn: any / 2).value
    let low = downtime.estimates.downtime(exceededIn: any * 0.999).value
    let high = downtime.estimates.largest
    scale = high > 12 * usual && low > 0 ? .logarithmic : .linear
    if scale == .linear {
      let step = ChartAxis.durationStep(over: high, count: 16).seconds
      edges = Self.ending(AxisSteps.multiples(of: step, in: 0...(high + step)), downtime)
    } else {
      edges = Self.ending(Self.ratios(from: low, to: high), downtime)
    }
  }

  /// Up to the first edge that nothing is above, and no further than a window lasts.
  private static func ending(_ edges: [Double], _ downtime: SimulatedDowntime) -> [Double] {
    let high = downtime.estimates.largest
    let last = min(edges.first { $0 >= high } ?? high, downtime.length.seconds)
    return edges.filter { $0 < high } + [max(last, high)]
  }

  /// From the last known time below to the first above.
  private static func ratios(from low: Double, to high: Double) -> [Double] {
    let short = AxisSteps.decades([1, 2, 5], in: min(low, 0.5) / 10...0.5)
    let long = [1.0, 2, 4, 8, 16, 32, 64, 128].map { $0 * 31_536_000 }
    let all = short + known + long
    let first = all.lastIndex { $0 < low } ?? 0
    let last = all.firstIndex { $0 >= high } ?? all.count - 1
    return Array(all[first...max(last, first + 1)])
  }

  /// The axis that they stand on.
  func axis(_ title: String) -> ChartAxis {
    let range = (edges.first ?? 0)...(edges.last ?? 1)
    guard scale == .logarithmic else { return .durations(title, .linear, range) }
    return ChartAxis(
      title, .logarithmic, range, ticks: edges.map { ChartAxis.Tick($0, ChartAxis.text($0)) })
  }
}
