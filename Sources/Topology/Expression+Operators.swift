/// Expressions that read like the language: `"lb" & "web"`, `"a" | "b"`, `.copies(need: 2, count: 3,
/// of: "web")`. A string is a name.
extension Expression: ExpressibleByStringLiteral {
  /// The thing of that name.
  public init(stringLiteral name: String) { self = .name(name) }

  /// All of them: a hard dependency on each.
  public static func & (left: Expression, right: Expression) -> Expression {
    guard case .all(let operands) = left else { return .all([left, right]) }
    return .all(operands + [right])
  }

  /// At least one of them: redundancy.
  public static func | (left: Expression, right: Expression) -> Expression {
    guard case .any(let operands) = left else { return .any([left, right]) }
    return .any(operands + [right])
  }

  /// `weight * expression`, a term of ``weighted(_:)``.
  public static func * (weight: Double, expression: Expression) -> WeightedTerm {
    WeightedTerm(weight: weight, expression)
  }
}
