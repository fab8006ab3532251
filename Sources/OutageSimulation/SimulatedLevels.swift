import Quantities
import StructureFunctions
import Topology

/// The thresholds of the level that a simulation follows.
struct SimulatedLevels {
  /// Ascending, above 0.
  let thresholds: [Double]
  /// The service is up while at least so many of them are reached.
  let upFrom: Int
  /// True when times at each level are recorded.
  let areRecorded: Bool

  /// Thresholds that are met together: the service is up while so many of them are.
  init(thresholds: [Double], upFrom: Int) {
    self.thresholds = thresholds
    self.upFrom = upFrom
    areRecorded = false
  }

  init(_ topology: Topology, _ name: String, _ request: SimulationRequest) throws(SimulationError) {
    let structure: StructureFunction
    do throws(StructureFunctionError) {
      structure = try StructureFunction(topology, of: name)
    } catch {
      throw .structure(error)
    }
    let levels = structure.positiveLevels
    let least = request.countsBelow?.value ?? structure.downThreshold ?? 1
    areRecorded = request.needsLevels && levels.count > 1
    thresholds = areRecorded ? levels : [least]
    upFrom = areRecorded ? levels.count { $0 < least - StructureFunction.levelTolerance } + 1 : 1
    try checkFull(levels.max() ?? 1, request)
  }

  /// Errors are shares of the whole, so that all must be there while nothing fails.
  func checkFull(
    _ fullest: Double, _ request: SimulationRequest
  ) throws(SimulationError) {
    guard fullest < 1 - StructureFunction.levelTolerance,
      let contract = request.contracts.first(where: { $0.agreement.rule.countsErrors })
    else { return }
    throw .neverFull(contract.agreement.name)
  }

  /// The threshold below which the service is down.
  var least: Double { upFrom <= thresholds.count ? thresholds[upFrom - 1] : 2 }

  func network(_ topology: Topology, _ name: String) throws(SimulationError) -> ComponentNetwork {
    do throws(StructureFunctionError) {
      return try ComponentNetwork(topology, of: name, atLeast: thresholds)
    } catch {
      throw .structure(error)
    }
  }
}
