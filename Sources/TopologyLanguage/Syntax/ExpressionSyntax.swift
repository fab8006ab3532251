/// A topology as written: what must be up for what.
public struct ExpressionSyntax: Sendable, Hashable {
  /// What is written.
  public let content: Content
  /// Where it stands, its own parentheses left out.
  @NotCompared public var span: SourceSpan

  /// The expression `content` at `span`.
  public init(_ content: Content, span: SourceSpan = .unknown) {
    self.content = content
    self.span = span
  }

  /// The forms of an expression. Parentheses leave no trace unless they hold clauses.
  public indirect enum Content: Sendable, Hashable {
    /// A component of an availability: `99.95%`.
    case percent(PercentSyntax)
    /// A constant level: `level 80%`.
    case level(PercentSyntax)
    /// The thing of that name.
    case name(Identifier)
    /// An expression with clauses of its own: `(eu else us, failover 5min)`.
    case bracket(ExpressionSyntax, clauses: [Clause])
    /// A component written by its clauses: `(mtbf 30d, mttr 5min)`.
    case component(clauses: [Clause])
    /// `need` of `of` copies: `2 of 3 web`.
    case copies(need: CountSyntax, of: CountSyntax, ExpressionSyntax)
    /// `need` of several: `2 of (a, b, c)`.
    case choice(need: CountSyntax, [ExpressionSyntax])
    /// All of them: `a & b`.
    case all([ExpressionSyntax])
    /// Any of them: `a | b`.
    case any([ExpressionSyntax])
    /// The first, or in its absence the second: `a else b`.
    case otherwise(primary: ExpressionSyntax, alternative: ExpressionSyntax)
    /// `60% * search + 40% * order`, or pools whose capacity adds.
    case sum([SumTerm])
  }
}

/// One term of a sum.
public struct SumTerm: Sendable, Hashable {
  /// Its weight; nil for the terms of a pool.
  public let weight: WeightSyntax?
  /// What is weighed.
  public let operand: ExpressionSyntax

  /// The term `weight * operand`.
  public init(weight: WeightSyntax?, operand: ExpressionSyntax) {
    self.weight = weight
    self.operand = operand
  }
}

/// The weight of a term.
public enum WeightSyntax: Sendable, Hashable {
  /// `0.6`
  case number(NumberSyntax)
  /// `60%`
  case percent(PercentSyntax)

  /// The share of 1; 0 for a belief.
  var share: Double {
    switch self {
    case .number(let number): number.point ?? 0
    case .percent(let percent): percent.point?.value ?? 0
    }
  }

  /// Where it stands.
  public var span: SourceSpan {
    switch self {
    case .number(let number): number.span
    case .percent(let percent): percent.span
    }
  }
}
