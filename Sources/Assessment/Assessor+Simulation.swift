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
    try simulation(of: name, request, isDegradable: positiveLevels(of: name).count > 1)
  }

  /// The same where it is known whether there is more than one level above 0.
  func simulation(
    of name: String, _ request: SimulationRequest, isDegradable: @autoclosure () -> Bool
  ) throws(SimulationError) -> OutageSimulation {
    var request = request
    request.records.insert(.causes)
    if request.sampling == .plain {
      if isDegradable() { request.records.insert(.levels) }
    } else {
      let simulation = try OutageSimulation(topology, of: name, request)
      guard simulation.request.sampling == .plain, isDegradable() else { return simulation }
      request.records.insert(.levels)
      request.sampling = .plain
    }
    return try OutageSimulation(topology, of: name, request)
  }

  /// Why `name` can't be simulated; nil where it can.
  func simulationFlaw(_ name: String) -> SimulationError? {
    do throws(SimulationError) {
      _ = try simulation(of: name)
      return nil
    } catch {
      return error
    }
  }

  /// The levels above 0 that may occur, ascending; none where that can't be told.
  func positiveLevels(of name: String) -> [Double] {
    (try? StructureFunction(topology, of: name))?.positiveLevels ?? []
  }
}
