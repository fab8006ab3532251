/// The laws of two halves together, by sums of products of positive terms.
extension DrawCompiler {
  /// A tree of two halves; `scope` when they hold copies of one member.
  mutating func join(
    _ leftNumber: Int32, _ rightNumber: Int32, scope: Int?, limit: Int
  ) -> Int32 {
    let (left, right) = (plan.trees[Int(leftNumber)], plan.trees[Int(rightNumber)])
    let before = convolved(left.before, right.before, limit)
    let isOneLaw = left.before == left.behind && right.before == right.behind
    let quietBefore = joinedQuiet(left, right, left.quietBefore, right.quietBefore, scope)
    let isOneQuiet =
      left.quietBefore == left.quietBehind && right.quietBefore == right.quietBehind
    plan.trees.append(
      CountTree(
        form: .halves(left: leftNumber, right: rightNumber),
        members: left.members + right.members, scope: Int32(scope ?? -1), before: before,
        behind: isOneLaw ? before : convolved(left.behind, right.behind, limit),
        tails: joinedTails(left, right, limit), marked: joinedMarks(left, right, limit),
        quietBefore: quietBefore,
        quietBehind: isOneQuiet
          ? quietBefore : joinedQuiet(left, right, left.quietBehind, right.quietBehind, scope)))
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
    for (count, tail) in plan.law(left.tails).enumerated() { tails[count] = tail }
    for (share, mass) in plan.law(left.before).enumerated() where mass > 0 {
      let others = plan.law(right.tails).prefix(max(0, tails.count - share))
      for (rest, tail) in others.enumerated().dropFirst() { tails[share + rest] += mass * tail }
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
    guard let places = placesUp(tree.quietBefore, tree.scope) else {
      return plan.add(.exactly(0, tree: number))
    }
    return tree.scope < 0 ? tree.quietBefore : plan.addUp(places)
  }

  private mutating func joinedQuiet(
    _ left: CountTree, _ right: CountTree, _ leftStep: Int32, _ rightStep: Int32, _ scope: Int?
  ) -> Int32 {
    guard leftStep >= 0, rightStep >= 0 else { return -1 }
    if let scope {
      let members = left.members + right.members
      guard let own = plan.placesUp(leftStep),
        let all = own.stretched(to: members, of: left.members, scope, plan)
      else { return -1 }
      return plan.addUp(all)
    }
    guard let own = placesUp(leftStep, left.scope), let others = placesUp(rightStep, right.scope)
    else { return -1 }
    return plan.addUp((own + others).merged)
  }

  /// What a tree's step for no events finds up, as seen where the copies of a scope begin; nil when
  /// the step decides more than that.
  mutating func placesUp(_ step: Int32, _ scope: Int32) -> [DrawPlan.Place]? {
    guard step >= 0, let places = plan.placesUp(step) else { return nil }
    return places.map { place in
      let strides = plan.strides(of: place)
      guard strides.contains(where: { $0.scope == scope }) else { return place }
      return plan.place(place.first, place.length, strides.filter { $0.scope != scope })
    }
  }
}

extension [DrawPlan.Place] {
  /// The places of more copies of a scope; nil where those of one copy leave gaps.
  fileprivate func stretched(
    to copies: Int32, of own: Int32, _ scope: Int, _ plan: DrawPlan
  ) -> [DrawPlan.Place]? {
    var result: [DrawPlan.Place] = []
    for place in self {
      guard let stride = plan.strides(of: place).first(where: { $0.scope == scope }),
        place.length == own * stride.step
      else { return nil }
      var longer = place
      longer.length = copies * stride.step
      result.append(longer)
    }
    return result
  }

  /// Neighbours that exist once in one place.
  var merged: [DrawPlan.Place] {
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
