import Quantities
import StructureFunctions
import Topology

/// The levels of a part whose capacities meet in other ways than by sums, from the exact engine.
struct StructureLevels {
  let scale: CapacityScale
  var unit: String { scale.unit }
  private(set) var untimed: [String] = []
  private let structure: StructureFunction
  private let totalSteps: Int
  private var reached: [(step: Int, figures: StructureFunction.Figures)] = []
  private var exactly: [Double] = []

  /// More levels than this are refused: each is an evaluation of its own.
  static let limit = 1_024

  /// Nil when a level is a share of the demand, so that there is no table without one.
  init?(_ topology: Topology, of name: String) throws(ResourceAdequacyError) {
    let parts = topology.parts(of: name)
    guard parts.allSatisfy({ $0.name == name || $0.demand == nil }),
      !parts.contains(where: \.hasLevels)
    else { return nil }
    let capacities = parts.flatMap { $0.components.compactMap(\.capacity) }
    scale = try CapacityScale(capacities)
    var largest = LargestFlow(topology, Dictionary(zip(capacities, scale.steps)) { $1 })
    totalSteps = largest.steps(of: name)
    guard totalSteps <= FleetEvaluator.stepLimit else {
      throw .tooManySteps(totalSteps, limit: FleetEvaluator.stepLimit)
    }
    guard let all = try? Rate(Double(totalSteps) * scale.step.double, unit: scale.unit),
      let demanding = topology.demanding(all, of: name)
    else { return nil }
    do throws(StructureFunctionError) {
      structure = try StructureFunction(demanding, of: name)
      try evaluate(name)
    } catch {
      throw .structure(error)
    }
  }

  private mutating func evaluate(_ name: String) throws(StructureFunctionError) {
    let levels = structure.positiveLevels
    guard levels.count <= Self.limit else { throw .tooManyLevels(name, limit: Self.limit) }
    for level in levels {
      let figures = try structure.figures(atLeast: level)
      reached.append((Int((level * Double(totalSteps)).rounded()), figures))
      untimed += figures.untimed.filter { !untimed.contains($0) }
    }
    exactly = try structure.probabilities(
      ofExactly: levels, reached: reached.map(\.figures.probability))
  }

  /// The law on single steps: levels differ by whole steps, so that the nearest one is meant.
  func law() -> CapacityLaw {
    var law = CapacityLaw(
      stride: 1, masses: [Double](repeating: 0, count: totalSteps + 1),
      falling: [Double](repeating: 0, count: totalSteps + 1),
      fallingErrors: [Double](repeating: 0, count: totalSteps + 1))
    law.masses[0] = reached.first?.figures.probability.complement ?? 1
    var previous = 0
    for (place, entry) in reached.enumerated() {
      law.masses[entry.step] += exactly[place]
      let rate = entry.figures.frequency?.perSecond ?? 0
      for step in previous..<entry.step {
        law.falling[step + 1] = rate
        law.fallingErrors[step + 1] = rate * entry.figures.frequencyError
      }
      previous = entry.step
    }
    return law
  }
}

extension Topology {
  /// A definition and all definitions that it depends on.
  func parts(of name: String) -> [Definition] {
    var names: Set<String> = []
    var open = [name]
    while let next = open.popLast() {
      guard names.insert(next).inserted else { continue }
      open += definition(named: next)?.dependencies ?? []
    }
    return definitions.filter { names.contains($0.name) }
  }

  /// The same topology with another demand on one definition.
  fileprivate func demanding(_ demand: Rate, of name: String) -> Topology? {
    try? Topology(
      definitions: definitions.map { definition in
        guard definition.name == name else { return definition }
        return Definition(
          name, role: definition.role, definition.body, needs: definition.needs,
          wants: definition.wants, sends: definition.sends, breakers: definition.breakers,
          crews: definition.crews, buffer: definition.buffer,
          afterEffects: definition.afterEffects, demand: demand)
      }, families: families)
  }
}

extension Definition {
  /// Whether it may deliver a share of what is asked of it.
  var hasLevels: Bool {
    guard wants.isEmpty, sends.isEmpty, breakers.isEmpty, !isSchedule else { return true }
    guard case .expression(let expression) = body else { return false }
    return expression.hasLevels
  }
}

extension Expression {
  fileprivate var hasLevels: Bool {
    switch self {
    case .level(let level): level != .full && level != .none
    case .fallback(let operand, let level): level != .none || operand.hasLevels
    case .weighted: true
    default: operands.contains(where: \.hasLevels)
    }
  }
}

/// A flow that nothing in a topology goes beyond.
private struct LargestFlow {
  private let topology: Topology
  private let stepsOfRate: [Rate: Int]
  private var known: [String: Int] = [:]

  init(_ topology: Topology, _ stepsOfRate: [Rate: Int]) {
    self.topology = topology
    self.stepsOfRate = stepsOfRate
  }

  mutating func steps(of name: String) -> Int {
    if let known = known[name] { return known }
    guard let definition = topology.definition(named: name) else { return 0 }
    let steps =
      switch definition.body {
      case .group(let group):
        self.steps(of: group.member).times(topology.memberCount(of: group))
      case .expression(let expression): self.steps(of: expression)
      case .changes, .maintenance: 0
      }
    known[name] = steps
    return steps
  }

  private func steps(of component: Component) -> Int {
    component.capacity.flatMap { stepsOfRate[$0] } ?? 0
  }

  /// Where flows add, their sum; elsewhere the largest.
  private mutating func steps(of expression: Expression) -> Int {
    switch expression {
    case .component(let component): return steps(of: component)
    case .name(let name): return steps(of: name)
    case .sum(let terms):
      return terms.reduce(0) { min($0 + steps(of: $1), WholeAmounts.limit) }
    default: return expression.operands.reduce(0) { max($0, steps(of: $1)) }
    }
  }
}

extension Int {
  /// A product that stays a number.
  fileprivate func times(_ other: Int) -> Int {
    let (product, overflows) = multipliedReportingOverflow(by: other)
    return overflows || product > WholeAmounts.limit ? WholeAmounts.limit : product
  }
}
