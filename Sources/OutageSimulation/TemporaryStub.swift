import StructureFunctions
import Topology
extension TimedPart.Kind {
  func rule(_ laws: inout LawCatalogue) -> (any HistoryRule)? { nil }
}
