/// A value whose dimension follows from how it is written: of `with db.mttr 10min: …`, of the ranges
/// of `find` and `plot`, and of conditions.
public enum ValueSyntax: Sendable, Hashable {
  /// `99.9%`
  case percent(PercentSyntax)
  /// `10min`
  case duration(DurationSyntax)
  /// `12k rps`
  case rate(RateSyntax)
  /// `4` or `1.25`
  case number(NumberSyntax)
  /// `lognormal(1h, sigma 1)`
  case law(LawSyntax)
  /// A name.
  case name(Identifier)

  /// Where it stands.
  public var span: SourceSpan {
    switch self {
    case .percent(let percent): percent.span
    case .duration(let duration): duration.span
    case .rate(let rate): rate.span
    case .number(let number): number.span
    case .law(let law): law.span
    case .name(let name): name.span
    }
  }
}

/// All values from one to another, both included: `1..20`.
public struct RangeSyntax: Sendable, Hashable {
  /// The first value.
  public let low: ValueSyntax
  /// The last value.
  public let high: ValueSyntax

  /// The range from `low` to `high`.
  public init(low: ValueSyntax, high: ValueSyntax) {
    self.low = low
    self.high = high
  }

  /// Where it stands.
  public var span: SourceSpan { low.span.through(high.span) }
}
