import Quantities

/// Members that share parts: their counts are mixed over the states of one part after another.
extension DrawCompiler {
  mutating func mixture(_ key: MemberTreeKey) throws(StructureFunctionError) -> Int32 {
    if let known = memberTrees[key] { return known }
    let tree = key.purpose == .values ? try valueMixture(key.count) : try markedMixture(key)
    memberTrees[key] = tree
    return tree
  }

  private mutating func valueMixture(
    _ count: EventCount
  ) throws(StructureFunctionError) -> Int32 {
    let (pivot, content) = sharedPart(count.members)
    var branches: [CountMixture.Branch] = []
    for state in [true, false] {
      let weight = try mass(content, state)
      guard weight > 0 else { continue }
      let rest = count.over(fixed(count.members, pivot, state))
      branches.append(
        .init(weight: weight, step: try value(content, state), tree: try tree(rest, .values)))
    }
    let range = plan.add(mixed: branches)
    return add(
      CountMixture(before: range, behind: range, marked: 0..<0), members(count), count.limit)
  }

  private mutating func markedMixture(
    _ key: MemberTreeKey
  ) throws(StructureFunctionError) -> Int32 {
    let count = key.count
    let marked =
      key.purpose == .starts ? try startBranches(count) : try criticalBranches(count)
    let before = try whole(count, markerIsUp: true)
    let behind = key.purpose == .starts ? before : try whole(count, markerIsUp: false)
    return add(
      CountMixture(before: before, behind: behind, marked: plan.add(mixed: marked)),
      members(count), count.limit)
  }

  /// The members with the marker fixed, as the one branch of a mixture.
  private mutating func whole(
    _ count: EventCount, markerIsUp: Bool
  ) throws(StructureFunctionError) -> Range<Int32> {
    let members = fixed(count.members, marker.pivot, markerIsUp)
    let tree = try tree(count.over(members), .values)
    return plan.add(mixed: [.init(weight: 1, step: DrawPlan.nothing, tree: tree)])
  }

  // MARK: Marked branches

  /// An outage starts in the shared part, or among the members given the part's state.
  private mutating func startBranches(
    _ count: EventCount
  ) throws(StructureFunctionError) -> [CountMixture.Branch] {
    let (pivot, content) = sharedPart(count.members)
    let cause = try start(content)
    var branches = try branch(cause, count.over(marked(count.members, pivot)), .criticality)
    for state in [true, false] {
      branches += try branch(
        content, state, count.over(fixed(count.members, pivot, state)), .starts)
    }
    return branches
  }

  /// The shared part is up for either state of the marker, down for either, or as good as the
  /// marker.
  private mutating func criticalBranches(
    _ count: EventCount
  ) throws(StructureFunctionError) -> [CountMixture.Branch] {
    let (pivot, content) = sharedPart(count.members)
    let inner = try critical(content)
    var branches = try branch(inner, count.over(marked(count.members, pivot)), .criticality)
    for state in [true, false] {
      let certain = evaluator.arena.cofactor(content, marker.pivot, !state)
      branches += try branch(
        certain, state, count.over(fixed(count.members, pivot, state)), .criticality)
    }
    return branches
  }

  private mutating func branch(
    _ content: Int, _ isUp: Bool, _ rest: EventCount, _ purpose: TreePurpose
  ) throws(StructureFunctionError) -> [CountMixture.Branch] {
    let weight = try mass(content, isUp)
    guard weight > 0 else { return [] }
    return try branch(Draw(step: try value(content, isUp), mass: weight), rest, purpose)
  }

  private mutating func branch(
    _ part: Draw, _ rest: EventCount, _ purpose: TreePurpose
  ) throws(StructureFunctionError) -> [CountMixture.Branch] {
    guard part.mass > 0 else { return [] }
    let tree = try tree(rest, purpose)
    guard plan.trees[Int(tree)].marked.size > 0 else { return [] }
    return [.init(weight: part.mass, step: part.step, tree: tree)]
  }

  // MARK: Members

  /// The part that is decided first, and what it stands for.
  private mutating func sharedPart(_ members: [Gate.Input]) -> (pivot: Int, content: Int) {
    let gates = members.map(\.gate)
    let pivot = evaluator.choosePivot(parts(members), in: gates, around: marker)
    return (pivot, evaluator.arena.content(ofPivot: pivot, in: gates) ?? Gate.up)
  }

  private func members(_ count: EventCount) -> Int {
    count.members.reduce(0) { $0 + $1.copies }
  }

  private mutating func fixed(
    _ members: [Gate.Input], _ pivot: Int, _ isUp: Bool
  ) -> [Gate.Input] {
    var members = members
    for place in members.indices {
      members[place].gate = evaluator.arena.cofactor(members[place].gate, pivot, isUp)
    }
    return members
  }

  private mutating func marked(_ members: [Gate.Input], _ pivot: Int) -> [Gate.Input] {
    var members = members
    for place in members.indices {
      members[place].gate = evaluator.arena.replacing(
        pivot, by: marker.gate, in: members[place].gate)
    }
    return members
  }

  // MARK: Laws

  private mutating func add(_ mixture: CountMixture, _ members: Int, _ limit: Int) -> Int32 {
    let before = mixed(mixture.before, min(members + 1, limit), \.before)
    let isOneLaw = mixture.before == mixture.behind
    plan.trees.append(
      CountTree(
        form: .mixture(mixture), members: Int32(members), scope: -1, before: before,
        behind: isOneLaw ? before : mixed(mixture.behind, min(members + 1, limit), \.before),
        tails: mixed(mixture.before, min(members, limit) + 1, \.tails),
        marked: mixed(mixture.marked, min(members, limit), \.marked),
        quietBefore: quiet(mixture.before), quietBehind: quiet(mixture.behind)))
    return Int32(plan.trees.count - 1)
  }

  private mutating func mixed(
    _ branches: Range<Int32>, _ size: Int, _ law: (CountTree) -> CountLawRange
  ) -> CountLawRange {
    if branches.isEmpty { return .none }
    var sum = [Double](repeating: 0, count: size)
    for place in branches {
      let branch = plan.mixed[Int(place)]
      for (count, mass) in plan.law(law(plan.trees[Int(branch.tree)])).enumerated() {
        sum[count] += branch.weight * mass
      }
    }
    return plan.add(law: sum)
  }

  /// The step for no events, when only one state of the shared part allows it.
  private mutating func quiet(_ branches: Range<Int32>) -> Int32 {
    let possible = branches.map { plan.mixed[Int($0)] }.filter { branch in
      plan.law(plan.trees[Int(branch.tree)].before).first ?? 0 > 0
    }
    guard possible.count == 1, let own = plan.placesUp(possible[0].step) else { return -1 }
    let rest = plan.trees[Int(possible[0].tree)]
    guard let others = placesUp(rest.quietBefore, rest.scope) else { return -1 }
    return plan.addUp((own + others).merged)
  }
}
