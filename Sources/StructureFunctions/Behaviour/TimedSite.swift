import Quantities
import Topology

/// A rule, or a source of downtime, where it stands in the structure, before copies are written out.
struct TimedSite {
  /// Where in a definition it stands.
  enum Role: Hashable {
    /// In its expression, at a place there.
    case expression([Int])
    /// The after-effect of that number.
    case afterEffect(Int)
    /// The breaker of that number.
    case breaker(Int)
    /// The queue that the definition is, for all that is sent through it.
    case queue
    /// The group, the changes or the maintenance that the definition is.
    case body
  }

  /// Which site it is.
  struct Key: Hashable {
    let owner: Int
    let role: Role
    /// The innermost scope of copies that it is new in.
    let scope: Int?
    /// Of what levels are shares.
    let demand: Rate?

    /// The same place, whatever is asked of it.
    var withoutDemand: Key { Key(owner: owner, role: role, scope: scope, demand: nil) }
  }

  /// Where an operand's level comes from.
  enum Source {
    case expression(Expression, StructureCompiler.Position)
    case name(String)
    /// A definition with only so many of its after-effects.
    case definition(Int, effects: Int)
    /// What is up or down, without other levels.
    case gate(Int)
  }

  /// What the rule reads.
  struct Operand {
    let source: Source
    /// The levels above 0 that it can have, ascending.
    let levels: [Double]
    /// It is down below this level.
    let downBelow: Double
    /// The gates of the levels that are told apart, in order of request.
    var gates: [(level: Double, gate: Int)] = []
  }

  /// An atom that stands for a level at least so high.
  struct Output: Hashable {
    let threshold: Double
    /// Of maintenance the place in the scope, else 0.
    let place: Int
    let atom: Int
  }

  let key: Key
  let name: String
  let kind: TimedPart.Kind
  /// The levels above 0 that it can have, ascending.
  let levels: [Double]
  var operands: [Operand]
  var outputs: [Output] = []

  /// The smallest of some levels that is at least `threshold`; nil when all are lower.
  static func level(_ threshold: Double, in levels: [Double]) -> Double? {
    levels.first { $0 >= threshold - StructureFunction.levelTolerance }
  }
}

extension TimedPart.Kind {
  /// The word for what the part does.
  public var word: String {
    switch self {
    case .afterEffect(.buffer), .send: "buffer"
    case .afterEffect(.absorption): "absorption"
    case .afterEffect(.lag): "lag"
    case .breaker: "breaker"
    case .failover, .leader: "failover"
    case .routing: "detection"
    case .changes: "changes"
    case .maintenance: "maintenance"
    }
  }

  /// What is written beside the definition's name where components are listed; nil where that is all
  /// that the definition is.
  var label: String? {
    switch self {
    case .changes, .maintenance: nil
    default: word
    }
  }

  /// Whether the rule makes levels of its own from those of the operand at that place, so that it
  /// must know all of them.
  func multipliesLevels(ofOperand place: Int) -> Bool {
    guard case .failover(let failover) = self else { return false }
    return failover.timeToLive != nil && place == 1
  }

  /// Whether what the rule does depends on more than its operands.
  var drawsByChance: Bool {
    switch self {
    case .failover, .leader, .afterEffect(.lag), .changes, .maintenance: true
    case .afterEffect, .send, .breaker, .routing: false
    }
  }

  /// Whether operands are only up or down to the rule.
  var ignoresLevels: Bool {
    switch self {
    case .send, .leader, .routing: true
    default: false
    }
  }
}
