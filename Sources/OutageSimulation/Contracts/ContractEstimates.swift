import Quantities
import ServiceLevels

/// What simulated windows of a promise come to.
public struct ContractEstimates: Sendable, Hashable {
  /// What was asked.
  public let question: ContractQuestion
  /// P(the promise is met in one window), 0 to 1.
  public let met: Estimate
  /// P(it is met in all consecutive windows of one history), 0 to 1; `met` itself for one window.
  public let metRunning: Estimate
  /// P(no window within the history is broken, whenever it ends), 0 to 1; nil unless windows roll.
  public let metThroughout: Estimate?
  /// What is counted in one window, in seconds; of one that has begun, with what was counted before.
  public let counted: Estimate
  /// The credit of one window, as a share of its bill; nil without a ladder.
  public let credit: Estimate?
  /// For each step of the ladder P(a window reaches it, or a worse one).
  public let reached: [Estimate]
  /// How often each share of a window is exceeded.
  let exceeded: ExceedanceCurve

  /// The largest share of downtime of a window that is exceeded with probability `share` at most,
  /// above 0 and below 1: a promise of what is left of 100 % is broken no more often. Its error is that
  /// of an order statistic. It holds for this rule alone; nil for a window that has begun.
  public func unavailability(breachedAtMost share: Double) -> Estimate? {
    question.begun == nil ? exceeded.quantile(exceeding: share) : nil
  }
}

extension WeightedTally {
  var contracts: [ContractEstimates] {
    header.plan.contracts.indices.compactMap { estimates(ofContract: $0) }
  }

  private func estimates(ofContract place: Int) -> ContractEstimates? {
    let plan = header.plan.contracts[place]
    let windows = Double(plan.terms.question.windows)
    guard replications > 1, let counted = mean({ $0.contracts[place].counted }),
      let credit = mean({ $0.contracts[place].credit })
    else { return nil }
    let before = Double(plan.untouched.counted) / Self.ticks
    let due = Double(plan.untouched.credit) / Double(ContractTerms.bill)
    return ContractEstimates(
      question: plan.terms.question,
      met: met(plan) { ofOneWindow(windows) { $0.contracts[place].missed } },
      metRunning: met(plan) {
        windows > 1
          ? chance { $0.contracts[place].broken } : ofOneWindow(1) { $0.contracts[place].missed }
      },
      metThroughout: plan.terms.question.agreement.isRolling
        ? chance { $0.contracts[place].brokenRolling }.complement : nil,
      counted: counted.divided(by: Self.ticks * windows).raised(by: before),
      credit: plan.terms.stepCount > 0
        ? credit.divided(by: Double(ContractTerms.bill) * windows).raised(by: due) : nil,
      reached: reached(place, plan, windows), exceeded: exceeded(place, windows))
  }

  /// What is left of a chance of missing; nothing where a window is overdrawn from the beginning.
  private func met(_ plan: ContractPlan, _ missed: () -> Estimate) -> Estimate {
    plan.untouched.isMet ? missed().complement : Estimate(0, standardError: 0, low: 0, high: 0)
  }

  /// Steps that are reached from the beginning are certain.
  private func reached(_ place: Int, _ plan: ContractPlan, _ windows: Double) -> [Estimate] {
    (0..<plan.terms.stepCount).map { step in
      step < plan.untouched.step
        ? Estimate(1, standardError: 0, low: 1, high: 1)
        : ofOneWindow(windows) { $0.contracts[place].steps[step] }
    }
  }

  private func exceeded(_ place: Int, _ windows: Double) -> ExceedanceCurve {
    var curve = ExceedanceCurve(
      .trials(replications * windows, heaviest: header.scale), unit: ContractRecord.whole)
    for (weight, content) in classes { curve.add(content.contracts[place].shares, weight: weight) }
    curve.sort()
    return curve
  }

  private func chance(_ count: (OutageClass) -> UInt64) -> Estimate {
    probability(count) ?? Estimate(0, standardError: nil, low: 0, high: 1)
  }

  /// P(an event in one window), from how many windows of a replication it happens in. Windows of one
  /// history depend on one another: the error is that of replications, and the interval Wilson's
  /// for as many independent windows as would have that error.
  private func ofOneWindow(_ windows: Double, _ count: (OutageClass) -> Moments) -> Estimate {
    let hits = classes.reduce(0.0) { $0 + Double(count($1.content).sum) }
    let none = Estimate(hits: 0, trials: replications)
    guard hits > 0 else { return none.scaled(by: isConditioned ? header.scale : 1) }
    guard let mean = mean(count)?.divided(by: windows) else { return none }
    if isConditioned { return mean }
    guard hits < windows * replications else {
      return Estimate(hits: replications, trials: replications)
    }
    guard windows > 1, let error = mean.standardError, error > 0 else {
      return Estimate(hits: hits, trials: replications * windows)
    }
    let effective = mean.value * (1 - mean.value) / (error * error)
    return Estimate(hits: mean.value * effective, trials: effective)
  }
}
