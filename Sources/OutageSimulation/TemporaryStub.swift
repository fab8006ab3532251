import StructureFunctions
import Topology
struct CoupledProcess: Sendable {
  var restorationMemory: Int64 = 0
  var uptimeMemory: Int64 = 0
  init(_ m: CoupledMembers, _ c: (Int) -> Component, _ laws: inout LawCatalogue) {}
  mutating func draw(until end: Int64, _ pool: inout VariatePool, into intervals: inout [DownInterval]) {}
}
extension TimedPart.Kind {
  func rule(_ laws: inout LawCatalogue) -> (any HistoryRule)? { nil }
  func schedule(_ laws: inout LawCatalogue) -> (any DowntimeSchedule)? { nil }
}
protocol HistoryRule_ {}
