import Assessment
import OutageSimulation
import Quantities
import Reports

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How often a downtime is exceeded: the curve, its 95 % ribbon, and what contracts allow.
public enum ExceedanceChart {
  /// A downtime that somebody allows in a window.
  public struct Allowance: Sendable, Hashable {
    /// Who, or what for: `gold`.
    public let name: String
    /// How much.
    public let downtime: Duration
    /// The probability that a window has more, where it is known better than by the curve: exactly, or by
    /// a contract's own rule of counting.
    public let missed: Estimate?
    /// True where not all downtime counts alike, so that the curve doesn't tell how often it is missed.
    public let countsByRule: Bool

    /// `downtime`, allowed by `name`.
    public init(
      _ name: String, _ downtime: Duration, missed: Estimate? = nil, countsByRule: Bool = false
    ) {
      self.name = name
      self.downtime = downtime
      self.missed = missed
      self.countsByRule = countsByRule
    }

    /// What a promise allows in a whole window, and how often the answer says that it is missed.
    public init(_ name: String, of answer: ContractAnswer) {
      let agreement = answer.question.agreement
      self.init(
        name, agreement.window.downtime(at: agreement.target), missed: answer.missed,
        countsByRule: agreement.rule != .continuous || agreement.isRolling)
    }
  }

  /// How many points the curve has at most.
  private static let points = 120
  /// So many windows near the largest downtime have it in common.
  private static let many = 20.0

  /// The curve of the windows of a second length where the simulation was asked for them, else, or where
  /// true is given, of its whole histories. Throws ``ChartError/noDowntime(of:windows:)``.
  public static func chart(
    _ result: SimulationResult, ofHistories isWhole: Bool = false,
    allowing allowances: [Allowance] = []
  ) throws(ChartError) -> Chart {
    let downtime = try SimulatedDowntime(result, ofHistories: isWhole)
    let marked = downtime.isOfHistories ? result.exceedances.map(\.downtime.seconds) : []
    let told = allowances.map(\.downtime.seconds) + marked
    let lengths = lengths(downtime, told)
    let horizontal = horizontal(lengths, told, downtime)
    let inside = Set(lengths + [horizontal.range.lowerBound]).sorted().filter {
      horizontal.contains($0) && $0 <= downtime.estimates.largest
    }
    let line = inside.map { seconds in
      let tail = downtime.exceeding(seconds)
      return Chart.Point(x: seconds, y: tail.value, low: tail.low, high: tail.high)
    }.filter { $0.y > 0 }
    let vertical = vertical(line, downtime)
    return Chart(
      title: "How long is \(downtime.name) down \(downtime.inWindow)?",
      subtitle: """
        Share of \(downtime.window.many) with more downtime than the time below. \
        \(downtime.method); ribbon: 95% interval.
        """,
      alternative: alternative(downtime, allowances), horizontal: horizontal,
      content: .plot(
        vertical: vertical, lines: [Chart.Line(line + drop(downtime, to: vertical))], columns: []),
      references: allowances.map { reference($0, downtime, horizontal) }
        + marked.map { reference(to: $0, downtime) })
  }

  /// Where some windows are down throughout, or many have the largest downtime in common, the curve ends
  /// there.
  private static func drop(
    _ downtime: SimulatedDowntime, to vertical: ChartAxis
  ) -> [Chart.Point] {
    let largest = downtime.estimates.largest
    let common = downtime.exceeding(largest * below).value
    guard downtime.isWhole(largest) || common > many * downtime.estimates.leastShare else {
      return []
    }
    return [Chart.Point(x: largest, y: vertical.range.lowerBound)]
  }

  // MARK: Curve

  /// Downtimes at which the curve is looked at, ascending: those that ever rarer windows exceed, those
  /// that are told about, and what lies just below the largest.
  private static func lengths(_ downtime: SimulatedDowntime, _ told: [Double]) -> [Double] {
    let most = downtime.exceeding(0).value
    let least = min(most, downtime.estimates.leastShare)
    let shares = (0...points).map { most * pow(least / most, Double($0) / Double(points)) }
    let seen = shares.map { downtime.estimates.downtime(exceededIn: $0 * 0.999_999).value }
    let largest = downtime.estimates.largest
    let end = max(0, largest - max(2e-9, largest * 1e-15))
    let steps = Set(seen).filter { $0 > 0 && isStep($0, downtime) }.map { $0 * Self.below }
    return Set([0, end] + seen + steps + told.filter { $0 <= largest }).sorted()
  }

