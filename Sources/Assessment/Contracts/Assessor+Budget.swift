import OutageSimulation
import Quantities
import ServiceLevels
import Topology

extension Assessor {
  /// What spends a budget for `name`, from a simulation of it with causes: the mean downtime that
  /// each began, in the budget's period. Kinds follow from what a cause is in the topology: own failures
  /// are those of `name` itself and of what its expression names, dependencies those of all else.
  public func waterfall(
    of name: String, _ budget: ErrorBudget, _ result: SimulationResult
  ) -> BudgetWaterfall {
    let own = ownParts(of: name)
    let factor = budget.period.length.seconds / result.horizon.seconds
    let causes = result.causes.map { cause in
      let spent = cause.downtime.scaled(by: factor)
      return BudgetWaterfall.Cause(
        cause.name, kind: kind(of: cause.name, own: own),
        spent: (try? Duration(seconds: spent.value)) ?? .zero,
        standardError: spent.standardError.flatMap { try? Duration(seconds: $0) })
    }
    return BudgetWaterfall(of: budget, spentOn: causes + causeless(result, factor))
  }

  /// Downtime that nothing began: of what is down for good.
  private func causeless(
    _ result: SimulationResult, _ factor: Double
  ) -> [BudgetWaterfall.Cause] {
    let whole = result.downtime?.mean.value ?? 0
    let rest = whole - result.causes.reduce(0) { $0 + $1.downtime.value }
    guard rest > whole * 1e-9, let spent = try? Duration(seconds: rest * factor) else { return [] }
    return [BudgetWaterfall.Cause("down for good", kind: .ownFailures, spent: spent)]
  }

  /// What spends the budget of a promise, ready to be simulated: without maintenance where the promise
  /// `excludes` it. Throws ``ContractError``.
  public func spending(
    of name: String, _ request: SimulationRequest, excludingMaintenance excludes: Bool
  ) throws(ContractError) -> OutageSimulation {
    let judged = excludes && topology.hasMaintenance ? try withoutMaintenance() : self
    do throws(SimulationError) {
      return try judged.simulation(of: name, request)
    } catch {
      throw .simulation(error)
    }
  }

  /// The definitions that `name` is composed of.
  private func ownParts(of name: String) -> Set<String> {
    var found: Set<String> = []
    var waiting = [name]
    while let next = waiting.popLast() {
      guard found.insert(next).inserted,
        case .expression(let expression)? = topology.definition(named: next)?.body
      else { continue }
      waiting += expression.names
    }
    return found
  }

  /// A cause is called by a domain or a definition, and by what the latter did, such as `db failover`.
  private func kind(of cause: String, own: Set<String>) -> BudgetWaterfall.Kind {
    if topology.index(ofDomain: cause) != nil { return .zones }
    let owner = topology.definition(named: cause) ?? owner(of: cause)
    guard let owner else { return .ownFailures }
    switch owner.body {
    case .changes: return .changes
    case .maintenance: return .maintenance
    case .group, .expression: break
    }
    if cause != owner.name, cause.hasSuffix(" failover") { return .failover }
    return own.contains(owner.name) ? .ownFailures : .dependencies
  }

  /// The definition of the longest name that a cause begins with.
  private func owner(of cause: String) -> Definition? {
    topology.definitions.filter { cause.hasPrefix($0.name + " ") }
      .max { $0.name.count < $1.name.count }
  }
}
