import Assessment
import OutageSimulation
import Quantities
import ServiceLevels

/// Chances of promises as JSON: exact figures are plain numbers, estimates objects.
extension JSONValue {
  /// `"kind":"check"` for a promise that is judged, else `"kind":"chance"`; `target` is the promise as
  /// written, and `met` whether it is met in windows and, where that is judged too, in the long run.
  public init(
    _ answer: ContractAnswer, of target: String, met: Bool?, longRun: CheckAnswer? = nil,
    assuming assumptions: [String] = []
  ) {
    let lines = answer.assumptions + assumptions
    var members = Self.head(answer.required == nil ? "chance" : "check", answer.name)
    members += Self.verdict(answer, target, met) + Self.longRun(longRun)
    members += Self.windows(answer) + Self.credits(answer)
    members += Self.keyed(["method": .string(answer.method.rawValue)])
    members += answer.result.map { Self.simulated($0) } ?? []
    members += Self.keyed(["assumptions": .array(lines.map { .string($0) })])
    self = .object(members)
  }

  /// `"kind":"chance"` of a downtime that is exceeded.
  public init(
    _ answer: ContractAnswer, exceeding target: String, assuming assumptions: [String] = []
  ) {
    let lines = answer.assumptions + assumptions
    let exact = answer.forecast.map { JSONValue.number($0.met.complement) }
    let members = Self.keyed([
      "target": .string(target),
      "probability_exceeded": exact ?? Self.estimate(answer.missed),
      "method": .string(answer.method.rawValue),
    ])
    self = .object(
      Self.head("chance", answer.name) + members + Self.window(answer)
        + (answer.result.map { Self.simulated($0) } ?? [])
        + Self.keyed(["assumptions": .array(lines.map { .string($0) })]))
  }

  private static func verdict(
    _ answer: ContractAnswer, _ target: String, _ met: Bool?
  ) -> [Member] {
    let exact = answer.forecast.map { JSONValue.number($0.met.value) }
    let missed = answer.forecast.map { JSONValue.number($0.met.complement) }
    return keyed([
      "target": .string(target), "required": .figure(answer.required?.value),
      "probability_met": exact ?? estimate(answer.met),
      "probability_missed": missed ?? estimate(answer.missed),
      "met": met.map { .bool($0) } ?? .null,
      "replications_to_decide": met == nil ? .figure(answer.replicationsToDecide) : .null,
    ])
  }

  /// The keys of a check of the long run; null where only windows are judged.
  private static func longRun(_ check: CheckAnswer?) -> [Member] {
    let forecast = check?.forecast
    func figure(_ exact: Double?, _ simulated: Estimate?) -> JSONValue {
      simulated.map { estimate($0) } ?? .figure(exact)
    }
    return keyed([
      "availability": figure(forecast?.availability.value, forecast?.estimates?.availability),
      "unavailability": figure(
        forecast?.availability.complement, forecast?.estimates?.unavailability),
    ])
  }

  private static func windows(_ answer: ContractAnswer) -> [Member] {
    let agreement = answer.question.agreement
    let estimates = answer.estimates
    return window(answer)
      + keyed([
        "target_unavailability": .number(agreement.target.complement),
        "counted": .string(agreement.rule.words), "rolling": .bool(agreement.isRolling),
        "probability_met_running": estimate(estimates?.metRunning),
        "power_of_one": .figure(answer.powerOfOne),
        "probability_never_broken": estimate(estimates?.metThroughout),
        "largest_target_unavailability": answer.remedies?.largestTarget == nil
          ? estimate(answer.unavailabilityToPromise)
          : .figure(answer.unavailabilityToPromise?.value),
        "longest_mttr_seconds": .figure(answer.remedies?.longestMeanRestoration?.seconds),
        "shortest_mtbf_seconds": .figure(answer.remedies?.shortestMeanUpTime?.seconds),
      ])
  }

  private static func window(_ answer: ContractAnswer) -> [Member] {
    let agreement = answer.question.agreement
    return keyed([
      "window_seconds": .number(agreement.window.length.seconds),
      "allowed_seconds": .number(agreement.window.downtime(at: agreement.target).seconds),
      "begun": begun(answer.question.begun), "windows": .integer(answer.question.windows),
      "counted_seconds": estimate(answer.estimates?.counted),
    ])
  }

  private static func begun(_ window: ContractQuestion.BegunWindow?) -> JSONValue {
    guard let window else { return .null }
    return .object([
      "counted_seconds": .number(window.counted.seconds),
      "left_seconds": .number(window.left.seconds),
    ])
  }

  private static func credits(_ answer: ContractAnswer) -> [Member] {
    let steps = answer.question.agreement.credits?.steps ?? []
    let exact = answer.forecast
    return keyed([
      "credit": exact.map { .figure($0.expectedCredit) } ?? estimate(answer.estimates?.credit),
      "credits": .array(
        steps.enumerated().map { place, step in
          .object([
            "credit": .number(step.credit.value), "below": .number(step.below.value),
            "probability": exact.map { .number($0.reached[place].value) }
              ?? estimate(answer.estimates?.reached[place]),
          ])
        }),
    ])
  }
}
