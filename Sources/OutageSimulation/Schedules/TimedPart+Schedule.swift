import StructureFunctions

extension TimedPart.Kind {
  /// The source of downtime by the calendar; nil for rules on histories.
  func schedule(_ laws: inout LawCatalogue) -> (any DowntimeSchedule)? {
    switch self {
    case .changes(let changes): ChangeSchedule(changes, &laws)
    case .maintenance(let maintenance, _): MaintenanceSchedule(maintenance)
    case .afterEffect, .send, .breaker, .failover, .leader, .routing: nil
    }
  }
}
