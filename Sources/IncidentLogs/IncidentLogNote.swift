/// Something that a reader of an incident log should know about what was made of it.
public enum IncidentLogNote: Sendable, Hashable, CustomStringConvertible {
  /// A role could be told by several columns: the one that is read, and the others.
  case chosenColumn(ColumnRole, String, others: [String])
  /// That many times say no zone and are read in this one.
  case assumedZone(String, times: Int)
  /// That many local times were skipped by clocks put forward, the first one in that row; they are
  /// read with the offset before the change.
  case skippedTimes(Int, firstRow: Int)
  /// That many local times were shown twice by clocks put back, the first one in that row; the
  /// first of the two is taken, or for an end before its start the second.
  case repeatedTimes(Int, firstRow: Int)
  /// Rows that repeat an earlier one to the letter are counted once.
  case duplicates([DuplicateRow])
  /// That many incidents have no end: they go on.
  case open(Int)
  /// That many planned maintenances are left out.
  case maintenance(Int)
  /// That many rows name several services, each of which has the incident.
  case severalServices(Int)
  /// There is no column of services: all incidents are of one.
  case noServices

  /// One sentence for people.
  public var description: String {
    switch self {
    case .chosenColumn(let role, let name, let others):
      "the \(role.rawValue) is read from '\(name)', not from "
        + others.map { "'\($0)'" }.joined(separator: ", ")
    case .assumedZone(let zone, let times):
      "\(count(times, "time")) without a zone \(verb(times)) read in \(zone)"
    case .skippedTimes(let times, let row):
      "\(count(times, "local time")) that the clocks skipped \(verb(times)) read with the offset "
        + "before the change (first in row \(row))"
    case .repeatedTimes(let times, let row):
      "\(count(times, "local time")) that the clocks showed twice \(verb(times)) taken as the first "
        + "showing that fits (first in row \(row))"
    case .duplicates(let rows): duplicateSentence(rows)
    case .open(let incidents):
      "\(count(incidents, "incident")) without an end \(verb(incidents)) open"
    case .maintenance(let rows):
      "\(count(rows, "planned maintenance")) \(verb(rows)) left out"
    case .severalServices(let rows):
      "\(count(rows, "row")) with several services \(verb(rows)) counted for each of them"
    case .noServices: "no column of services: all incidents are taken as one service's"
    }
  }

  private func duplicateSentence(_ rows: [DuplicateRow]) -> String {
    let shown = rows.prefix(5).map { "row \($0.row) repeats row \($0.first)" }
    let more = rows.count > 5 ? " and \(rows.count - 5) more" : ""
    return "\(count(rows.count, "duplicate row")) \(verb(rows.count)) counted once: "
      + shown.joined(separator: ", ") + more
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private func verb(_ number: Int) -> String { number == 1 ? "is" : "are" }
}

/// A row that repeats an earlier one to the letter.
public struct DuplicateRow: Sendable, Hashable {
  /// The later row.
  public let row: Int
  /// The row that it repeats.
  public let first: Int
}
