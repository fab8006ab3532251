import Quantities
import Topology

/// Plain values from what was written: a belief that still stands here is about something chosen.
enum QuantityReading {
  static func value<Value>(_ quantity: Quantity<Value>) throws(Diagnostic) -> Value {
    switch quantity {
    case .point(let written): return written.value
    case .range(let low, let high): throw chosen(quantity, fixes: [low.text, high.text])
    case .posterior(let posterior): throw chosen(quantity, fixes: [posterior.sample])
    }
  }

  private static func chosen<Value>(_ quantity: Quantity<Value>, fixes: [String]) -> Diagnostic {
    Diagnostic(
      .misplacedBelief,
      "'\(quantity.text)' is a belief, and what stands here is chosen: write one value",
      at: quantity.span, fixes: fixes)
  }

  static func count(_ count: CountSyntax) throws(Diagnostic) -> Int {
    switch count {
    case .literal(let written): return written.value
    case .name(let name):
      throw Diagnostic(
        .freeNumber,
        "'\(name.text)' is a free number, and nothing looks for it; write a number",
        at: name.span, fixes: ["2"], notes: ["`find \(name.text) in 1..20 where …` looks for one"])
    }
  }

  /// A law; a plain time is the mean of an exponential one.
  static func law(_ time: TimeSyntax, _ laws: LawTable) throws(Diagnostic) -> Law {
    switch time {
    case .duration(let duration): .exponential(mean: try value(duration))
    case .name(let name): try laws.law(named: name)
    case .law(let law): try form(law, laws)
    }
  }

  private static func form(_ law: LawSyntax, _ laws: LawTable) throws(Diagnostic) -> Law {
    switch law.form {
    case .exponential(let mean): .exponential(mean: try value(mean))
    case .lognormal(let mean, let sigma):
      .lognormal(mean: try value(mean), sigma: try value(sigma))
    case .weibull(let mean, let shape): .weibull(mean: try value(mean), shape: try value(shape))
    case .gamma(let mean, let shape): .gamma(mean: try value(mean), shape: try value(shape))
    case .erlang(let mean, let stages):
      .erlang(mean: try value(mean), phases: try wholeNumber(stages))
    case .hyperexponential(let mean, let cv):
      .hyperexponential(mean: try value(mean), coefficientOfVariation: try value(cv))
    case .uniform(let low, let high): .uniform(from: try value(low), to: try value(high))
    case .fixed(let length): .fixed(try value(length))
    case .empirical(let file): try observed(file, law.span, laws)
    }
  }

  private static func observed(
    _ file: String, _ span: SourceSpan, _ laws: LawTable
  ) throws(Diagnostic) -> Law {
    guard let lives = laws.observed[file] else {
      throw Diagnostic(.unreadableFile, "\(QuotedText.quote(file)) was not read", at: span)
    }
    return .empirical(lives)
  }

  private static func wholeNumber(_ number: NumberSyntax) throws(Diagnostic) -> Int {
    let value = try value(number)
    guard let whole = Int(exactly: value), whole >= 1, whole <= 1_000_000 else {
      throw Diagnostic(
        .valueOutOfRange, "erlang needs a whole number of phases, 1 to 1,000,000",
        at: number.span, fixes: ["3"])
    }
    return whole
  }

  /// The component that clauses describe.
  static func component(
    _ clauses: ClauseSet, _ laws: LawTable, at span: SourceSpan
  ) throws(Diagnostic) -> Component {
    guard clauses.describesComponent else {
      throw Diagnostic(
        .missingTimes, "it needs an availability such as 99.9%, or an mtbf and an mttr",
        at: clauses.end ?? span.after, fixes: [clauses.end == nil ? ": 99.9%" : ", 99.9%"])
    }
    return try component(clauses.availability?.0, clauses.mtbf, clauses.mttr, laws, at: span)
  }

  static func component(
    _ availability: PercentSyntax?, _ mtbf: TimeSyntax?, _ mttr: TimeSyntax?, _ laws: LawTable,
    at span: SourceSpan
  ) throws(Diagnostic) -> Component {
    do {
      switch (availability, mtbf, mttr) {
      case (nil, let mtbf?, let mttr?):
        return try Component(mtbf: law(mtbf, laws), mttr: law(mttr, laws))
      case (let availability?, nil, nil): return try Component(availability: value(availability))
      case (let availability?, nil, let mttr?):
        return try Component(availability: value(availability), mttr: law(mttr, laws))
      case (let availability?, let mtbf?, nil):
        return try Component(availability: value(availability), mtbf: law(mtbf, laws))
      case (.some, .some, .some): throw tooMany(at: span)
      default: throw missing(mtbf != nil, mttr != nil, at: mtbf?.span ?? mttr?.span ?? span)
      }
    } catch let error as ComponentError {
      throw flaw(error, mtbf, mttr, span)
    } catch let error as Diagnostic {
      throw error
    } catch {
      throw Diagnostic(.valueOutOfRange, "\(error)", at: span)
    }
  }

  private static func tooMany(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .tooManyTimes, "an availability, an mtbf and an mttr are one too many: two decide the third",
      at: span)
  }

  private static func missing(_ hasMTBF: Bool, _ hasMTTR: Bool, at span: SourceSpan) -> Diagnostic {
    let message =
      switch (hasMTBF, hasMTTR) {
      case (true, _): "an mtbf needs an mttr beside it, or an availability"
      case (_, true): "an mttr needs an mtbf beside it, or an availability"
      default: "it needs an availability such as 99.9%, or an mtbf and an mttr"
      }
    let place = span.after
    let fix = hasMTBF ? ", mttr 1h" : hasMTTR ? ", mtbf 30d" : ""
    return Diagnostic(
      .missingTimes, message, at: fix.isEmpty ? span : place, fixes: fix.isEmpty ? [] : [fix])
  }

  private static func flaw(
    _ error: ComponentError, _ mtbf: TimeSyntax?, _ mttr: TimeSyntax?, _ span: SourceSpan
  ) -> Diagnostic {
    guard case .law(let word, _) = error else {
      return Diagnostic(.valueOutOfRange, "\(error)", at: span)
    }
    let time = word == "mtbf" ? mtbf : mttr
    let isZero = if case .duration = time { true } else { false }
    let notes = isZero && word == "mttr" ? ["a thing that is never down is written 100%"] : []
    return Diagnostic(
      .valueOutOfRange, error.description, at: time?.span ?? span,
      fixes: isZero ? ["1s"] : reversedEnds(time), notes: notes)
  }

  /// `uniform(2h, 10min)`
  static func reversedEnds(_ time: TimeSyntax?) -> [String] {
    guard case .law(let law) = time, case .uniform(let low, let high) = law.form,
      let first = low.point, let last = high.point, first > last, last > .zero
    else { return [] }
    return ["uniform(\(high.text), \(low.text))"]
  }
}

extension PosteriorSyntax {
  /// A value to write instead: the time of the evidence, or the share that came true.
  fileprivate var sample: String {
    switch evidence {
    case .exposure(let exposure): return exposure.text
    case .trials(let trials):
      let share = min(Double(events.value) / Double(max(trials.value, 1)), 1)
      return WeightList.percentage(share)
    }
  }
}
