import OutageSimulation
import Quantities
import ServiceLevels
import StructureFunctions
import Topology

/// How the chance of a promise is worked out: exactly, or by a simulation that is ready to run.
public struct ContractInquiry: Sendable {
  /// What is judged.
  public let name: String
  /// What is asked.
  public let question: ContractQuestion
  /// What is known exactly of one window; nil where it must be simulated.
  public let forecast: ContractForecast?
  /// The process that is known exactly; nil where there is none.
  let process: AlternatingProcess?
  /// A simulation of consecutive windows: of all figures, or beside an exact forecast of what windows
  /// have in common; nil where nothing is left to simulate.
  public let simulation: OutageSimulation?
  /// True where planned maintenance was left out of the topology.
  public let leavesMaintenanceOut: Bool
  let start: AlternatingProcess.Start

  /// The answer, simulated where it must be; `required` is the least P(met in a window), nil where that
  /// isn't judged.
  public func answer(required: Probability?) async -> ContractAnswer {
    answer(await simulation?.run(), required: required)
  }

  /// The answer to a simulation's result; without a simulation `result` is nil.
  public func answer(_ result: SimulationResult?, required: Probability?) -> ContractAnswer {
    ContractAnswer(
      name: name, question: question, required: required, forecast: forecast, result: result,
      leavesMaintenanceOut: leavesMaintenanceOut, remedies: remedies(required))
  }

  /// What would keep the promise; nil where that isn't asked or known exactly.
  private func remedies(_ required: Probability?) -> ContractRemedies? {
    guard let process, forecast != nil, let required else { return nil }
    return ContractRemedies(process, question, required, start: start)
  }
}

/// Why a promise can't be judged.
public enum ContractError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The topology without its maintenance makes no sense.
  case maintenance(TopologyError)
  /// The simulation refuses.
  case simulation(SimulationError)

  /// One sentence for people, with what could be done.
  public var description: String {
    switch self {
    case .maintenance(let error):
      "nothing is left to judge without maintenance: \(error.description)"
    case .simulation(let error): error.description
    }
  }
}

extension Assessor {
  /// Histories beside an exact forecast: enough for 1 % of what windows in a row have in common, or as
  /// many as take some seconds where each has many failures or windows.
  private static func runsBesideForecast(
    _ process: AlternatingProcess, _ question: ContractQuestion
  ) -> Int {
    let failures = question.span.seconds / process.mtbf.seconds
    return Int(max(32, min(4_096, 3e7 / failures, 4e7 / Double(question.windows))))
  }

  /// How the promise that `request` names first is worked out for `name`, a definition or a domain.
  ///
  /// One component with exponential up times is exact where windows are fixed and counted
  /// continuously, unless `isSimulated` asks for histories; all else is simulated as `request` says. A
  /// promise that excludes maintenance is judged on the topology without it. Cost: that of preparing a
  /// simulation. Throws ``ContractError``.
  public func contract(
    of name: String, _ question: ContractQuestion, _ request: SimulationRequest,
    isSimulated: Bool = false
  ) throws(ContractError) -> ContractInquiry {
    let excludes = question.agreement.excludesMaintenance && topology.hasMaintenance
    let judged = excludes ? try withoutMaintenance() : self
    var request = request
    request.contracts = [question]
    if question.hasCurve, request.window == nil { request.window = question.agreement.window }
    let start: AlternatingProcess.Start = request.start == .up ? .up : .steady
    let process =
      isSimulated || request.countsBelow != nil ? nil : judged.alternatingProcess(of: name)
    let forecast = try? process?.forecast(of: question, start: start)
    if let process, forecast != nil {
      request.stopping = .runs(Self.runsBesideForecast(process, question))
    }
    do throws(SimulationError) {
      let simulation =
        forecast != nil && question.windows == 1
        ? nil : try OutageSimulation(judged.topology, of: name, request)
      return ContractInquiry(
        name: name, question: question, forecast: forecast, process: process,
        simulation: simulation, leavesMaintenanceOut: excludes, start: start)
    } catch {
      throw .simulation(error)
    }
  }

  func withoutMaintenance() throws(ContractError) -> Assessor {
    do throws(TopologyError) {
      return Assessor(try topology.withoutMaintenance())
    } catch {
      throw .maintenance(error)
    }
  }

  /// The one component that `name` comes to; nil where there are more, where one depends on others, and
  /// where its up times aren't exponential.
  private func alternatingProcess(of name: String) -> AlternatingProcess? {
    guard let structure = try? StructureFunction(topology, of: name),
      structure.positiveLevels.count == 1, let threshold = structure.downThreshold,
      let network = try? ComponentNetwork(topology, of: name, atLeast: [threshold]),
      network.componentCount == 1, network.roots == [.component(0)], network.timedParts.isEmpty,
      network.couplings.isEmpty
    else { return nil }
    let component = network.rows[network.rowOfComponent[0]].component
    guard case .exponential(let mtbf)? = component.uptime, let mttr = component.restoration else {
      return nil
    }
    return try? AlternatingProcess(mtbf: mtbf, restoration: mttr)
  }
}

extension ContractQuestion {
  /// True for several windows of one length, whose downtime has a distribution of its own.
  fileprivate var hasCurve: Bool { windows > 1 && agreement.window != .calendarMonth }
}
