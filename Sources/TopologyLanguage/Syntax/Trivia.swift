/// The comments and blank lines around a statement or a clause.
public struct Trivia: Sendable, Hashable {
  /// The comment lines above, each with its `#`; a blank line is empty, and none follows another.
  public var above: [String]
  /// The comment on the same line, with its `#`.
  public var beside: String?
  /// Comments before the closing brace of a block, and blank lines among them.
  public var below: [String]

  /// The comments `above`, `beside` and `below`.
  public init(above: [String] = [], beside: String? = nil, below: [String] = []) {
    self.above = above
    self.beside = beside
    self.below = below
  }

  /// No comment and no blank line.
  public static let none = Trivia()

  /// True without any comment or blank line.
  public var isEmpty: Bool { above.isEmpty && beside == nil && below.isEmpty }
}
