import Quantities
import Reports
import Topology

/// Gathers the boxes and arrows of a topology, each part once.
struct DrawingBuilder {
  private let topology: Topology
  private(set) var nodes: [TopologyDrawing.Node] = []
  private(set) var clusters: [TopologyDrawing.Cluster] = []
  private(set) var edges: [TopologyDrawing.Edge] = []
  private var placeOfName: [String: Int] = [:]
  private var placeOfCluster: [String: Int] = [:]
  private var known: Set<TopologyDrawing.Edge> = []

  /// All that `names` depend on, and what takes some of it down.
  init(_ topology: Topology, names: [String]) {
    self.topology = topology
    var waiting = Array(names.reversed())
    while let name = waiting.popLast() {
      guard placeOfName[name] == nil else { continue }
      add(name)
      waiting += (topology.definition(named: name)?.dependencies ?? []).reversed()
    }
    for definition in topology.definitions where takesDownSome(definition) {
      if placeOfName[definition.name] == nil { add(definition.name) }
    }
    for definition in topology.definitions where placeOfName[definition.name] != nil {
      connect(definition)
    }
  }

  private func takesDownSome(_ definition: Definition) -> Bool {
    guard case .maintenance(let maintenance) = definition.body else { return false }
    return maintenance.scope.contains { placeOfName[$0] != nil }
  }

  // MARK: Boxes

  private mutating func add(_ name: String) {
    placeOfName[name] = nodes.count
    guard let definition = topology.definition(named: name) else {
      nodes.append(
        TopologyDrawing.Node(name: name, details: [], kind: .domain, cluster: nil, parts: 1))
      return
    }
    nodes.append(
      TopologyDrawing.Node(
        name: name, details: details(definition), kind: TopologyDrawing.Kind(definition),
        cluster: cluster(definition), parts: 1))
  }

  private func details(_ definition: Definition) -> [String] {
    kind(of: definition) + (definition.demand.map { ["demand \($0.label)"] } ?? [])
  }

  private func kind(of definition: Definition) -> [String] {
    switch definition.body {
    case .group(let group): [size(group), Self.life(group.member)]
    case .expression(.component(let component)):
      [Self.life(component)] + (component.capacity.map { ["capacity \($0.label)"] } ?? [])
    case .expression(let expression): own(expression)
    case .changes(let changes): ["changes every \(HumanFigures.duration(changes.spacing))"]
    case .maintenance(let maintenance):
      ["maintenance every \(HumanFigures.duration(maintenance.spacing))"]
    }
  }

  /// `6 x, 4 needed`, or `6 x 500 rps` where a demand decides how many that is.
  private func size(_ group: Group) -> String {
    let count = topology.memberCount(of: group)
    let each = group.member.capacity.map { " \($0.label)" } ?? ""
    let isSaid = count > 1 && (each.isEmpty || group.need > 1)
    return "\(count) x\(each)" + (isSaid ? ", \(group.need) needed" : "")
  }

  /// Its times, or its availability.
  private static func life(_ component: Component) -> String {
    guard !component.isGivenByAvailability, let up = component.uptime,
      let down = component.restoration
    else { return HumanFigures.percent(component.availability) }
    let times = [up.mean, down.mean].map { HumanFigures.duration($0) }
    return "mtbf \(times[0]), mttr \(times[1])"
  }

  /// Components that have no name.
  private func own(_ expression: Expression) -> [String] {
    var count = 0
    var open = [(expression, 1)]
    while let (next, times) = open.popLast() {
      if case .component = next { count += times }
      let copies = if case .copies(_, let copies, of: _) = next { copies } else { 1 }
      open += next.operands.map { ($0, times * copies) }
    }
    return count == 0
      ? [] : [count == 1 ? "and a part of its own" : "and \(count) parts of its own"]
  }

  // MARK: Clusters

  private mutating func cluster(_ definition: Definition) -> Int? {
    guard case .group(let group) = definition.body else { return nil }
    let across = group.families.map { family in
      let count = topology.domains(ofFamily: family).count
      return "\(family), \(count == 1 ? "1 domain" : "\(count) domains")"
    }
    let parts =
      (across.isEmpty ? [] : ["across " + across.joined(separator: " and ")])
      + (group.inside.isEmpty ? [] : ["in " + group.inside.joined(separator: ", ")])
    guard !parts.isEmpty else { return nil }
    let name = parts.joined(separator: ", ")
    if let known = placeOfCluster[name] { return known }
    placeOfCluster[name] = clusters.count
    clusters.append(TopologyDrawing.Cluster(name: name))
    return clusters.count - 1
  }

  // MARK: Arrows

  private mutating func connect(_ definition: Definition) {
    let name = definition.name
    switch definition.body {
    case .expression(let expression): connect(name, expression, .needs)
    case .maintenance(let maintenance):
      for target in maintenance.scope { connect(name, target, .takesDown, "takes down") }
    case .group, .changes: break
    }
    for need in definition.needs { connect(name, need, .needs) }
    for want in definition.wants {
      let left = HumanFigures.number(want.degraded.fraction * 100)
      connect(name, want.name, .wants, "wants, else \(left)%")
    }
    for send in definition.sends {
      connect(name, send.queue, .sends, "sends")
      connect(send.queue, send.consumer, .sends)
    }
    for breaker in definition.breakers { connect(name, breaker.callee, .breaker, "breaker") }
  }

  private mutating func connect(
    _ name: String, _ expression: Expression, _ dependency: TopologyDrawing.Dependency
  ) {
    var open = [(expression, dependency, "")]
    while let (next, dependency, label) = open.popLast() {
      if case .name(let target) = next { connect(name, target, dependency, label) }
      open += next.operands.indices.reversed().map { number in
        let below = next.added(number) ?? (next.keepsNeed ? nil : (.alternative, ""))
        return (next.operands[number], below?.0 ?? dependency, below?.1 ?? label)
      }
    }
  }

  private mutating func connect(
    _ from: String, _ to: String, _ dependency: TopologyDrawing.Dependency, _ label: String = ""
  ) {
    guard let start = placeOfName[from], let end = placeOfName[to] else { return }
    let edge = TopologyDrawing.Edge(
      from: start, to: end, dependency: dependency, label: label)
    if known.insert(edge).inserted { edges.append(edge) }
  }
}

extension Expression {
  /// How an operand adds to others, and what is said of it; nil where it doesn't.
  fileprivate func added(_ number: Int) -> (TopologyDrawing.Dependency, String)? {
    switch self {
    case .sum(let operands) where operands.count > 1: (.adds, "adds")
    case .weighted(let terms) where terms.count > 1:
      (.adds, "adds \(HumanFigures.number(terms[number].weight * 100))%")
    default: nil
    }
  }

  /// True where the whole is down while any operand is.
  fileprivate var keepsNeed: Bool {
    switch self {
    case .component, .level, .name, .all, .behaving: true
    case .copies(let need, let count, of: _): need == count
    case .atLeast(let need, of: let operands): need == operands.count
    case .any(let operands), .sum(let operands): operands.count == 1
    case .weighted(let terms): terms.count == 1
    case .standby, .failover, .fallback: false
    }
  }
}

extension TopologyDrawing.Kind {
  fileprivate init(_ definition: Definition) {
    if definition.isSchedule {
      self = .schedule
      return
    }
    switch definition.role {
    case .system: self = .system
    case .service: self = .service
    case .store: self = .store
    case .queue: self = .queue
    case .part: self = .part
    }
  }
}
