import OutageSimulation
import StructureFunctions

extension Assessor {
  /// A simulation of `name`, a definition or a domain, ready to run: `await` its `run()`, or one
  /// `part(_:)` of it.
  ///
  /// It records causes, and the time at each level where there is more than one above 0 and sampling
  /// is plain. Cost: that of the exact engine where sampling may be conditioned, and a few
  /// microseconds a component. Throws ``SimulationError``.
  public func simulation(
    of name: String, _ request: SimulationRequest = SimulationRequest()
  ) throws(SimulationError) -> OutageSimulation {
    var request = request
    request.records.insert(.causes)
    let simulation = try OutageSimulation(topology, of: name, request)
    guard simulation.request.sampling == .plain, isDegradable(name) else { return simulation }
    request.records.insert(.levels)
    request.sampling = .plain
    return try OutageSimulation(topology, of: name, request)
  }

  /// True when the level can lie between 0 and 1; false where that can't be told.
  private func isDegradable(_ name: String) -> Bool {
    guard let structure = try? StructureFunction(topology, of: name) else { return false }
    return structure.positiveLevels.count > 1
  }
}
