/// What is wrong in the text of a catalogue, and where.
public struct CatalogueError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// The column's heading; nil for all of the line.
  public let column: String?
  /// What is wrong, and what to write instead.
  public let flaw: String

  /// One sentence for people.
  public var description: String {
    let place = column.map { ", column '\($0)'" } ?? ""
    return "line \(line)\(place): \(flaw)"
  }
}
