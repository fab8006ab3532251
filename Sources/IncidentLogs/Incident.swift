/// An instant in whole nanoseconds since 1970-01-01T00:00:00Z, leap seconds left out.
public struct Instant: Sendable, Hashable, Comparable {
  /// Nanoseconds since the epoch; years 1678 to 2262.
  public let nanoseconds: Int64

  /// The instant that many nanoseconds after the epoch.
  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// Earlier before later.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}

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
