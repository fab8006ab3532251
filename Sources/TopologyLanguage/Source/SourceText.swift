/// The text of one file, shell line, prompt entry or notebook cell, as UTF-8 bytes.
public struct SourceText: Sendable, Hashable {
  /// What to call the text in messages: a file name, or `<shell>`.
  public let name: String
  /// The text; not yet known to be valid UTF-8.
  public let bytes: [UInt8]

  /// The text `bytes` called `name`.
  public init(bytes: [UInt8], name: String = "<input>") {
    self.bytes = bytes
    self.name = name
  }

  /// The text `string` called `name`.
  public init(_ string: String, name: String = "<input>") {
    self.init(bytes: Array(string.utf8), name: name)
  }

  /// The text of a span; bytes outside the text are left out, invalid ones replaced.
  public func text(in span: SourceSpan) -> String {
    String(decoding: bytes[clamp(span.offset)..<clamp(span.end)], as: UTF8.self)
  }

  /// The line and column of a byte. Takes time in proportion to `offset`.
  public func position(of offset: Int) -> SourcePosition {
    let end = clamp(offset)
    let line = bytes[..<end].count { $0 == UInt8(ascii: "\n") } + 1
    let before = String(decoding: bytes[lineStart(of: end)..<end], as: UTF8.self)
    return SourcePosition(line: line, column: before.count + 1)
  }

  /// The span of the line that holds a byte, without its line end.
  public func line(of offset: Int) -> SourceSpan {
    let start = lineStart(of: clamp(offset))
    var end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceSpan(offset: start, length: end - start)
  }

  private func lineStart(of offset: Int) -> Int {
    (bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
  }

  private func clamp(_ offset: Int) -> Int { min(max(offset, 0), bytes.count) }
}

/// A place in a text as people count: both numbers from 1, columns in characters.
public struct SourcePosition: Sendable, Hashable {
  /// The line, from 1.
  public let line: Int
  /// The column in characters, from 1.
  public let column: Int

  /// The place at `line` and `column`.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
