import Quantities
import ServiceLevels

/// What simulated windows of a promise come to.
public struct ContractEstimates: Sendable, Hashable {
  /// What was asked.
  public let question: ContractQuestion
  /// P(the promise is not met in one window), 0 to 1, with all digits of rare breaches.
  public let missed: Estimate
  /// P(the promise is met in one window), 0 to 1.
  public var met: Estimate { missed.complement }
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
  let decision: ContractDecision

  /// Whether P(the promise is met in a window) is at least `required`, at an error of at most 5 %, of a
  /// number of histories that was fixed before they were drawn; nil where that can't be told.
  public func isMet(_ required: Probability) -> Bool? { decision.isMet(required, error: 0.05) }

  /// The largest share of downtime of a window that is exceeded with probability `share` at most,
  /// above 0 and below 1, rounded up to the largest of its bucket, 0.2 % at most: a promise of what is left of
  /// 100 % is broken no more often. Its error is that of an order statistic, as many independent windows
  /// would have it. It holds for this rule alone; nil for a window that has begun.
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
      let credit = mean({ $0.contracts[place].credit }),
      let decision = decision(ofContract: place)
    else { return nil }
    let before = Double(plan.untouched.counted) / Self.ticks
    let due = Double(plan.untouched.credit) / Double(ContractTerms.bill)
    return ContractEstimates(
      question: plan.terms.question,
      missed: missed(plan) { ofOneWindow(windows) { $0.contracts[place].missed } },
      metRunning: missed(plan) {
        windows > 1
          ? chance { $0.contracts[place].broken } : ofOneWindow(1) { $0.contracts[place].missed }
      }.complement,
      metThroughout: plan.terms.question.agreement.isRolling
        ? chance { $0.contracts[place].brokenRolling }.complement : nil,
      counted: counted.divided(by: Self.ticks * windows).raised(by: before),
      credit: plan.terms.stepCount > 0
        ? bounded(credit, place, plan, windows)
          .divided(by: Double(ContractTerms.bill)).raised(by: due) : nil,
      reached: reached(place, plan, windows), exceeded: exceeded(place, windows, decision),
      decision: decision)
  }

  /// A chance of missing; certain where a window is overdrawn from the beginning.
  private func missed(_ plan: ContractPlan, _ chance: () -> Estimate) -> Estimate {
    plan.untouched.isMet ? chance() : Estimate(1, standardError: 0, low: 1, high: 1)
  }

  /// Steps that are reached from the beginning are certain.
  private func reached(_ place: Int, _ plan: ContractPlan, _ windows: Double) -> [Estimate] {
    (0..<plan.terms.stepCount).map { step in
      step < plan.untouched.step
        ? Estimate(1, standardError: 0, low: 1, high: 1)
        : ofOneWindow(windows) { $0.contracts[place].steps[step] }
    }
  }

  /// Windows of one history depend on one another: the variance is raised as that of the missed ones is.
  private func exceeded(
    _ place: Int, _ windows: Double, _ decision: ContractDecision
  ) -> ExceedanceCurve {
    let independent = decision.missed * (1 - decision.missed) / (replications * windows)
    let effect = decision.spread * decision.spread / independent
    var curve = ExceedanceCurve(
      .trials(replications * windows, heaviest: header.scale), unit: ContractRecord.whole,
      inflation: effect.isFinite && !isConditioned ? max(1, effect) : 1, isStepped: true)
    for (weight, content) in classes { curve.add(content.contracts[place].shares, weight: weight) }
    curve.sort()
    return curve
  }

  private func chance(_ count: (OutageClass) -> UInt64) -> Estimate {
    probability(count) ?? Estimate(0, standardError: nil, low: 0, high: 1)
  }

  /// The credit of one window, in billionths of the bill. Where none was seen, it is at most the
  /// largest in as many windows as may reach the first step.
  private func bounded(
    _ credit: Estimate, _ place: Int, _ plan: ContractPlan, _ windows: Double
  ) -> Estimate {
    guard credit.value == 0 else { return credit.divided(by: windows) }
    let most = plan.terms.credit(ofStep: plan.terms.stepCount) - plan.untouched.credit
    guard most > 0 else { return Estimate(0, standardError: 0, low: 0, high: 0) }
    let chance = ofOneWindow(windows) { $0.contracts[place].steps[plan.untouched.step] }
    return Estimate(
      0, standardError: nil, low: 0, high: chance.high.map { $0 * Double(most) })
  }

  /// Where all histories around an outage come to the same, the error is that of one of them.
  private func bounded(_ mean: Estimate) -> Estimate {
    Estimate(
      normal: mean.value,
      standardError: max(mean.standardError ?? 0, mean.value / replications))
  }

  /// P(an event in one window), from how many windows of a replication it happens in. Windows of one
  /// history depend on one another: the error is that of replications, and the interval Wilson's
  /// for as many independent windows as would have that error.
  private func ofOneWindow(_ windows: Double, _ count: (OutageClass) -> Moments) -> Estimate {
    let hits = classes.reduce(0.0) { $0 + Double(count($1.content).sum) }
    let none = Estimate(hits: 0, trials: replications)
    guard hits > 0 else { return none.scaled(by: isConditioned ? header.scale : 1) }
    guard let mean = mean(count)?.divided(by: windows) else { return none }
    if isConditioned { return bounded(mean) }
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
