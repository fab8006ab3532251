/// Things in an expression of which only some are needed.
struct Redundancy {
  /// How many are needed.
  let need: Int
  /// What may stand for each other.
  let operands: [ExpressionSyntax]
  /// How many of each operand there are.
  let copies: Int

  /// How many there are in all.
  var count: Int { operands.count * copies }
}

extension ExpressionSyntax {
  /// What in the expression may be missing; nil where all of it is needed, or a number is looked for.
  var redundancy: Redundancy? {
    switch content {
    case .any(let operands): Redundancy(need: 1, operands: operands, copies: 1)
    case .otherwise(let primary, let alternative):
      Redundancy(need: 1, operands: [primary, alternative], copies: 1)
    case .choice(let need, let operands):
      need.literal.map { Redundancy(need: $0, operands: operands, copies: 1) }
    case .copies(let need, let count, let operand):
      need.literal.flatMap { need in
        count.literal.map { Redundancy(need: need, operands: [operand], copies: $0) }
      }
    default: nil
    }
  }

  /// True where the expression is down while the things called `down` are.
  func falls(with down: Set<String>) -> Bool {
    switch content {
    case .percent, .level, .component, .sum: false
    case .name(let name): down.contains(name.text)
    case .bracket(let inner, _): inner.falls(with: down)
    case .copies(_, _, let operand): operand.falls(with: down)
    case .all(let operands): operands.contains { $0.falls(with: down) }
    case .any, .choice, .otherwise:
      redundancy.map { spare in
        spare.count - spare.operands.count { $0.falls(with: down) } < spare.need
      } ?? false
    }
  }
}
