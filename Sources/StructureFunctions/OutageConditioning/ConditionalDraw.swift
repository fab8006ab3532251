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
}
