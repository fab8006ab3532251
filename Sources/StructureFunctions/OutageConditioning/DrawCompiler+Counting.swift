import Quantities

/// Members of which the fewer of ups and downs are counted until the group is decided.
struct EventCount {
  let members: [Gate.Input]
  /// The number of events that decides the group.
  let limit: Int
  let countsUps: Bool

  init(_ members: [Gate.Input], need: Int) {
    let failures = members.reduce(0) { $0 + $1.copies } - need + 1
    self.members = members
    countsUps = need <= failures
    limit = min(need, failures)
  }
}

/// What a tree of members is for, which says what its marked member is.
enum TreePurpose: Hashable {
  /// No member is marked.
  case values
  /// A member in which an outage starts.
  case starts
  /// A member that is critical for the marker.
  case criticality
}

/// Copies of one member, and the laws that their tree holds.
struct CopyTreeKey: Hashable {
  let gate: Int
  let scope: Int?
  let copies: Int
  let limit: Int
  let countsUps: Bool
  let purpose: TreePurpose
}

/// Trees of counts.
extension DrawCompiler {
  mutating func tree(
    _ count: EventCount, _ purpose: TreePurpose
  ) throws(StructureFunctionError) -> Int32 {
    try tree(count.members[...], count, purpose)
  }

  private mutating func tree(
    _ members: ArraySlice<Gate.Input>, _ count: EventCount, _ purpose: TreePurpose
  ) throws(StructureFunctionError) -> Int32 {
    let middle = members.startIndex + members.count / 2
    guard middle > members.startIndex else {
      guard let member = members.first else { return 0 }
      return try copies(
        CopyTreeKey(
          gate: member.gate, scope: member.scope, copies: member.copies, limit: count.limit,
          countsUps: count.countsUps, purpose: purpose))
    }
    let left = try tree(members[..<middle], count, purpose)
    let right = try tree(members[middle...], count, purpose)
    return join(left, right, scope: nil, limit: count.limit)
  }

  /// Halves of equal size are one tree.
  private mutating func copies(_ key: CopyTreeKey) throws(StructureFunctionError) -> Int32 {
    if let known = copyTrees[key] { return known }
    let tree: Int32
    if key.copies > 1 {
      let half = key.copies / 2
      let left = try copies(key.with(copies: half))
      let right = try copies(key.with(copies: key.copies - half))
      tree = join(left, right, scope: key.scope, limit: key.limit)
    } else {
      tree = try leaf(key)
    }
    copyTrees[key] = tree
    return tree
  }

  // MARK: Single members

  private mutating func leaf(_ key: CopyTreeKey) throws(StructureFunctionError) -> Int32 {
    // Before a marked member the marker counts as up, behind it as down: the group falls where the
    // marked member does.
    let before = evaluator.arena.cofactor(key.gate, marker.pivot, true)
    let behind = evaluator.arena.cofactor(key.gate, marker.pivot, false)
    let mark = try mark(key)
    let leaf = CountLeaf(
      eventBefore: try value(before, key.countsUps),
      quietBefore: try value(before, !key.countsUps),
      eventBehind: try value(behind, key.countsUps),
      quietBehind: try value(behind, !key.countsUps), marked: mark.step)
    plan.leaves.append(leaf)
    let law = plan.add(law: try law(before, key))
    plan.trees.append(
      CountTree(
        left: -1, right: Int32(plan.leaves.count - 1), members: 1,
        scope: Int32(key.scope ?? -1), before: law,
        behind: before == behind ? law : plan.add(law: try self.law(behind, key)),
        tails: plan.add(law: [1, try mass(before, key.countsUps)]),
        marked: mark.mass > 0 ? plan.add(law: [mark.mass]) : .none,
        quietBefore: plan.placesUp(leaf.quietBefore) == nil ? -1 : leaf.quietBefore,
        quietBehind: plan.placesUp(leaf.quietBehind) == nil ? -1 : leaf.quietBehind))
    return Int32(plan.trees.count - 1)
  }

  private mutating func law(
    _ gate: Int, _ key: CopyTreeKey
  ) throws(StructureFunctionError) -> [Double] {
    let quiet = try mass(gate, !key.countsUps)
    return key.limit == 1 ? [quiet] : [quiet, try mass(gate, key.countsUps)]
  }

  private mutating func mark(_ key: CopyTreeKey) throws(StructureFunctionError) -> Draw {
    switch key.purpose {
    case .values: .impossible
    case .starts: try start(key.gate)
    case .criticality: try critical(key.gate)
    }
  }

  // MARK: Halves

  private mutating func join(
    _ leftNumber: Int32, _ rightNumber: Int32, scope: Int?, limit: Int
  ) -> Int32 {
    let (left, right) = (plan.trees[Int(leftNumber)], plan.trees[Int(rightNumber)])
    let before = convolved(left.before, right.before, limit)
    let isOneLaw = left.before == left.behind && right.before == right.behind
    let behind = isOneLaw ? before : convolved(left.behind, right.behind, limit)
    let quietBefore = joinedQuiet(left, right, left.quietBefore, right.quietBefore, scope)
    let quietBehind =
      left.quietBefore == left.quietBehind && right.quietBefore == right.quietBehind
      ? quietBefore : joinedQuiet(left, right, left.quietBehind, right.quietBehind, scope)
    plan.trees.append(
      CountTree(
        left: leftNumber, right: rightNumber, members: left.members + right.members,
        scope: Int32(scope ?? -1), before: before, behind: behind,
        tails: joinedTails(left, right, limit), marked: joinedMarks(left, right, limit),
        quietBefore: quietBefore, quietBehind: quietBehind))
    return Int32(plan.trees.count - 1)
  }

