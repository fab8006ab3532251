import IncidentLogs

/// A log read from a text in the test.
func readLog(
  _ text: String, columns: ColumnMapping = ColumnMapping(), zone: CivilZone? = .utc
) throws -> IncidentLog {
  try IncidentLog(Array(text.utf8), columns: columns, zone: zone)
}

/// The error's lines of a log that has flaws; empty when it has none.
func flaws(
  _ text: String, columns: ColumnMapping = ColumnMapping(), zone: CivilZone? = .utc
) -> [String] {
  do throws(IncidentLogError) {
    _ = try IncidentLog(Array(text.utf8), columns: columns, zone: zone)
    return []
  } catch {
    return error.flaws.map(\.description)
  }
}

/// A whole second after the epoch.
func second(_ seconds: Int64) -> Instant { Instant(nanoseconds: seconds * 1_000_000_000) }

/// An incident between two seconds, or one that goes on.
func incident(
  _ start: Int64, _ end: Int64?, service: String = "api", severity: String? = nil,
  share: Double? = nil
) -> Incident {
  Incident(
    service: service, start: second(start), end: end.map(second), severity: severity, share: share,
    row: 2)
}
