import Quantities
import Topology

/// A design that makes sense, with what it is made of.
struct SizingDesign {
  let topology: Topology
  var candidate: SizingCandidate

  /// What it costs in a month; 0 where nothing has a cost.
  var price: Double { candidate.cost?.perMonth ?? 0 }
}

/// All designs of a search, in the order of its objective.
struct SizingSpace {
  private(set) var designs: [SizingDesign] = []
  private(set) var flawed: [SizingCandidate] = []
  /// What costs leave out; empty where nothing has one.
  private(set) var unpriced: [String] = []

  init(_ sizing: Sizing) throws(SizingError) {
    var choices = [Int](repeating: 0, count: sizing.variables.count)
    repeat { add(choices, sizing) } while Self.advance(&choices, sizing.variables)
    guard !designs.isEmpty else { throw .noDesign(flawed.first?.flaw ?? "") }
    try refuseUnpriced(sizing)
    let inventory = designs[0].topology.inventory(of: sizing.subjects)
    unpriced = inventory.cost == nil ? [] : inventory.unpriced
    sort(by: sizing.objective)
  }

  /// The next choices, the last variable turning fastest; false after the last.
  private static func advance(_ choices: inout [Int], _ variables: [SizingVariable]) -> Bool {
    for place in choices.indices.reversed() {
      choices[place] += 1
      if choices[place] < variables[place].values.count { return true }
      choices[place] = 0
    }
    return false
  }

  private mutating func add(_ choices: [Int], _ sizing: Sizing) {
    let values = zip(sizing.variables, choices).map { $0.values[$1] }
    do {
      let topology = try sizing.design(choices)
      let inventory = topology.inventory(of: sizing.subjects)
      designs.append(
        SizingDesign(
          topology: topology,
          candidate: SizingCandidate(
            choices: choices, values: values, cost: inventory.cost, instances: inventory.size)))
    } catch {
      flawed.append(
        SizingCandidate(
          choices: choices, values: values, cost: nil, instances: 0, flaw: "\(error)"))
    }
  }

  /// Where costs decide, all that differs between designs must have one; domains are free without.
  private func refuseUnpriced(_ sizing: Sizing) throws(SizingError) {
    guard sizing.needsCosts else { return }
    guard designs.contains(where: { $0.candidate.cost != nil }) else { throw .unpriced([]) }
    var names: [String] = []
    let inventories = designs.map { $0.topology.inventory(of: sizing.subjects) }
    for item in inventories.flatMap(\.items) where item.component.cost == nil && !item.isDomain {
      let isInAll = inventories.allSatisfy { $0.items.contains(item) }
      if !isInAll, !names.contains(item.name) { names.append(item.name) }
    }
    if !names.isEmpty { throw .unpriced(names) }
  }

  private mutating func sort(by objective: SizingObjective) {
    let keys = designs.map { design -> (Double, Int) in
      let cost = design.candidate.cost?.perMonth ?? 0
      let instances = design.candidate.instances
      return objective == .fewestInstances ? (Double(instances), 0) : (cost, instances)
    }
    designs = designs.indices.sorted { (keys[$0].0, keys[$0].1, $0) < (keys[$1].0, keys[$1].1, $1) }
      .map { designs[$0] }
  }
}

extension Sizing {
  /// What the conditions and the objective are about, each once.
  var subjects: [String] {
    var names = conditions.map(\.subject)
    switch objective {
    case .leastDowntime(let name), .front(let name): names.append(name)
    case .fewestInstances, .leastCost: break
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// True where costs decide which design is found.
  fileprivate var needsCosts: Bool {
    if case .front = objective { return true }
    return objective == .leastCost
      || conditions.contains { if case .cost = $0.requirement { true } else { false } }
  }
}
