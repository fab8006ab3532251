/// `fit "incidents.csv", service web`
public struct FitSyntax: Sendable, Hashable {
  /// The incident log, as written.
  public let file: String
  /// The options, in order.
  public let options: [FitOption]
  /// Where the file stands.
  @NotCompared public var fileSpan: SourceSpan

  /// The fit of `file`.
  public init(file: String, options: [FitOption] = [], fileSpan: SourceSpan = .unknown) {
    self.file = file
    self.options = options
    self.fileSpan = fileSpan
  }
}

/// One option of `fit`, such as `service web`.
public struct FitOption: Sendable, Hashable {
  /// What it says.
  public let content: Content
  /// Where it stands, from its word to its value.
  @NotCompared public var span: SourceSpan

  /// The option `content` at `span`.
  public init(_ content: Content, span: SourceSpan = .unknown) {
    self.content = content
    self.span = span
  }

  /// The options. Each case is named by its word in the language.
  public enum Content: Sendable, Hashable {
    /// The rows of one service only.
    case service(Identifier)
    /// When the log begins to be complete: `from "2026-01-01"`.
    case from(String)
    /// When it ends to be so.
    case to(String)
    /// The zone of times that don't say theirs: `zone "Europe/Berlin"`.
    case zone(String)
    /// Shorter outages are flaps.
    case flaps(DurationSyntax)
    /// Outages with a shorter gap are one.
    case joining(DurationSyntax)
    /// What a column is called: `column start "Begin"`.
    case column(Column, String)
    /// The rows of that severity only; several add.
    case severity(String)
    /// `share above 5%`: the rows that hit more than that share of the users.
    case share(above: PercentSyntax)
    /// Of the intervals.
    case confidence(PercentSyntax)
  }

  /// The columns of an incident log.
  public enum Column: String, Sendable, Hashable, CaseIterable {
    /// When an incident began.
    case start
    /// When it ended.
    case end
    /// How long it was.
    case duration
    /// What was hit.
    case service
    /// How bad it was.
    case severity
    /// The share of the users that was hit.
    case share
  }
}

extension FitOption.Content {
  /// The word that begins it.
  var word: String {
    switch self {
    case .service: "service"
    case .from: "from"
    case .to: "to"
    case .zone: "zone"
    case .flaps: "flaps"
    case .joining: "joining"
    case .column(let column, _): "column \(column.rawValue)"
    case .severity: "severity"
    case .share: "share above"
    case .confidence: "confidence"
    }
  }
}
