import Topology

/// Planned windows at a fixed spacing with one uniform phase: all places at once, or one after
/// another.
struct MaintenanceSchedule: DowntimeSchedule {
  /// Nanoseconds from the beginning of one window to that of the next.
  private let spacing: Int64
  private let length: Int64
  private let isRolling: Bool
  /// Windows that cover 0 are drawn.
  let memory: Int64 = 0

  init(_ maintenance: Maintenance) {
    spacing = max(1, Clock.ticks(maintenance.spacing.seconds * 1e9))
    length = Clock.ticks(maintenance.length.seconds * 1e9)
    isRolling = maintenance.isRolling
  }

  /// A window that has begun before 0 is there from 0 on.
  func draw(
    until end: Int64, cause: Int32, _ pool: inout VariatePool, into places: inout [LevelHistory]
  ) {
    let phase = Clock.ticks(Double(spacing) * pool.next(VariatePool.uniform)) % spacing
    var offset = phase
    for place in places.indices {
      draw(from: offset - spacing, until: end, cause: cause, into: &places[place])
      if isRolling { offset = (offset + length) % spacing }
    }
  }

  private func draw(
    from first: Int64, until end: Int64, cause: Int32, into place: inout LevelHistory
  ) {
    for start in stride(from: first, to: end, by: Int(spacing)) where start + length > 0 {
      place.append(from: max(0, start), to: start + length, level: 0, cause: cause)
    }
  }
}