  /// As near below a downtime as a simulation tells apart.
  private static let below = 1 - 0.0025

  /// True for a downtime that many windows have in common: the curve is level before it.
  private static func isStep(_ seconds: Double, _ downtime: SimulatedDowntime) -> Bool {
    downtime.exceeding(seconds * below).value > 1.1 * downtime.exceeding(seconds).value
  }

  private static func horizontal(
    _ lengths: [Double], _ told: [Double], _ downtime: SimulatedDowntime
  ) -> ChartAxis {
    let positive = (lengths + told).filter { $0 > 0 }
    let leastTold = told.filter { $0 > 0 }.min() ?? .infinity
    let high = positive.max() ?? 1
    let any = downtime.exceeding(0).value
    let usual = downtime.estimates.downtime(exceededIn: any / 2).value
    let low = min(downtime.estimates.downtime(exceededIn: any * 0.97).value, usual / 2)
    let title = "downtime \(downtime.inWindow)"
    guard usual > 0, high > 25 * usual else { return .durations(title, .linear, 0...high * 1.04) }
    return .durations(
      title, .logarithmic, max(min(low, leastTold * 0.8), high * 1e-7)...high * 1.1)
  }

  private static func vertical(
    _ line: [Chart.Point], _ downtime: SimulatedDowntime
  ) -> ChartAxis {
    let most = line.map { $0.high ?? $0.y }.max() ?? 1
    let least = max(line.map(\.y).min() ?? most, downtime.estimates.leastShare)
    let title = "share of \(downtime.window.many)"
    guard most > 20 * least else { return .shares(title, .linear, 0...min(1, most * 1.1)) }
    return .shares(title, .logarithmic, least * 0.6...min(1, most * 1.4))
  }

  // MARK: Words

  /// What is allowed; at the axis' beginning where that is less than a logarithmic one can show.
  private static func reference(
    _ allowance: Allowance, _ downtime: SimulatedDowntime, _ horizontal: ChartAxis
  ) -> Chart.Reference {
    Chart.Reference(
      .horizontal(max(allowance.downtime.seconds, horizontal.range.lowerBound)),
      [
        "\(allowance.name): \(HumanFigures.duration(allowance.downtime)) allowed",
        missed(allowance, downtime),
      ])
  }

  /// A downtime that was asked about, and how often there is more.
  private static func reference(
    to seconds: Double, _ downtime: SimulatedDowntime
  ) -> Chart.Reference {
    let share = HumanFigures.percent(share: downtime.told(seconds))
    return Chart.Reference(
      .horizontal(seconds),
      [
        "more than \(HumanFigures.duration(seconds: seconds))",
        "in \(share) of \(downtime.window.many)",
      ], tone: .quiet)
  }

  private static func missed(_ allowance: Allowance, _ downtime: SimulatedDowntime) -> String {
    let tail = allowance.missed ?? downtime.told(allowance.downtime.seconds)
    let rule = allowance.countsByRule ? ", by its own rule" : ""
    return "missed in \(HumanFigures.percent(share: tail)) of \(downtime.window.many)\(rule)"
  }

  private static func alternative(
    _ downtime: SimulatedDowntime, _ allowances: [Allowance]
  ) -> String {
    let many = downtime.window.many
    let any = "\(HumanFigures.percent(share: downtime.exceeding(0))) of \(many) have downtime"
    let known = [("one in 10", 0.1), ("one in 100", 0.01), ("one in 1,000", 0.001)]
      .map { ($0.0, downtime.estimates.downtime(exceededIn: $0.1)) }
      .filter { $0.1.value > 0 }
      .map { share, length in
        downtime.isWhole(length.value)
          ? "\(share) are down throughout"
          : "\(share) have more than \(HumanFigures.duration(seconds: length))"
      }
    let lines = allowances.map {
      "\($0.name) allows \(HumanFigures.duration($0.downtime)), \(missed($0, downtime))"
    }
    return "A falling curve: " + ([any] + known).joined(separator: ", ") + "."
      + lines.map { " " + $0 + "." }.joined()
  }
}
