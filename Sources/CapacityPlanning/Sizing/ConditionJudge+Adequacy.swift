import Quantities
import ResourceAdequacy
import StructureFunctions
import Topology

// Capacities against demands, by their outage table.
extension ConditionJudge {
  /// Refuses what is built on something whose demand varies: its own figures are known alone.
  func refuseVaryingBeneath(_ name: String) throws(SizingError) {
    guard !demands.isEmpty, demands[name] == nil else { return }
    for other in topology.definitions(beneath: name) where demands[other] != nil {
      throw .unanswerable(
        "the demand of \(other) varies over time: of it alone can be asked, not of \(name)")
    }
  }

  /// What a demand that varies comes to; nil for one that doesn't.
  func adequacy(of name: String) throws(SizingError) -> AdequacyFigures? {
    try refuseVaryingBeneath(name)
    guard let profile = profile(of: name) else { return nil }
    do throws(ResourceAdequacyError) {
      return try AdequacyFigures(try CapacityOutageTable(topology, of: name), against: profile)
    } catch {
      throw .unanswerable(error.description)
    }
  }

  /// The demand over time, or the constant one of something with more levels than the exact engine tells
  /// apart, but not more than a table; nil for others.
  func profile(of name: String) -> DemandProfile? {
    if let profile = demands[name] { return profile }
    guard let demand = topology.definition(named: name)?.demand else { return nil }
    do throws(StructureFunctionError) {
      _ = try StructureFunction(topology, of: name)
      return nil
    } catch .tooManyLevels {
      return try? DemandProfile(constant: demand)
    } catch {
      return nil
    }
  }
}
