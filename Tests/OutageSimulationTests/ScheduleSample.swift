import StructureFunctions
import Testing

@testable import OutageSimulation

/// One replication of a schedule, drawn and looked at without an engine around it.
enum ScheduleSample {
  /// The spans of each place.
  static func spans(
    _ kind: TimedPart.Kind, until end: Double, places: Int = 1, seed: UInt64 = 1,
    block: UInt64 = 0
  ) throws -> [[LevelHistory.Span]] {
    var laws = LawCatalogue()
    let schedule = try #require(kind.schedule(&laws))
    var pool = try VariatePool(laws)
    pool.restart(seed: seed, block: block)
    var histories = [LevelHistory](repeating: LevelHistory(), count: places)
    schedule.draw(until: Int64(end * 1e9), cause: 7, &pool, into: &histories)
    return histories.map(\.spans)
  }
}
