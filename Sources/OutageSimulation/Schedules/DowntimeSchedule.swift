/// Downtime that comes by the calendar and not by failures: deployments, planned windows.
protocol DowntimeSchedule: Sendable {
  /// For how many nanoseconds what happened before 0, and is not drawn, may still be felt, at the
  /// mean; the warm-up of a steady start is 20 times as long.
  var memory: Int64 { get }

  /// Draws one replication from 0 to the end: a history for each place of the schedule, empty and
  /// with base 1 before.
  func draw(
    until end: Int64, cause: Int32, _ pool: inout VariatePool, into places: inout [LevelHistory])
}
