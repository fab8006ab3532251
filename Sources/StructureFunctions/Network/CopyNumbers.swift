/// Which copy of each scope something stands in, outer scopes first; equal lists have equal numbers.
struct CopyNumbers {
  private struct Step: Hashable {
    let outer: Int
    let scope: Int
    let copy: Int
  }

  /// What stands in no copy.
  static let none = 0

  private var steps = [Step(outer: 0, scope: -1, copy: 0)]
  private var index: [Step: Int] = [:]

  /// The list with one more entry at its inner end.
  mutating func list(_ outer: Int, entering scope: Int, copy: Int) -> Int {
    let step = Step(outer: outer, scope: scope, copy: copy)
    if let known = index[step] { return known }
    steps.append(step)
    index[step] = steps.count - 1
    return steps.count - 1
  }

  /// The entries of the list that belong to some scopes.
  mutating func list(_ list: Int, within scopes: Set<Int>) -> Int {
    if list == Self.none { return list }
    let step = steps[list]
    let outer = self.list(step.outer, within: scopes)
    guard scopes.contains(step.scope) else { return outer }
    return outer == step.outer ? list : self.list(outer, entering: step.scope, copy: step.copy)
  }

  /// The copy of a scope that the list names; 0 for none, as for what exists once.
  func copy(of scope: Int, in list: Int) -> Int {
    var current = list
    while current != Self.none {
      if steps[current].scope == scope { return steps[current].copy }
      current = steps[current].outer
    }
    return 0
  }
}
