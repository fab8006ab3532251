/// A law of a random length of time, written with its mean first.
public struct LawSyntax: Sendable, Hashable {
  /// Which law, with its parameters.
  public let form: Form
  /// Where it stands.
  @NotCompared public var span: SourceSpan

  /// The law `form` at `span`.
  public init(_ form: Form, span: SourceSpan = .unknown) {
    self.form = form
    self.span = span
  }

  /// The laws of the language. Parameters have their dimension; their range is not yet checked.
  public enum Form: Sendable, Hashable {
    /// `exponential(1h)`
    case exponential(mean: DurationSyntax)
    /// `lognormal(1h, sigma 1)`
    case lognormal(mean: DurationSyntax, sigma: NumberSyntax)
    /// `weibull(30d, shape 1.5)`
    case weibull(mean: DurationSyntax, shape: NumberSyntax)
    /// `gamma(1h, shape 2)`
    case gamma(mean: DurationSyntax, shape: NumberSyntax)
    /// `erlang(1h, 3)`
    case erlang(mean: DurationSyntax, stages: NumberSyntax)
    /// `hyperexponential(1h, cv 2)`
    case hyperexponential(mean: DurationSyntax, cv: NumberSyntax)
    /// `uniform(10min, 2h)`
    case uniform(low: DurationSyntax, high: DurationSyntax)
    /// `fixed(30s)`
    case fixed(DurationSyntax)
    /// `empirical("repairs.csv")`
    case empirical(file: String)
  }
}

/// What may stand where a length of time is expected.
public enum TimeSyntax: Sendable, Hashable {
  /// `1h 30min`
  case duration(DurationSyntax)
  /// `lognormal(1h, sigma 1)`
  case law(LawSyntax)
  /// The name of a law declared elsewhere.
  case name(Identifier)

  /// Where it stands.
  public var span: SourceSpan {
    switch self {
    case .duration(let duration): duration.span
    case .law(let law): law.span
    case .name(let name): name.span
    }
  }
}
