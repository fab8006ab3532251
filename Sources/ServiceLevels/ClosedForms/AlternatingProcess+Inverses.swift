import Quantities
import Topology

/// What it takes to keep a promise, by bisection of ``AlternatingProcess/forecast(of:start:)``.
///
/// All figures are on the side that keeps the promise, and less than 1e-9 of themselves from the one
/// that just does, apart from what the error of a forecast makes of it. Cost: some 40 forecasts without
/// a ladder.
extension AlternatingProcess {
  /// The longest mean restoration, of the same shape of law, with which the promise is met in a window
  /// with a probability of `chance` or more.
  ///
  /// Throws ``AlternatingProcessError`` of a forecast, ``AlternatingProcessError/noneSuffices(_:)`` where
  /// failures alone break the promise too often, ``AlternatingProcessError/allSuffice(_:)`` where they
  /// are rare enough for restorations without end, and ``AlternatingProcessError/chance``.
  public func longestMeanRestoration(
    meeting question: ContractQuestion, withProbability chance: Probability, start: Start = .steady
  ) throws(AlternatingProcessError) -> Duration {
    let factor = try factor("mean restoration", question, chance) {
      factor throws(AlternatingProcessError) in
      let process = try AlternatingProcess(mtbf: mtbf, restoration: restoration.scaled(by: factor))
      return try process.within(question.agreement.target, question, start)
    }
    return restoration.scaled(by: factor).mean
  }

  /// The shortest mean up time with which the promise is met in a window with a probability of
  /// `chance` or more.
  ///
  /// Throws ``AlternatingProcessError`` of a forecast, ``AlternatingProcessError/noneSuffices(_:)`` where
  /// more than is allowed was counted already, ``AlternatingProcessError/allSuffice(_:)`` where all that
  /// is left of a window is allowed, and ``AlternatingProcessError/chance``.
  public func shortestMeanUpTime(
    meeting question: ContractQuestion, withProbability chance: Probability, start: Start = .steady
  ) throws(AlternatingProcessError) -> Duration {
    func uptime(_ factor: Double) throws(AlternatingProcessError) -> Duration {
      guard let uptime = try? Duration(seconds: mtbf.seconds / factor) else { throw .mtbf }
      return uptime
    }
    let factor = try factor("mean up time", question, chance) {
      factor throws(AlternatingProcessError) in
      let process = try AlternatingProcess(mtbf: try uptime(factor), restoration: restoration)
      return try process.within(question.agreement.target, question, start)
    }
    return try uptime(factor)
  }

  /// The most generous promise: the largest availability that is reached in the question's windows,
  /// whatever its own target, with a probability of `chance` or more. The tolerance is that of its
  /// complement; 100 % where no downtime at all is probable enough.
  ///
  /// Throws ``AlternatingProcessError`` of a forecast, ``AlternatingProcessError/allSuffice(_:)`` where
  /// every availability below 100 % is reached, and ``AlternatingProcessError/chance``.
  public func largestTarget(
    of question: ContractQuestion, withProbability chance: Probability, start: Start = .steady
  ) throws(AlternatingProcessError) -> Probability {
    func target(_ factor: Double) -> Probability {
      let down = min(1, availability.complement / factor)
      return Probability(uncheckedValue: 1 - down, complement: down)
    }
    try Self.check(question, chance)
    let clean = try within(.certain, question, start)
    if clean.reaches(chance) { return .certain }
    let factor = try factor("availability below 100%", question, chance) {
      factor throws(AlternatingProcessError) in
      try within(target(factor), question, start)
    }
    return target(factor)
  }

  /// The largest factor at which the promise is met as probably as asked.
  private func factor(
    _ name: String, _ question: ContractQuestion, _ chance: Probability,
    _ met: (Double) throws(AlternatingProcessError) -> Probability
  ) throws(AlternatingProcessError) -> Double {
    try Self.check(question, chance)
    let answer = try LargestFactor.search { factor throws(AlternatingProcessError) in
      try met(factor).reaches(chance)
    }
    switch answer {
    case .factor(let factor): return factor
    case .none: throw .noneSuffices(name)
    case .all: throw .allSuffice(name)
    }
  }

  private static func check(
    _ question: ContractQuestion, _ chance: Probability
  ) throws(AlternatingProcessError) {
    try checkExact(question.agreement)
    guard chance.value > 0, chance.complement > 0 else { throw .chance }
  }
}

extension Probability {
  /// At least `other`, by the smaller of its tails.
  fileprivate func reaches(_ other: Probability) -> Bool {
    other.value < other.complement ? value >= other.value : complement <= other.complement
  }
}
