/// Draws how many events fall to which members.
extension DrawPlan {
  /// The first copy of a tree's right half, when the tree begins at `copy`.
  private func rightCopy(_ tree: CountTree, _ left: Int32, _ copy: Int32) -> Int32 {
    tree.scope >= 0 ? copy + trees[Int(left)].members : 0
  }

  private func entry(_ law: CountLawRange, _ count: Int32) -> Double {
    count >= 0 && count < law.size ? laws[Int(law.first + count)] : 0
  }

  func fewer(
    _ limit: Int32, _ tree: Int32, _ draw: inout ConditionalDraw, _ uniform: () -> Double
  ) {
    let law = trees[Int(tree)].before
    var choice = WeighedChoice(uniform(), of: self.law(law).reduce(0, +))
    var count: Int32 = 0
    while count < law.size, !choice.takes(entry(law, count), count) { count += 1 }
    exactly(choice.taken, tree, true, 0, &draw, uniform)
  }

  // MARK: Just so many

  func exactly(
    _ count: Int32, _ number: Int32, _ isBefore: Bool, _ copy: Int32,
    _ draw: inout ConditionalDraw, _ uniform: () -> Double
  ) {
    let tree = trees[Int(number)]
    let quiet = isBefore ? tree.quietBefore : tree.quietBehind
    if count == 0, quiet >= 0 {
      draw.enter(tree.scope, copy: copy)
      follow(quiet, &draw, uniform)
      return
    }
    switch tree.form {
    case .leaf(let leaf):
      draw.enter(tree.scope, copy: copy)
      follow(step(leaves[Int(leaf)], count, isBefore), &draw, uniform)
    case .halves(let left, let right):
      let share = leftShare(of: count, tree, left, right, isBefore, uniform)
      exactly(share, left, isBefore, copy, &draw, uniform)
      exactly(count - share, right, isBefore, rightCopy(tree, left, copy), &draw, uniform)
    case .mixture(let mixture):
      let branch = branch(
        isBefore ? mixture.before : mixture.behind, uniform, count, \.before)
      follow(branch.step, &draw, uniform)
      exactly(count, branch.tree, true, 0, &draw, uniform)
    }
  }

  private func step(_ leaf: CountLeaf, _ count: Int32, _ isBefore: Bool) -> Int32 {
    if isBefore { return count > 0 ? leaf.eventBefore : leaf.quietBefore }
    return count > 0 ? leaf.eventBehind : leaf.quietBehind
  }

  private func leftShare(
    of count: Int32, _ tree: CountTree, _ left: Int32, _ right: Int32, _ isBefore: Bool,
    _ uniform: () -> Double
  ) -> Int32 {
    if count == 0 { return 0 }
    let own = isBefore ? trees[Int(left)].before : trees[Int(left)].behind
    let other = isBefore ? trees[Int(right)].before : trees[Int(right)].behind
    let whole = entry(isBefore ? tree.before : tree.behind, count)
    var choice = WeighedChoice(uniform(), of: whole)
    var share = max(0, count - other.size + 1)
    while share <= count, share < own.size,
      !choice.takes(entry(own, share) * entry(other, count - share), share)
    {
      share += 1
    }
    return choice.taken
  }

  private func branch(
    _ range: Range<Int32>, _ uniform: () -> Double, _ count: Int32,
    _ law: (CountTree) -> CountLawRange
  ) -> CountMixture.Branch {
    if range.count == 1 { return mixed[Int(range.lowerBound)] }
    func weight(_ place: Int32) -> Double {
      let branch = mixed[Int(place)]
      return branch.weight * entry(law(trees[Int(branch.tree)]), count)
    }
    var whole = 0.0
    for place in range { whole += weight(place) }
    var choice = WeighedChoice(uniform(), of: whole)
    for place in range where choice.takes(weight(place), place) { break }
    return mixed[Int(choice.taken)]
  }

  // MARK: At least so many

  func atLeast(
    _ count: Int32, _ number: Int32, _ copy: Int32, _ draw: inout ConditionalDraw,
    _ uniform: () -> Double
  ) {
    if count <= 0 { return }
    let tree = trees[Int(number)]
    switch tree.form {
    case .leaf: exactly(count, number, true, copy, &draw, uniform)
    case .halves(let left, let right):
      let share = leftShare(ofAtLeast: count, tree, left, right, uniform)
      if share == count {
        atLeast(count, left, copy, &draw, uniform)
      } else {
        exactly(share, left, true, copy, &draw, uniform)
        atLeast(count - share, right, rightCopy(tree, left, copy), &draw, uniform)
      }
    case .mixture(let mixture):
      let branch = branch(mixture.before, uniform, count, \.tails)
      follow(branch.step, &draw, uniform)
      atLeast(count, branch.tree, 0, &draw, uniform)
    }
  }

  /// The left half has all of the events, or more, and the right half is free; or it has fewer and
  /// the right half the rest.
  private func leftShare(
    ofAtLeast count: Int32, _ tree: CountTree, _ left: Int32, _ right: Int32,
    _ uniform: () -> Double
  ) -> Int32 {
    let (own, other) = (trees[Int(left)], trees[Int(right)])
    var choice = WeighedChoice(uniform(), of: entry(tree.tails, count))
    if choice.takes(entry(own.tails, count), count) { return count }
    var share: Int32 = 0
    while share < count, share < own.before.size,
      !choice.takes(entry(own.before, share) * entry(other.tails, count - share), share)
    {
      share += 1
    }
    return choice.taken
  }

  // MARK: A marked member

  func marked(
    _ count: Int32, _ number: Int32, _ copy: Int32, _ draw: inout ConditionalDraw,
    _ uniform: () -> Double
  ) {
    let tree = trees[Int(number)]
    switch tree.form {
    case .leaf(let leaf):
      draw.enter(tree.scope, copy: copy)
      follow(leaves[Int(leaf)].marked, &draw, uniform)
    case .halves(let left, let right):
      let choice = markedHalf(count, tree, left, right, uniform)
      let (own, rest) = (choice.taken, count - choice.taken)
      if choice.isSecond {
        exactly(rest, left, true, copy, &draw, uniform)
        marked(own, right, rightCopy(tree, left, copy), &draw, uniform)
      } else {
        marked(own, left, copy, &draw, uniform)
        exactly(rest, right, false, rightCopy(tree, left, copy), &draw, uniform)
      }
    case .mixture(let mixture):
      let branch = branch(mixture.marked, uniform, count, \.marked)
      follow(branch.step, &draw, uniform)
      marked(count, branch.tree, 0, &draw, uniform)
    }
  }

  /// Which half holds the marked member, and how many events that half has besides.
  private func markedHalf(
    _ count: Int32, _ tree: CountTree, _ left: Int32, _ right: Int32, _ uniform: () -> Double
  ) -> WeighedChoice {
    let (first, second) = (trees[Int(left)], trees[Int(right)])
    var choice = WeighedChoice(uniform(), of: entry(tree.marked, count))
    if choice.takes(first.marked, second.behind, count, isSecond: false, entry) { return choice }
    _ = choice.takes(second.marked, first.before, count, isSecond: true, entry)
    return choice
  }
}
