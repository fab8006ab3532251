/// A name as written, without quotes.
public struct Identifier: Sendable, Hashable {
  /// The name.
  public let text: String
  /// Where it stands, quotes included.
  @NotCompared public var span: SourceSpan

  /// The name `text` at `span`.
  public init(_ text: String, span: SourceSpan = .unknown) {
    self.text = text
    self.span = span
  }
}

/// A thing and a word of it, such as `db.mttr`.
///
/// Names hold dots too (`az.1.mttr`): which of the segments are the name, only the one who knows all
/// names can say.
public struct PathSyntax: Sendable, Hashable {
  /// The parts between the dots; a quoted name is one part, dots and all.
  public let segments: [String]
  /// Where it stands.
  @NotCompared public var span: SourceSpan

  /// The path of `segments` at `span`.
  public init(segments: [String], span: SourceSpan = .unknown) {
    self.segments = segments
    self.span = span
  }

  /// Every way to read the path as a name and the words after it, the longest name first.
  public var readings: [(name: String, words: [String])] {
    segments.indices.reversed().map { last in
      (segments[...last].joined(separator: "."), Array(segments[(last + 1)...]))
    }
  }
}
