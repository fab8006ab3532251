import Quantities
import ServiceLevels

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
    for contract in contracts { try validate(contract) }
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
    case .untilDecided(let required, let limit):
      guard required.value > 0, required.complement > 0 else { throw .required(required) }
      guard limit > .zero else { throw .time }
      guard decisionError > 0, decisionError < 1 else { throw .error(decisionError) }
      guard !contracts.isEmpty else { throw .noContract }
    }
  }

  private func validate(_ contract: ContractQuestion) throws(SimulationError) {
    let agreement = contract.agreement
    guard contract.span <= horizon else {
      throw .contractSpan(agreement.name, contract.span, horizon: horizon)
    }
    if agreement.isRolling, case .errors = agreement.rule {
      throw .rollingErrors(agreement.name)
    }
  }

  /// True where levels below the fullest are recorded.
  var needsLevels: Bool {
    records.contains(.levels) || contracts.contains { $0.agreement.rule.countsErrors }
  }
}
