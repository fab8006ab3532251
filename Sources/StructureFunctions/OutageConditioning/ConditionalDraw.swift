/// The states of components as far as a draw has decided them.
struct ConditionalDraw: Sendable {
  /// The components that are down.
  var down: [Int32] = []
  /// The component that fails; -1 for none.
  var failing: Int32 = -1
  /// For each scope the copy at hand.
  private(set) var copies: [Int32]
  /// Where decided components begin and end.
  private var decided: [Range<Int32>] = []

  init(scopes: Int) { copies = Array(repeating: 0, count: scopes) }

  mutating func clear() {
    down.removeAll(keepingCapacity: true)
    decided.removeAll(keepingCapacity: true)
    failing = -1
  }

  mutating func enter(_ scope: Int32, copy: Int32) {
    if scope >= 0 { copies[Int(scope)] = copy }
  }

  mutating func decide(_ components: Range<Int32>) { decided.append(components) }

  func isDecided(_ component: Int32) -> Bool { decided.contains { $0.contains(component) } }
}

extension DrawPlan {
  /// Decides what a step says and all that follows from it.
  func follow(_ step: Int32, _ draw: inout ConditionalDraw, _ uniform: () -> Double) {
    switch steps[Int(step)] {
    case .nothing: break
    case .down(let atom): draw.down.append(decide(places[Int(atom)], &draw))
    case .fails(let atom): draw.failing = decide(places[Int(atom)], &draw)
    case .up(let first, let count):
      for range in first..<(first + count) { _ = decide(upRanges[Int(range)], &draw) }
    case .choice(let first, let count): choose(first, count, &draw, uniform)
    case .exactly(let count, let tree): exactly(count, tree, true, 0, &draw, uniform)
    case .fewer(let count, let tree): fewer(count, tree, &draw, uniform)
    case .atLeast(let count, let tree): atLeast(count, tree, 0, &draw, uniform)
    case .marked(let count, let tree): marked(count, tree, 0, &draw, uniform)
    }
  }

  private func decide(_ place: Place, _ draw: inout ConditionalDraw) -> Int32 {
    var first = place.first
    for stride in place.strides {
      first += strides[Int(stride)].step * draw.copies[Int(strides[Int(stride)].scope)]
    }
    draw.decide(first..<(first + place.length))
    return first
  }

  private func choose(
    _ first: Int32, _ count: Int32, _ draw: inout ConditionalDraw, _ uniform: () -> Double
  ) {
    var chosen = Int(first)
    let last = Int(first + count) - 1
    if chosen < last {
      let place = uniform()
      while chosen < last, place >= branches[chosen].cumulative { chosen += 1 }
    }
    let branch = branches[chosen]
    for next in branch.first..<(branch.first + branch.count) {
      follow(successors[Int(next)], &draw, uniform)
    }
  }

  // MARK: Counts

  /// The first copy of a tree's right half, when the tree begins at `copy`.
  private func rightCopy(_ tree: CountTree, _ copy: Int32) -> Int32 {
    tree.scope >= 0 ? copy + trees[Int(tree.left)].members : 0
  }

  private func entry(_ law: CountLawRange, _ count: Int32) -> Double {
    count >= 0 && count < law.size ? laws[Int(law.first + count)] : 0
  }

  private func fewer(
    _ limit: Int32, _ tree: Int32, _ draw: inout ConditionalDraw, _ uniform: () -> Double
  ) {
    let law = trees[Int(tree)].before
    var choice = WeighedChoice(uniform(), of: self.law(law).reduce(0, +))
    var count: Int32 = 0
    while count < law.size, !choice.takes(entry(law, count), count, 0) { count += 1 }
    exactly(choice.taken, tree, true, 0, &draw, uniform)
  }

  private func exactly(
    _ count: Int32, _ number: Int32, _ isBefore: Bool, _ copy: Int32,
    _ draw: inout ConditionalDraw, _ uniform: () -> Double
  ) {
    let tree = trees[Int(number)]
    let quiet = isBefore ? tree.quietBefore : tree.quietBehind
    if tree.isLeaf || (count == 0 && quiet >= 0) {
      draw.enter(tree.scope, copy: copy)
      follow(count == 0 && quiet >= 0 ? quiet : step(tree, count, isBefore), &draw, uniform)
      return
    }
    let share = leftShare(of: count, tree, isBefore, uniform)
    exactly(share, tree.left, isBefore, copy, &draw, uniform)
    exactly(count - share, tree.right, isBefore, rightCopy(tree, copy), &draw, uniform)
  }

