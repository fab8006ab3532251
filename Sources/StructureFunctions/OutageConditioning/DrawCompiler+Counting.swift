import Quantities

/// Members of which the fewer of ups and downs are counted until the group is decided.
struct EventCount: Hashable {
  let members: [Gate.Input]
  /// The number of events that decides the group.
  let limit: Int
  let countsUps: Bool

  init(_ members: [Gate.Input], need: Int) {
    let failures = members.reduce(0) { $0 + $1.copies } - need + 1
    self.init(members, limit: min(need, failures), countsUps: need <= failures)
  }

  private init(_ members: [Gate.Input], limit: Int, countsUps: Bool) {
    self.members = members
    self.limit = limit
    self.countsUps = countsUps
  }

  /// The same count over other members.
  func over(_ members: [Gate.Input]) -> EventCount {
    EventCount(members, limit: limit, countsUps: countsUps)
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

/// A tree that several gates may use.
struct MemberTreeKey: Hashable {
  let count: EventCount
  let purpose: TreePurpose
}

/// Trees of counts.
extension DrawCompiler {
  mutating func tree(
    _ count: EventCount, _ purpose: TreePurpose
  ) throws(StructureFunctionError) -> Int32 {
    let parts = parts(count.members)
    var trees: [Int32] = []
    for group in parts.groups {
      let key = MemberTreeKey(count: count.over(group), purpose: purpose)
      let isSeparate = group.count == 1 && !isShared(group[0], parts)
      trees.append(try isSeparate ? copies(key) : mixture(key))
    }
    return joined(trees[...], limit: count.limit)
  }

  /// Whether copies of an input share a part.
  private func isShared(_ input: Gate.Input, _ parts: IndependentParts) -> Bool {
    if parts.areAllSingle { return false }
    return evaluator.arena.support(input).pivots.contains { parts.sharedPivots[$0] != nil }
  }

  private mutating func joined(_ trees: ArraySlice<Int32>, limit: Int) -> Int32 {
    guard trees.count > 1 else { return trees.first ?? 0 }
    let middle = trees.startIndex + trees.count / 2
    let left = joined(trees[..<middle], limit: limit)
    let right = joined(trees[middle...], limit: limit)
    return join(left, right, scope: nil, limit: limit)
  }

  /// The copies of one input; halves of equal size are one tree.
  private mutating func copies(_ key: MemberTreeKey) throws(StructureFunctionError) -> Int32 {
    if let known = memberTrees[key] { return known }
    let tree: Int32
    let member = key.count.members[0]
    if member.copies > 1 {
      let half = member.copies / 2
      let left = try copies(key.with(copies: half))
      let right = try copies(key.with(copies: member.copies - half))
      tree = join(left, right, scope: member.scope, limit: key.count.limit)
    } else {
      tree = try leaf(member, key)
    }
    memberTrees[key] = tree
    return tree
  }

  // MARK: Single members

  private mutating func leaf(
    _ member: Gate.Input, _ key: MemberTreeKey
  ) throws(StructureFunctionError) -> Int32 {
    // Before a marked member the marker counts as up, behind it as down: the group falls where the
    // marked member does.
    let before = evaluator.arena.cofactor(member.gate, marker.pivot, true)
    let behind = evaluator.arena.cofactor(member.gate, marker.pivot, false)
    let mark = try mark(member.gate, key.purpose)
    let countsUps = key.count.countsUps
    let leaf = CountLeaf(
      eventBefore: try value(before, countsUps), quietBefore: try value(before, !countsUps),
      eventBehind: try value(behind, countsUps), quietBehind: try value(behind, !countsUps),
      marked: mark.step)
    plan.leaves.append(leaf)
    let law = plan.add(law: try law(before, key.count))
    let lawBehind = before == behind ? law : plan.add(law: try self.law(behind, key.count))
    plan.trees.append(
      CountTree(
        form: .leaf(Int32(plan.leaves.count - 1)), members: 1, scope: Int32(member.scope ?? -1),
        before: law, behind: lawBehind,
        tails: plan.add(law: [1, try mass(before, countsUps)]),
        marked: mark.mass > 0 ? plan.add(law: [mark.mass]) : .none,
        quietBefore: quiet(leaf.quietBefore), quietBehind: quiet(leaf.quietBehind)))
    return Int32(plan.trees.count - 1)
  }

  private mutating func law(
    _ gate: Int, _ count: EventCount
  ) throws(StructureFunctionError) -> [Double] {
    let quiet = try mass(gate, !count.countsUps)
    return count.limit == 1 ? [quiet] : [quiet, try mass(gate, count.countsUps)]
  }

  private mutating func mark(
    _ gate: Int, _ purpose: TreePurpose
  ) throws(StructureFunctionError) -> Draw {
    switch purpose {
    case .values: .impossible
    case .starts: try start(gate)
    case .criticality: try critical(gate)
    }
  }

  private func quiet(_ step: Int32) -> Int32 { plan.placesUp(step) == nil ? -1 : step }
}

extension MemberTreeKey {
  fileprivate func with(copies: Int) -> MemberTreeKey {
    var member = count.members[0]
    member.copies = copies
    return MemberTreeKey(count: count.over([member]), purpose: purpose)
  }
}