  private mutating func convolved(
    _ left: CountLawRange, _ right: CountLawRange, _ limit: Int
  ) -> CountLawRange {
    guard left.size > 0, right.size > 0 else { return .none }
    var law = [Double](repeating: 0, count: min(Int(left.size + right.size) - 1, limit))
    add(left, times: right, to: &law)
    return plan.add(law: law)
  }

  private func add(_ left: CountLawRange, times right: CountLawRange, to law: inout [Double]) {
    for (i, a) in plan.law(left).enumerated() where a > 0 {
      for (j, b) in plan.law(right).prefix(max(0, law.count - i)).enumerated() {
        law[i + j] += a * b
      }
    }
  }

  private mutating func joinedTails(
    _ left: CountTree, _ right: CountTree, _ limit: Int
  ) -> CountLawRange {
    let members = Int(left.members + right.members)
    var tails = [Double](repeating: 0, count: min(members, limit) + 1)
    let (own, other) = (Array(plan.law(left.tails)), Array(plan.law(right.tails)))
    for (count, tail) in own.enumerated() { tails[count] = tail }
    for (share, mass) in plan.law(left.before).enumerated() {
      for (rest, tail) in other.enumerated().dropFirst() where share + rest < tails.count {
        tails[share + rest] += mass * tail
      }
    }
    return plan.add(law: tails)
  }

  private mutating func joinedMarks(
    _ left: CountTree, _ right: CountTree, _ limit: Int
  ) -> CountLawRange {
    guard left.marked.size + right.marked.size > 0 else { return .none }
    let members = Int(left.members + right.members)
    var law = [Double](repeating: 0, count: min(members, limit))
    add(left.marked, times: right.behind, to: &law)
    add(right.marked, times: left.before, to: &law)
    return plan.add(law: law)
  }

  // MARK: No events

  /// The step for no events among all members of a tree.
  mutating func noEvents(_ number: Int32) -> Int32 {
    let tree = plan.trees[Int(number)]
    guard tree.quietBefore >= 0, let places = plan.placesUp(tree.quietBefore) else {
      return plan.add(.exactly(0, tree: number))
    }
    if tree.scope < 0 { return tree.quietBefore }
    return plan.addUp(places.map { outsideOfCopies($0, tree.scope) })
  }

  private mutating func joinedQuiet(
    _ left: CountTree, _ right: CountTree, _ leftStep: Int32, _ rightStep: Int32, _ scope: Int?
  ) -> Int32 {
    guard leftStep >= 0, rightStep >= 0, let own = plan.placesUp(leftStep),
      let others = plan.placesUp(rightStep)
    else { return -1 }
    if let scope {
      guard let all = own.stretched(to: left.members + right.members, of: left.members, scope, plan)
      else { return -1 }
      return plan.addUp(all)
    }
    var all: [DrawPlan.Place] = []
    for (tree, places) in [(left, own), (right, others)] {
      for place in places { all.append(outsideOfCopies(place, tree.scope)) }
    }
    return plan.addUp(all.merged)
  }

  /// The place as seen where the copies of a scope begin: from copy 0.
  private mutating func outsideOfCopies(
    _ place: DrawPlan.Place, _ scope: Int32
  ) -> DrawPlan.Place {
    let strides = plan.strides(of: place)
    guard strides.contains(where: { $0.scope == scope }) else { return place }
    return plan.place(place.first, place.length, strides.filter { $0.scope != scope })
  }
}

extension CopyTreeKey {
  fileprivate func with(copies: Int) -> CopyTreeKey {
    CopyTreeKey(
      gate: gate, scope: scope, copies: copies, limit: limit, countsUps: countsUps,
      purpose: purpose)
  }
}

extension [DrawPlan.Place] {
  /// The places of more copies of a scope; nil where those of one copy leave gaps.
  fileprivate func stretched(
    to copies: Int32, of own: Int32, _ scope: Int, _ plan: DrawPlan
  ) -> [DrawPlan.Place]? {
    var result: [DrawPlan.Place] = []
    for place in self {
      guard let stride = plan.strides(of: place).first(where: { $0.scope == scope }) else {
        return nil
      }
      guard place.length == own * stride.step else { return nil }
      var longer = place
      longer.length = copies * stride.step
      result.append(longer)
    }
    return result
  }

  /// Neighbours that exist once in one place.
  fileprivate var merged: [DrawPlan.Place] {
    var result: [DrawPlan.Place] = []
    for place in sorted(by: { $0.first < $1.first }) {
      if let last = result.last, last.strides.isEmpty, place.strides.isEmpty,
        last.first + last.length == place.first
      {
        result[result.count - 1].length += place.length
      } else {
        result.append(place)
      }
    }
    return result
  }
}
