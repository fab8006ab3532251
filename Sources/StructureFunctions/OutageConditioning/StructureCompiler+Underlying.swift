import Topology

/// The structure underneath a service: one without rules, whose outages contain all of the service's.
extension StructureCompiler {
  /// The gate that is down whenever `root` is, of independent components alone; nil when none but
  /// one that is always down is known.
  ///
  /// A rule that only shortens outages, or bridges them, is replaced by what it follows; of others, of
  /// changes and of planned windows nothing better is known than that they may be down at any time.
  /// Components that depend on each other have no such gate.
  mutating func underlying(_ root: Int) -> Int? {
    guard TimedStructure(self, roots: [root]).couplings.isEmpty else { return nil }
    var known: [Int: Int] = [:]
    let gate = underlying(root, &known)
    return gate == Gate.down ? nil : gate
  }

  private mutating func underlying(_ gate: Int, _ known: inout [Int: Int]) -> Int {
    if let found = known[gate] { return found }
    let node = arena[gate]
    let found: Int
    if case .atom(let atom) = node.operation {
      found = siteOfAtom[atom].map { underlying($0, output: atom, &known) } ?? gate
    } else {
      var inputs = node.inputs
      for place in inputs.indices { inputs[place].gate = underlying(inputs[place].gate, &known) }
      found = arena.make(node.operation, inputs)
    }
    known[gate] = found
    return found
  }

  /// What contains the outages of a site's output.
  private mutating func underlying(
    _ site: Int, output atom: Int, _ known: inout [Int: Int]
  ) -> Int {
    let site = sites[site]
    guard let output = site.outputs.first(where: { $0.atom == atom }),
      let gates = site.gates(bounding: output.threshold)
    else { return Gate.down }
    let members = gates.map { underlying($0, &known) }
    guard case .routing(_, let need, let share) = site.kind else { return arena.all(members) }
    let count = RoutedShare(need: need, members: members.count, share: share)
      .membersNeeded(toReach: output.threshold)
    return arena.atLeast(count, members.map { .init(gate: $0) })
  }
}

/// What a group carries whose users are sent to all of its members.
private struct RoutedShare {
  let need: Int
  let members: Int
  /// What a member carries of the demand; nil where enough members carry all of it.
  let share: Double?

  /// How many members must be up for a level, even if users are sent to the others too.
  func membersNeeded(toReach level: Double) -> Int {
    let counts = need...members
    return counts.first { up in
      let carried = share.map { min(1, Double(up) * $0) } ?? 1
      return carried * Double(up) / Double(members) >= level - StructureFunction.levelTolerance
    } ?? members + 1
  }
}

extension TimedSite {
  /// Gates of which one is down whenever the site's level is below `threshold`; of routing those of
  /// its members. Nil when the site may be down while all that it follows is up.
  fileprivate func gates(bounding threshold: Double) -> [Int]? {
    switch kind {
    case .afterEffect(.absorption), .afterEffect(.buffer), .failover:
      return operands[0].gates(bounding: threshold)
    case .breaker(let breaker):
      // Above the fallback it stays open until a probe, though the callee is back.
      let isAbove = threshold > breaker.fallback.fraction + StructureFunction.levelTolerance
      return isAbove ? nil : operands[0].gates(bounding: threshold)
    case .send, .leader, .routing: return operands.flatMap { $0.gates.map(\.gate) }
    case .afterEffect(.lag), .changes, .maintenance: return nil
    }
  }
}

extension TimedSite.Operand {
  /// The gates of not being down and of a level at least `threshold`; nil when it has no such level.
  fileprivate func gates(bounding threshold: Double) -> [Int]? {
    guard let level = TimedSite.level(threshold, in: levels) else { return nil }
    return gates.filter { $0.level == level || $0.level == downBelow }.map(\.gate)
  }
}
