import FleetCapacity
import Quantities
import Topology

/// What is left of a demand when survivors fail that are loaded past their capacity.
///
/// Where the capacities of single domains add up, each of those that are up gets an equal share, as names
/// or anycast deal it, and fails when that is more than it carries. Elsewhere all survivors are loaded
/// alike, and fail together.
struct Cascade {
  private let topology: Topology
  private let name: String
  /// The demand in the unit of the flows.
  private let demand: Double

  private static let overload = Overload(
    split: .equallyOverZones, response: .cascade(threshold: 1))

  /// nil where there is no demand that flows could be compared with.
  init?(_ topology: Topology, of name: String) {
    guard let demand = topology.definition(named: name)?.demand,
      let unit = RemainingService(topology).unit, let ratio = demand.ratio(to: unit)
    else { return nil }
    self.topology = topology
    self.name = name
    self.demand = ratio * unit.amount
  }

  /// The least share of the demand that is served over all that a rule may take, 0 to 1.
  func leastServed(without rule: SurvivalRule) throws(SurvivalError) -> Double {
    let alone = capacitiesAlone(rule)
    var least = 1.0
    for (_, remaining) in try topology.losses(rule) {
      var remaining = remaining
      let flow = remaining.flow(through: name).carried(of: nil)
      let capacities = alone.filter { !remaining.domains.contains($0.domain) }.map(\.capacity)
      least = min(least, served(flow, by: capacities))
    }
    return least
  }

  /// What flows with one domain of the rule's family up alone; empty for rules about members.
  private func capacitiesAlone(_ rule: SurvivalRule) -> [(domain: Int, capacity: Double)] {
    guard case .domains(_, let family) = rule else { return [] }
    let all = topology.domains(ofFamily: family)
    return all.map { domain in
      var remaining = RemainingService(topology)
      remaining.domains = Set(all).subtracting([domain])
      return (domain, remaining.flow(through: name).carried(of: nil))
    }
  }

  private func served(_ flow: Double, by capacities: [Double]) -> Double {
    let sum = capacities.reduce(0, +)
    if !capacities.isEmpty, abs(sum - flow) <= 1e-9 * flow,
      let outcome = try? Self.overload.outcome(capacities: capacities, demand: demand)
    {
      return outcome.delivered / demand
    }
    return flow >= demand * (1 - 1e-12) ? 1 : 0
  }
}
