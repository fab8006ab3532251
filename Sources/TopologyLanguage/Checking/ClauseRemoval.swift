/// How a clause is left out of its list so that the rest stays right: which text to delete.
///
/// The comma in front goes with the clause; the first clause takes the comma behind it along.
struct ClauseRemoval {
  /// What to delete; the clause alone where nothing can be deleted.
  let span: SourceSpan
  /// The one replacement, of nothing; none where more than a deletion would be needed.
  let fixes: [String]

  init(of clause: SourceSpan, in source: SourceText) {
    let before = Self.skipBlanks(from: clause.offset - 1, by: -1, in: source)
    if Self.byte(at: before, in: source) == UInt8(ascii: ",") {
      span = SourceSpan(offset: before, length: clause.end - before)
      fixes = [""]
      return
    }
    let behind = Self.skipBlanks(from: clause.end, by: 1, in: source)
    if Self.byte(at: behind, in: source) == UInt8(ascii: ",") {
      let end = Self.skipBlanks(from: behind + 1, by: 1, in: source)
      span = SourceSpan(offset: clause.offset, length: end - clause.offset)
      fixes = [""]
      return
    }
    span = clause
    fixes = Self.standsAlone(before, behind, in: source) ? [""] : []
  }

  /// True for a clause of a block that has a line of its own.
  private static func standsAlone(_ before: Int, _ behind: Int, in source: SourceText) -> Bool {
    guard byte(at: before, in: source) == UInt8(ascii: "\n") else { return false }
    var above = before
    while let byte = byte(at: above, in: source), isBlank(byte) || byte == UInt8(ascii: "\n") {
      above -= 1
    }
    let isContinued = byte(at: above, in: source) == UInt8(ascii: ",")
    return !isContinued && byte(at: behind, in: source) == UInt8(ascii: "\n")
  }

  private static func skipBlanks(from start: Int, by step: Int, in source: SourceText) -> Int {
    var place = start
    while let byte = byte(at: place, in: source), isBlank(byte) { place += step }
    return place
  }

  private static func byte(at place: Int, in source: SourceText) -> UInt8? {
    source.bytes.indices.contains(place) ? source.bytes[place] : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
