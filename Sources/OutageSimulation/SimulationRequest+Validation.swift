import Quantities

extension SimulationRequest {
  /// Throws ``SimulationError`` for the first value out of range.
  func validate() throws(SimulationError) {
    guard horizon > .zero, horizon <= Self.longestHorizon, horizon.seconds >= 1e-9 else {
      throw .horizon(horizon)
    }
    if let threads, threads < 1 { throw .threads(threads) }
    if window == .calendarMonth { throw .calendarMonth }
    if let window, window.length <= .zero || window.length > horizon {
      throw .window(window.length, horizon: horizon)
    }
    if let standInRestoration, standInRestoration <= .zero { throw .standIn }
    try validate(stopping)
  }

  private func validate(_ rule: StoppingRule) throws(SimulationError) {
    switch rule {
    case .runs(let runs):
      guard (1...Self.mostRuns).contains(runs) else { throw .runs(runs) }
    case .untilError(let error, let limit):
      guard error > 0, error < 1 else { throw .error(error) }
      if let limit, limit <= .zero { throw .time }
    case .within(let time):
      if time <= .zero { throw .time }
    }
  }
}
