/// What a declaration declares, by its word in the language.
public enum DeclarationKind: String, Sendable, Hashable, CaseIterable {
  /// Instances behind a load balancer.
  case service
  /// Replicas with a leader.
  case store
  /// A buffer between sender and receiver.
  case queue
  /// Failure domains within a region.
  case zones
  /// Failure domains that hold zones.
  case regions
  /// Failure domains of any other sort.
  case domains
  /// A topology with a demand.
  case system
  /// A promise.
  case sla
  /// Deployments that may fail.
  case changes
  /// Planned downtime.
  case maintenance
}

/// `kind name = expression: clauses`
public struct Declaration: Sendable, Hashable {
  /// What is declared.
  public let kind: DeclarationKind
  /// Its name.
  public let name: Identifier
  /// What it is made of, after `=`.
  public let expression: ExpressionSyntax?
  /// Its clauses, in order.
  public let clauses: [Clause]
  /// Where the word of the kind stands.
  @NotCompared public var kindSpan: SourceSpan

  /// The declaration of `name`.
  public init(
    _ kind: DeclarationKind, name: Identifier, expression: ExpressionSyntax? = nil,
    clauses: [Clause] = [], kindSpan: SourceSpan = .unknown
  ) {
    self.kind = kind
    self.name = name
    self.expression = expression
    self.clauses = clauses
    self.kindSpan = kindSpan
  }
}

/// `name = expression, clauses`
public struct DefinitionSyntax: Sendable, Hashable {
  /// The new name.
  public let name: Identifier
  /// What it stands for.
  public let expression: ExpressionSyntax
  /// The clauses behind it.
  public let clauses: [Clause]

  /// The definition of `name`.
  public init(name: Identifier, expression: ExpressionSyntax, clauses: [Clause] = []) {
    self.name = name
    self.expression = expression
    self.clauses = clauses
  }
}

/// `demand peak: 12k rps` or `demand day: "day.csv", every 15min, growing 2% per month for 2y`
public struct DemandDeclaration: Sendable, Hashable {
  /// Its name.
  public let name: Identifier
  /// The flow.
  public let source: Source
  /// How it grows; nil where it doesn't.
  public let growth: Growth?

  /// The demand `name`.
  public init(name: Identifier, source: Source, growth: Growth? = nil) {
    self.name = name
    self.source = source
    self.growth = growth
  }

  /// `growing 2% per month for 2y`
  public struct Growth: Sendable, Hashable {
    /// How much more it is after each month of 730 h.
    public let share: PercentSyntax
    /// For how long.
    public let length: DurationSyntax

    /// `share` more each month, for `length`.
    public init(_ share: PercentSyntax, for length: DurationSyntax) {
      self.share = share
      self.length = length
    }
  }

  /// Where the flow comes from.
  public enum Source: Sendable, Hashable {
    /// A constant flow.
    case rate(RateSyntax)
    /// A file of flows over time, each of which lasts so long; an hour where that isn't said.
    case file(Written<String>, every: DurationSyntax?)
  }
}
