import InputUncertainty
import Quantities

/// What is believed of a quantity, from what was written; nil where one value is written.
enum BeliefReading {
  static func belief(_ duration: DurationSyntax) throws(Diagnostic) -> Belief? {
    switch duration {
    case .point: return nil
    case .range(let low, let high):
      return try positive(low, high, low.value.seconds, high.value.seconds)
    case .posterior(let posterior): return try belief(posterior)
    }
  }

  static func belief(_ percent: PercentSyntax) throws(Diagnostic) -> Belief? {
    switch percent {
    case .point: return nil
    case .range(let low, let high): return try probability(low, high)
    case .posterior(let posterior): return try belief(posterior)
    }
  }

  static func belief(_ number: NumberSyntax) throws(Diagnostic) -> Belief? {
    guard case .range(let low, let high) = number else { return nil }
    return try positive(low, high, low.value, high.value)
  }

  /// In the unit of the lower end.
  static func belief(_ rate: RateSyntax) throws(Diagnostic) -> (Belief, unit: String)? {
    guard case .range(let low, let high) = rate else { return nil }
    let unit = low.value.unit
    guard low.value.amount > 0 else {
      throw atBorder(low, high, low.text, fix: high.text)
    }
    guard let ratio = high.value.ratio(to: low.value) else {
      throw Diagnostic(
        .valueOutOfRange, "both ends of a range are flows of the same thing", at: high.span,
        fixes: ["\(high.text.dropLast(high.value.unit.count))\(unit)"])
    }
    let amount = low.value.amount
    return (try positive(low, high, amount, amount * ratio), unit)
  }

  // MARK: Ranges

  private static func positive<Value>(
    _ low: Written<Value>, _ high: Written<Value>, _ first: Double, _ last: Double
  ) throws(Diagnostic) -> Belief {
    if first == last { throw oneValue(low, high) }
    guard first > 0 else { throw atBorder(low, high, low.text, fix: high.text) }
    guard last > 0 else { throw atBorder(low, high, high.text, fix: low.text) }
    guard first < last else { throw reversed(low, high) }
    return try checked(.positive(low: first, high: last), low, high)
  }

  private static func probability(
    _ low: Written<Probability>, _ high: Written<Probability>
  ) throws(Diagnostic) -> Belief {
    if low.value == high.value { throw oneValue(low, high) }
    for end in [low, high] where end.value.value == 0 || end.value.complement == 0 {
      throw atBorder(low, high, end.text, fix: end == low ? high.text : low.text)
    }
    let isOrdered =
      low.value.value < high.value.value || low.value.complement > high.value.complement
    guard isOrdered else { throw reversed(low, high) }
    return try checked(.probability(low: low.value, high: high.value), low, high)
  }

  /// What the text alone doesn't show.
  private static func checked<Value>(
    _ belief: Belief, _ low: Written<Value>, _ high: Written<Value>
  ) throws(Diagnostic) -> Belief {
    guard let flaw = belief.flaw else { return belief }
    let span = low.span.through(high.span)
    throw Diagnostic(.valueOutOfRange, "this is no range of belief: \(flaw)", at: span)
  }

  private static func oneValue<Value>(_ low: Written<Value>, _ high: Written<Value>) -> Diagnostic {
    Diagnostic(
      .valueOutOfRange, "the two ends of a range of belief differ; what is known is written once",
      at: low.span.through(high.span), fixes: [low.text])
  }

  private static func reversed<Value>(_ low: Written<Value>, _ high: Written<Value>) -> Diagnostic {
    Diagnostic(
      .valueOutOfRange, "the lower end of a range of belief comes first",
      at: low.span.through(high.span), fixes: ["\(high.text) to \(low.text)"])
  }

  /// An end beyond which nothing lies, though 5 % of the belief do.
  private static func atBorder<Value>(
    _ low: Written<Value>, _ high: Written<Value>, _ end: String, fix: String
  ) -> Diagnostic {
    Diagnostic(
      .valueOutOfRange,
      "a range of belief can't end at \(end): 5% of the belief lie beyond each of its ends",
      at: low.span.through(high.span), fixes: [fix])
  }

  // MARK: Posteriors

  private static func belief(_ posterior: PosteriorSyntax) throws(Diagnostic) -> Belief {
    let belief: Belief =
      switch posterior.evidence {
      case .exposure(let exposure):
        .timePerEvent(events: posterior.events.value, exposure: exposure.value)
      case .trials(let trials):
        .chance(events: posterior.events.value, trials: trials.value)
      }
    guard let flaw = belief.flaw else { return belief }
    throw Diagnostic(
      .valueOutOfRange, "'\(posterior.text)' is no belief: \(flaw)", at: posterior.span,
      fixes: fixes(posterior))
  }

  private static func fixes(_ posterior: PosteriorSyntax) -> [String] {
    switch posterior.evidence {
    case .exposure(let exposure) where exposure.value == .zero:
      ["posterior(\(posterior.events.text) in 1y)"]
    case .trials(let trials) where trials.value == 0: ["posterior(0 of 1)"]
    case .trials(let trials) where posterior.events.value > trials.value:
      ["posterior(\(trials.text) of \(posterior.events.text))"]
    default: []
    }
  }
}
