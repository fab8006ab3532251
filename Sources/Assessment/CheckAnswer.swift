import Quantities

/// Whether the long-run availability reaches a goal.
public struct CheckAnswer: Sendable, Hashable {
  /// What was asked about.
  public let name: String
  /// The goal as written.
  public let target: String
  /// The goal.
  public let required: Probability
  /// The window whose downtime is compared.
  public let window: Window
  /// The forecast.
  public let forecast: AvailabilityAnswer

  /// Judges a forecast of `name`.
  public init(
    name: String, target: String, required: Probability, window: Window,
    forecast: AvailabilityAnswer
  ) {
    self.name = name
    self.target = target
    self.required = required
    self.window = window
    self.forecast = forecast
  }

  /// True when U is at most the goal's, an excess below one part in 10^12 being rounding. A simulated
  /// forecast is judged by its 95 % interval; nil when the goal lies within.
  public var isMet: Bool? {
    let allowed = required.complement * (1 + 1e-12)
    guard let estimate = forecast.estimates?.unavailability else {
      return forecast.availability.complement <= allowed
    }
    if let high = estimate.high, high <= allowed { return true }
    if let low = estimate.low, low > allowed { return false }
    return nil
  }

  /// About how many replications would bring the goal to the edge of the interval of a simulated
  /// forecast as it stands; nil for exact ones, and where that can't be told.
  ///
  /// The error falls with the square root of their number.
  public var replicationsToDecide: Double? {
    guard let estimates = forecast.estimates,
      let error = estimates.unavailability.standardError, error > 0
    else { return nil }
    let distance = abs(estimates.unavailability.value - required.complement)
    let ratio = Estimate.intervalFactor * error / distance
    let needed = Double(estimates.result.replications) * ratio * ratio
    return needed.isFinite ? needed : nil
  }
}
