import Assessment
import Quantities
import Reports

/// The downtime a year over the values of one input, with a ribbon where it was simulated.
public enum SweepChart {
  private static let year = Duration.years(1).seconds

  /// The line through all values. Throws ``ChartError/tooFewValues(of:)`` for less than two.
  public static func chart(_ sweep: AvailabilitySweep) throws(ChartError) -> Chart {
    guard Set(sweep.points.map(\.number)).count > 1 else { throw .tooFewValues(of: sweep.input) }
    let scale = SweepScale(sweep.points.map(\.number))
    let labels = SweepLabels.labels(sweep.points.map(\.answer))
    let points = zip(sweep.points, labels).map { point($0, $1, scale) }
    let line = Chart.Line(points, marksPoints: true, joinsPoints: !hasSteps(sweep))
    return Chart(
      title: "How does \(sweep.input) change the downtime of \(sweep.name)?",
      subtitle: subtitle(sweep), alternative: alternative(sweep),
      horizontal: horizontal(sweep, scale),
      content: .plot(vertical: vertical(points), lines: [line], columns: []),
      references: now(sweep, scale))
  }

  /// True for what has no values in between, and for flows, which members serve whole or not at all: the
  /// downtime jumps from one value to another.
  private static func hasSteps(_ sweep: AvailabilitySweep) -> Bool {
    let word = sweep.input.split(separator: ".").last ?? ""
    return ["capacity", "demand"].contains(word)
      || sweep.points.allSatisfy { Int($0.text) != nil }
  }

  private static func point(
    _ point: AvailabilitySweep.Point, _ label: String, _ scale: SweepScale
  ) -> Chart.Point {
    let spread = point.answer.estimates?.unavailability
    return Chart.Point(
      x: scale.place(of: point.number), y: point.answer.availability.complement * year,
      low: spread?.low.map { $0 * year }, high: spread?.high.map { $0 * year }, label: label)
  }

  // MARK: Axes

  private static func horizontal(_ sweep: AvailabilitySweep, _ scale: SweepScale) -> ChartAxis {
    let places = sweep.points.map { scale.place(of: $0.number) }
    let (low, high) = (places.min() ?? 0, places.max() ?? 1)
    let ticks = zip(places, sweep.points).map { ChartAxis.Tick($0, $1.text) }
    let margin = 0.03 * (high - low)
    let isLogarithmic = scale == .logarithmic
    let range = isLogarithmic ? low / 1.1...high * 1.1 : low - margin...high + margin
    return ChartAxis(sweep.input, isLogarithmic ? .logarithmic : .linear, range, ticks: ticks)
  }

  private static func vertical(_ points: [Chart.Point]) -> ChartAxis {
    let most = points.map { max($0.y, $0.high ?? $0.y) }.max() ?? 1
    let least = points.map(\.y).min() ?? 0
    guard least > 0, most > 12 * least else {
      return .durations("downtime a year", .linear, 0...max(most, 1e-6) * 1.15)
    }
    return .durations("downtime a year", .logarithmic, least / 1.6...most * 1.8)
  }

  // MARK: Words

  private static func now(_ sweep: AvailabilitySweep, _ scale: SweepScale) -> [Chart.Reference] {
    guard let current = sweep.current, let number = sweep.currentNumber else { return [] }
    let place = scale.place(of: number)
    guard horizontal(sweep, scale).contains(place) else { return [] }
    return [Chart.Reference(.horizontal(place), ["now \(current)"], tone: .quiet)]
  }

  private static func subtitle(_ sweep: AvailabilitySweep) -> String {
    let methods = Set(sweep.points.map(\.answer.method.rawValue)).sorted()
    let now = sweep.current.map { "; now \($0)" } ?? ""
    let spread = hasSteps(sweep) ? "whiskers" : "ribbon"
    let ribbon = methods.contains("simulated") ? ", \(spread): 95% interval" : ""
    return
      "Expected downtime in a year of 365 d, beside it the availability; "
      + methods.joined(separator: " and ") + ribbon + now + "."
  }

  private static func alternative(_ sweep: AvailabilitySweep) -> String {
    let told = [sweep.points.first, sweep.points.last].compactMap(\.self).map { point in
      let length = HumanFigures.duration(seconds: point.answer.availability.complement * year)
      return "\(length) a year at \(point.text)"
    }
    let shape = hasSteps(sweep) ? "Points" : "A line"
    return "\(shape) of the downtime of \(sweep.name) over \(sweep.input): from "
      + told.joined(separator: " to ") + "."
  }
}
