import Quantities

/// What is asked about an incident log; the log itself is read elsewhere.
public struct CheckedFit: Sendable, Hashable {
  /// The incident log, as written.
  public let file: String
  /// The one service whose rows count; nil for all of them.
  public internal(set) var service: String?
  /// When the log begins and ends to be complete, as written; nil where it isn't said.
  public internal(set) var from: String?
  /// When it ends to be complete, as written.
  public internal(set) var to: String?
  /// The zone of times that don't say theirs, as written.
  public internal(set) var zone: String?
  /// Shorter outages are flaps; above 0, nil for none.
  public internal(set) var flaps: Duration?
  /// Outages with a shorter gap are one; above 0, nil for those that overlap alone.
  public internal(set) var joining: Duration?
  /// The names of columns, where they are given; never both of an end and a duration.
  public internal(set) var columns: [FitOption.Column: String] = [:]
  /// The severities whose rows count; empty for all of them.
  public internal(set) var severities: [String] = []
  /// The rows that hit more than that share of the users count; below 100 %, nil for all of them.
  public internal(set) var shareAbove: Probability?
  /// The confidence of the intervals, above 0 % and below 100 %; nil where it isn't said.
  public internal(set) var confidence: Probability?
  /// Where the parts of the question stand.
  @NotCompared var places: [Part: SourceSpan]

  init(file: String, at span: SourceSpan) {
    self.file = file
    places = [.file: span]
  }

  /// The parts of the question.
  public enum Part: Sendable, Hashable {
    /// The log.
    case file
    /// Its service.
    case service
    /// When it begins to be complete.
    case from
    /// When it ends to be so.
    case to
    /// Its zone.
    case zone
    /// What is a flap.
    case flaps
    /// What is joined.
    case joining
    /// A column.
    case column(FitOption.Column)
    /// The first of the severities.
    case severity
    /// The share of the users.
    case share
    /// The confidence.
    case confidence
  }

  /// What the log shows to be wrong about a part of the question, at its words; at the file for a part
  /// that isn't there. `fixes` replace the whole option, from its word on.
  public func diagnostic(_ message: String, at part: Part, fixes: [String] = []) -> Diagnostic {
    let span = places[part]
    let code = part == .file || span == nil ? DiagnosticCode.unreadableFile : .valueOutOfRange
    return Diagnostic(
      code, message, at: span ?? places[.file] ?? .unknown, fixes: span == nil ? [] : fixes)
  }
}
