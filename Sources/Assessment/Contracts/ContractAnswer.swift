import OutageSimulation
import Quantities
import ServiceLevels

/// How probable it is that a promise is met, and whether that is enough.
public struct ContractAnswer: Sendable, Hashable {
  /// What is judged.
  public let name: String
  /// What was asked.
  public let question: ContractQuestion
  /// How large P(met in a window) must be; nil where it is asked and not judged.
  public let required: Probability?
  /// What is known exactly of one window; nil where it was simulated.
  public let forecast: ContractForecast?
  /// The simulation: of all figures, or beside an exact forecast of windows in a row; nil without one.
  public let result: SimulationResult?
  /// True where planned maintenance was left out of what was judged.
  public let leavesMaintenanceOut: Bool
  /// What would keep the promise as often as required; nil where that isn't known exactly, or asked.
  public let remedies: ContractRemedies?

  /// What the simulated windows came to; nil without a simulation, or when nothing was drawn.
  public var estimates: ContractEstimates? { result?.contracts.first }

  /// How P(met in a window) was obtained.
  public var method: AnswerMethod { forecast == nil ? .simulated : .exact }

  /// P(the promise is met in a window), 0 to 1; its standard error is 0 where it is exact. Nil when
  /// nothing was drawn.
  public var met: Estimate? {
    guard let forecast else { return estimates?.met }
    let value = forecast.met.value
    return Estimate(value, standardError: 0, low: value, high: value)
  }

  /// P(met in one window) to the power of the number of windows, 0 to 1: what independent windows would
  /// come to; nil when nothing was drawn.
  public var powerOfOne: Double? {
    met.map { one in (0..<question.windows).reduce(1) { product, _ in product * one.value } }
  }

  /// P(the promise is not met in a window), with all digits of rare breaches; nil when nothing was drawn.
  public var missed: Estimate? {
    guard let forecast else { return estimates?.missed }
    let value = forecast.met.complement
    return Estimate(value, standardError: 0, low: value, high: value)
  }

  /// The share of a window that could be lost under a promise which is met as often as required, or in
  /// 95 % of windows where nothing is; nil for a window that has begun, and where nothing was lost.
  public var unavailabilityToPromise: Estimate? {
    guard question.begun == nil else { return nil }
    if let exact = remedies?.largestTarget?.complement {
      return Estimate(exact, standardError: 0, low: exact, high: exact)
    }
    let lost = estimates?.unavailability(breachedAtMost: required?.complement ?? 0.05)
    return lost.flatMap { $0.value > 0 && $0.value < 1 ? $0 : nil }
  }

  /// What the answer rests on, a sentence each.
  public var assumptions: [String] {
    var lines = result?.assumptions ?? ["an outage that crosses a window's edge is cut there"]
    if leavesMaintenanceOut { lines.append("planned maintenance does not count") }
    lines.append(
      question.agreement.window == .calendarMonth
        ? "months are those of the calendar, any of 400 years as probable as any other"
        : "a month is 30 d, a quarter 90 d, a year 365 d")
    if question.agreement.rule.grid != nil {
      lines.append("the grid of the counting begins at any instant, each as probable")
    }
    return lines
  }

  /// True when P(met in a window) is at least what is required; exactly, an excess below one part in
  /// 10^12 being rounding, or as a simulation decides at an error of 5 %, all its looks together. Nil when
  /// it can't be told, and where nothing is required.
  public var isMet: Bool? {
    guard let required else { return nil }
    if let forecast {
      return forecast.met.complement <= required.complement * (1 + 1e-12)
    }
    switch result?.ending {
    case .decided: return missed.map { $0.value < required.complement || $0.value == 0 }
    case .runs: return estimates?.isMet(required)
    case .error, .time, .interrupted, nil: return nil
    }
  }

  /// Whether the promise is met in windows and, where that is judged too, in the long run; false as soon
  /// as one of them isn't, nil when it can't be told.
  public func isMet(with longRun: CheckAnswer?) -> Bool? {
    let verdicts = [isMet] + (longRun.map { [$0.isMet] } ?? [])
    if verdicts.contains(false) { return false }
    return verdicts.contains(nil) ? nil : true
  }

  /// Four and a half standard errors are what late looks ask for, at error 0.05 / (j (j + 1)) of look 10.
  private static let reach = 4.5

  /// About how many replications would decide as the estimate stands; nil for exact answers, and where
  /// that can't be told. The error falls with the square root of their number.
  public var replicationsToDecide: Double? {
    guard forecast == nil, let required, let met, let error = met.standardError, let result else {
      return nil
    }
    let ratio = Self.reach * error / abs(met.value - required.value)
    let needed = Double(result.replications) * ratio * ratio
    return needed.isFinite && needed > Double(result.replications) ? needed : nil
  }
}
