/// One row of an incident log.
public struct Incident: Sendable, Hashable {
  /// The service that was hit; empty where the log has no such column.
  public let service: String
  /// When it began.
  public let start: Instant
  /// When service was restored; nil while it goes on.
  public let end: Instant?
  /// How bad, in the log's own words.
  public let severity: String?
  /// The share of users who were hit, 0 to 1; nil when unknown.
  public let share: Double?
  /// The row of the file, the header being row 1.
  public let row: Int

  /// An incident.
  public init(
    service: String, start: Instant, end: Instant?, severity: String? = nil, share: Double? = nil,
    row: Int
  ) {
    self.service = service
    self.start = start
    self.end = end
    self.severity = severity
    self.share = share
    self.row = row
  }
}
