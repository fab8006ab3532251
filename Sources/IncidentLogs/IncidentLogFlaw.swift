/// One thing that is wrong with an incident log, and where.
public struct IncidentLogFlaw: Error, Sendable, Hashable {
  /// The row, the header being row 1; nil for flaws of the whole text.
  public let row: Int?
  /// The column's name in the header; nil for flaws of the whole row.
  public let column: String?
  /// What is wrong.
  public let kind: Kind

  /// A flaw.
  public init(row: Int?, column: String?, kind: Kind) {
    self.row = row
    self.column = column
    self.kind = kind
  }

  /// What can be wrong. Texts are as they were read, cut after 60 bytes.
  public enum Kind: Sendable, Hashable {
    /// No bytes, or blank lines only.
    case empty
    /// The text is UTF-16.
    case utf16
    /// The header isn't UTF-8, or holds a NUL.
    case header
    /// More columns than are read.
    case tooManyColumns(Int)
    /// No column for the role: the name that was asked for, if any, and the columns that are there.
    case missingColumn(ColumnRole, asked: String?, columns: [String])
    /// Several columns for the role.
    case ambiguousColumn(ColumnRole, columns: [String])
    /// The row has another number of cells than the header.
    case cellCount(Int, header: Int)
    /// Quotes are opened and never closed.
    case unclosedQuote
    /// Something follows the closing quote.
    case textAfterQuote
    /// A name that isn't UTF-8, or holds a NUL.
    case text(String)
    /// The start is empty.
    case noStart
    /// A start or end that can't be read.
    case time(String, TimeStampFlaw)
    /// A zone that can't be had.
    case zone(ZoneError)
    /// The end is before the start; the texts of both.
    case endBeforeStart(end: String, start: String)
    /// A duration that can't be read.
    case duration(String, DurationFlaw)
    /// The start and the duration lead outside the years 1678 to 2262.
    case endOutOfRange(String)
    /// End and duration differ by more than the duration's smallest unit: both texts.
    case disagreement(duration: String, end: String)
    /// A share that can't be read.
    case share(String, ShareFlaw)
  }
}

/// Why a text is no incident log: its first flaws, at least one.
public struct IncidentLogError: Error, Sendable, Hashable, CustomStringConvertible {
  /// At most 20, in the order of the rows.
  public let flaws: [IncidentLogFlaw]
  /// Whether reading stopped at the last of them, so that more may follow.
  public let isCutShort: Bool

  /// An error.
  public init(flaws: [IncidentLogFlaw], isCutShort: Bool = false) {
    self.flaws = flaws
    self.isCutShort = isCutShort
  }

  /// One line a flaw.
  public var description: String {
    let lines = flaws.map(\.description)
    return (isCutShort ? lines + ["reading stopped after \(flaws.count) flaws"] : lines)
      .joined(separator: "\n")
  }
}
