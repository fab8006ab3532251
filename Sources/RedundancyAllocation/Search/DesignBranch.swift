/// All designs that begin with the same options, in the order in which a search decides its choices.
struct DesignBranch: Sendable, Comparable {
  /// How many choices are decided.
  let depth: Int
  /// The options decided, as the digits of one number, the last decided as the last digit.
  let code: Int
  /// The least cost of any of its designs.
  let cost: Double
  /// No design of it has a lower unavailability.
  var unavailability: Double
  /// Whether that bound comes from an evaluation of its own.
  var isBounded: Bool
  /// What comes first, by the goal.
  var priority: (Double, Double)

  /// Deeper branches first among equals, so that whole designs turn up early; then by number, so that
  /// each run goes the same way.
  static func < (left: DesignBranch, right: DesignBranch) -> Bool {
    if left.priority != right.priority { return left.priority < right.priority }
    if left.depth != right.depth { return left.depth > right.depth }
    return (left.code, left.isBounded ? 1 : 0) < (right.code, right.isBounded ? 1 : 0)
  }

  static func == (left: DesignBranch, right: DesignBranch) -> Bool {
    left.depth == right.depth && left.code == right.code && left.isBounded == right.isBounded
  }
}
