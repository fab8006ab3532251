/// A stretch of source text, in UTF-8 bytes from the beginning of the text.
public struct SourceSpan: Sendable, Hashable {
  /// The first byte.
  public let offset: Int
  /// The number of bytes; 0 for a place between two bytes.
  public let length: Int

  /// The stretch of `length` bytes from `offset`.
  public init(offset: Int, length: Int) {
    self.offset = offset
    self.length = length
  }

  /// The place of things that were not written: a tree built by a program.
  public static let unknown = SourceSpan(offset: 0, length: 0)

  /// The byte after the last one.
  public var end: Int { offset + length }

  /// The stretch from the beginning of this one to the end of `other`.
  public func through(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(offset: offset, length: max(other.end - offset, 0))
  }

  /// The empty place just before this stretch.
  public var before: SourceSpan { SourceSpan(offset: offset, length: 0) }

  /// The empty place just after this stretch.
  public var after: SourceSpan { SourceSpan(offset: end, length: 0) }
}
