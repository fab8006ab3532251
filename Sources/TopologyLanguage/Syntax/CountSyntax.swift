/// A whole number, or the name of one that `find` looks for.
public enum CountSyntax: Sendable, Hashable {
  /// A number, 0 or more.
  case literal(Written<Int>)
  /// A free name such as `n`.
  case name(Identifier)

  /// The number; nil for a free name.
  public var literal: Int? {
    guard case .literal(let written) = self else { return nil }
    return written.value
  }

  /// Where it stands.
  public var span: SourceSpan {
    switch self {
    case .literal(let written): written.span
    case .name(let name): name.span
    }
  }
}
