/// Writes times, laws and values.
enum TimeWriter {
  static func text(_ time: TimeSyntax) -> String {
    switch time {
    case .duration(let duration): duration.text
    case .law(let law): text(law)
    case .name(let name): NameWriter.text(name)
    }
  }

  static func text(_ law: LawSyntax) -> String {
    switch law.form {
    case .exponential(let mean): "exponential(\(mean.text))"
    case .lognormal(let mean, let sigma): "lognormal(\(mean.text), sigma \(sigma.text))"
    case .weibull(let mean, let shape): "weibull(\(mean.text), shape \(shape.text))"
    case .gamma(let mean, let shape): "gamma(\(mean.text), shape \(shape.text))"
    case .erlang(let mean, let stages): "erlang(\(mean.text), \(stages.text))"
    case .hyperexponential(let mean, let cv): "hyperexponential(\(mean.text), cv \(cv.text))"
    case .uniform(let low, let high): "uniform(\(low.text), \(high.text))"
    case .fixed(let length): "fixed(\(length.text))"
    case .empirical(let file): "empirical(\(QuotedText.quote(file)))"
    }
  }

  static func text(_ value: ValueSyntax) -> String {
    switch value {
    case .percent(let percent): percent.text
    case .duration(let duration): duration.text
    case .rate(let rate): rate.text
    case .number(let number): number.text
    case .law(let law): text(law)
    case .name(let name): NameWriter.text(name)
    }
  }

  static func text(_ range: RangeSyntax) -> String { "\(text(range.low))..\(text(range.high))" }

  /// `10min`, or `70 per month`.
  static func text(_ override: Override) -> String { text(override.value) + per(override.per) }

  /// ` per month` or ` per az`, or nothing.
  static func per(_ per: PerSyntax?) -> String {
    switch per {
    case .window(let window): " per \(window.text)"
    case .domain(let name): " per \(NameWriter.text(name))"
    case nil: ""
    }
  }

  /// ` per window`, or nothing.
  static func per(_ window: WindowSyntax?) -> String { window.map { " per \($0.text)" } ?? "" }
}
