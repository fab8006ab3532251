/// `simulate shop for 1y, seed 7`
public struct SimulationSyntax: Sendable, Hashable {
  /// What is simulated.
  public let expression: ExpressionSyntax
  /// The length of a replication; nil where it isn't said.
  public let duration: DurationSyntax?
  /// The options, in order.
  public let options: [SimulationOption]
  /// Where what is simulated stands, parentheses included.
  @NotCompared public var subjectSpan: SourceSpan

  /// The simulation of `expression`.
  public init(
    _ expression: ExpressionSyntax, duration: DurationSyntax? = nil,
    options: [SimulationOption] = [], subjectSpan: SourceSpan = .unknown
  ) {
    self.expression = expression
    self.duration = duration
    self.options = options
    self.subjectSpan = subjectSpan
  }
}
