import Quantities
import StructureFunctions
import Topology

/// What has a history between the components and the service: immutable, shared by all threads.
///
/// Components' intervals go to the operands that depend on them. Part after part, each behind those
/// that it depends on, operands become histories, a rule makes one of them, and that goes on as
/// intervals of the components that stand for the part.
struct TimedSystem: Sendable {
  /// What a part does in each replication.
  enum Action: Sendable {
    /// Follows its operands: so many levels from a place on.
    case follow(any HistoryRule, operands: Range<Int>)
    /// Comes by the calendar, at so many places.
    case draw(any DowntimeSchedule, places: Int)
  }

  /// A part of the service.
  struct Part: Sendable {
    let action: Action
    /// Where messages wait, the number of the queue among all.
    let delays: (rule: any DelayingRule, queue: Int)?
    let outputs: [TimedPart.Output]
    /// The component that stands for what the part itself does.
    let cause: Int32
  }

  let parts: [Part]
  /// Operands of all parts, the structure underneath where there is one, and last the service.
  let levels: [FollowedLevel]
  /// The place in `levels` of the structure without histories that contains every outage of the
  /// service; nil without one.
  let underneath: Int?
  let couplings: [CoupledProcess]
  let routes: IntervalRoutes
  /// For each component whether its failure alone may change anything.
  let mattering: [Bool]
  /// The names of the queues, in the order of their parts.
  let queues: [String]
  /// Nanoseconds before the window that are drawn too where the start is steady.
  let warmUp: Double

  /// Nanoseconds that a replication may last, what precedes its window included: sums of two such
  /// times fit 64 bits.
  static let longestReplication = 120 * 365 * 86_400 * 1e9

  /// How many times the longest restoration, buffer or tail precede a window.
  private static let warmUpFactor = 20.0
  /// The same for the longest up time, where coupled up times have memories.
  private static let uptimeFactor = 5.0

  /// Nil where nothing has a history. `lives` learns the laws that are drawn.
  init?(_ network: ComponentNetwork, _ lives: inout ComponentLives) {
    guard !network.timedParts.isEmpty || !network.couplings.isEmpty else { return nil }
    let alwaysDown = Set(lives.alwaysDown)
    var levels: [FollowedLevel] = []
    var parts: [Part] = []
    var queues: [String] = []
    for part in network.timedParts {
      let first = levels.count
      levels += part.operands.map { FollowedLevel(network, $0, alwaysDown: alwaysDown) }
      let own = Part(part, operands: first..<levels.count, queue: queues.count, &lives.laws)
      guard let own else { continue }
      if own.delays != nil { queues.append(part.name) }
      parts.append(own)
    }
    self.queues = queues
    underneath = network.underlyingRoot.map { _ in levels.count }
    if let root = network.underlyingRoot {
      levels.append(FollowedLevel(network, root: root, alwaysDown: alwaysDown))
    }
    levels.append(FollowedLevel(network, alwaysDown: alwaysDown))
    var couplings: [CoupledProcess] = []
    for members in network.couplings {
      couplings.append(
        CoupledProcess(members, &lives.laws, component: network.component(_:)))
    }
    self.parts = parts
    self.levels = levels
    self.couplings = couplings
    routes = IntervalRoutes(
      componentCount: network.componentCount, components: levels.map(\.components))
    // What is down for good may have used up the spare of something else.
    var changes = MatteringComponents(
      network, others: network.componentsWithHistory + lives.alwaysDown)
    mattering = (0..<network.componentCount).map { changes.mayMatter($0) }
    warmUp = Self.warmUp(lives, parts, couplings)
  }

  private static func warmUp(
    _ lives: ComponentLives, _ parts: [Part], _ couplings: [CoupledProcess]
  ) -> Double {
    let restorations = lives.lives.filter { $0.rate > 0 }.map(\.meanRestoration)
    let memories = parts.map { Double($0.memory) }
    let coupled = couplings.map { Double(max($0.memory.restoration, $0.memory.queue)) }
    let uptimes = couplings.map { Double($0.memory.uptime) }
    return warmUpFactor * ((restorations + memories + coupled).max() ?? 0)
      + uptimeFactor * (uptimes.max() ?? 0)
  }
}

extension TimedSystem.Part {
  fileprivate init?(
    _ part: TimedPart, operands: Range<Int>, queue: Int, _ laws: inout LawCatalogue
  ) {
    let rule = part.kind.rule(&laws)
    delays = (rule as? any DelayingRule).map { ($0, queue) }
    if let rule {
      action = .follow(rule, operands: operands)
    } else if let schedule = part.kind.schedule(&laws) {
      action = .draw(schedule, places: part.places)
    } else {
      return nil
    }
    outputs = part.outputs
    cause = Int32(part.outputs.first?.component ?? -1)
  }

  /// Nanoseconds for which what happens is still felt.
  fileprivate var memory: Int64 {
    switch action {
    case .follow(let rule, _): rule.memory
    case .draw(let schedule, _): schedule.memory
    }
  }
}

extension TimedPart {
  /// The number of places of a schedule.
  fileprivate var places: Int {
    guard case .maintenance(_, let places) = kind else { return 1 }
    return places
  }
}

extension ComponentNetwork {
  /// The component of a number.
  func component(_ number: Int) -> Component { rows[rowOfComponent[number]].component }

  /// Components whose downtime is not drawn as that of a component by itself.
  var componentsWithHistory: [Int] {
    timedParts.flatMap { $0.outputs.map(\.component) } + coupledComponents
  }

  /// Components that depend on others in time.
  var coupledComponents: [Int] { couplings.flatMap { $0.groups.flatMap(\.components) } }
}