  private func step(_ tree: CountTree, _ count: Int32, _ isBefore: Bool) -> Int32 {
    let leaf = leaves[Int(tree.right)]
    if isBefore { return count > 0 ? leaf.eventBefore : leaf.quietBefore }
    return count > 0 ? leaf.eventBehind : leaf.quietBehind
  }

  private func leftShare(
    of count: Int32, _ tree: CountTree, _ isBefore: Bool, _ uniform: () -> Double
  ) -> Int32 {
    if count == 0 { return 0 }
    let (left, right) = (trees[Int(tree.left)], trees[Int(tree.right)])
    let own = isBefore ? left.before : left.behind
    let other = isBefore ? right.before : right.behind
    let whole = entry(isBefore ? tree.before : tree.behind, count)
    var choice = WeighedChoice(uniform(), of: whole)
    var share = max(0, count - other.size + 1)
    while share <= count, share < own.size,
      !choice.takes(entry(own, share) * entry(other, count - share), share, 0)
    {
      share += 1
    }
    return choice.taken
  }

  /// At least so many events: the left half alone has them, and the right half is free, or it has
  /// fewer and the right half the rest.
  private func atLeast(
    _ count: Int32, _ number: Int32, _ copy: Int32, _ draw: inout ConditionalDraw,
    _ uniform: () -> Double
  ) {
    if count <= 0 { return }
    let tree = trees[Int(number)]
    if tree.isLeaf {
      exactly(count, number, true, copy, &draw, uniform)
      return
    }
    let (left, right) = (trees[Int(tree.left)], trees[Int(tree.right)])
    var choice = WeighedChoice(uniform(), of: entry(tree.tails, count))
    if choice.takes(entry(left.tails, count), count, 0) {
      atLeast(count, tree.left, copy, &draw, uniform)
      return
    }
    var share: Int32 = 0
    while share < count, share < left.before.size,
      !choice.takes(entry(left.before, share) * entry(right.tails, count - share), share, 0)
    {
      share += 1
    }
    let taken = choice.taken
    if taken == count {
      atLeast(count, tree.left, copy, &draw, uniform)
      return
    }
    exactly(taken, tree.left, true, copy, &draw, uniform)
    atLeast(count - taken, tree.right, rightCopy(tree, copy), &draw, uniform)
  }

  private func marked(
    _ count: Int32, _ number: Int32, _ copy: Int32, _ draw: inout ConditionalDraw,
    _ uniform: () -> Double
  ) {
    let tree = trees[Int(number)]
    if tree.isLeaf {
      draw.enter(tree.scope, copy: copy)
      follow(leaves[Int(tree.right)].marked, &draw, uniform)
      return
    }
    let choice = markedHalf(count, tree, uniform)
    let right = rightCopy(tree, copy)
    if choice.side == 0 {
      marked(choice.taken, tree.left, copy, &draw, uniform)
      exactly(count - choice.taken, tree.right, false, right, &draw, uniform)
    } else {
      exactly(count - choice.taken, tree.left, true, copy, &draw, uniform)
      marked(choice.taken, tree.right, right, &draw, uniform)
    }
  }

  /// Which half holds the marked member, and how many events that half has besides.
  private func markedHalf(
    _ count: Int32, _ tree: CountTree, _ uniform: () -> Double
  ) -> WeighedChoice {
    let (left, right) = (trees[Int(tree.left)], trees[Int(tree.right)])
    var choice = WeighedChoice(uniform(), of: entry(tree.marked, count))
    for (side, own, other) in [(0, left.marked, right.behind), (1, right.marked, left.before)] {
      var share = max(0, count - other.size + 1)
      while share <= count, share < own.size {
        if choice.takes(entry(own, share) * entry(other, count - share), share, side) {
          return choice
        }
        share += 1
      }
    }
    return choice
  }
}

/// A choice among weighed alternatives that are met one after another.
struct WeighedChoice {
  private let target: Double
  private var sum = 0.0
  private(set) var taken: Int32 = 0
  private(set) var side = 0

  /// `place`, 0 to 1, picks a place in the sum of all weights.
  init(_ place: Double, of total: Double) { target = place * total }

  /// True when this alternative is the one. Where rounding leaves none, the last possible one is
  /// taken.
  mutating func takes(_ weight: Double, _ alternative: Int32, _ side: Int) -> Bool {
    guard weight > 0 else { return false }
    sum += weight
    taken = alternative
    self.side = side
    return target < sum
  }
}
