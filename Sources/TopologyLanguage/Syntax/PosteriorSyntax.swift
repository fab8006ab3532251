import Quantities

/// What is believed of a quantity after some events were counted: `posterior(5 in 1y)` of a time,
/// `posterior(48 of 50)` of a percentage.
public struct PosteriorSyntax: Sendable, Hashable {
  /// How many events were counted.
  public let events: Written<Int>
  /// Among what they were counted.
  public let evidence: Evidence
  /// Where it stands.
  @NotCompared public var span: SourceSpan

  /// The belief after `events` among `evidence`.
  public init(events: Written<Int>, _ evidence: Evidence, span: SourceSpan = .unknown) {
    self.events = events
    self.evidence = evidence
    self.span = span
  }

  /// Among what events are counted.
  public enum Evidence: Sendable, Hashable {
    /// In a time: `in 1y`.
    case exposure(Written<Duration>)
    /// Among trials: `of 50`.
    case trials(Written<Int>)
  }

  /// The canonical text.
  public var text: String {
    switch evidence {
    case .exposure(let exposure): "posterior(\(events.text) in \(exposure.text))"
    case .trials(let trials): "posterior(\(events.text) of \(trials.text))"
    }
  }
}
