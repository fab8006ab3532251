/// Why a text is no instant.
public enum TimeStampFlaw: Error, Sendable, Hashable {
  /// Not one of the forms that are read.
  case unreadable
  /// A day that no calendar has, an hour of 25, an offset of 30 h.
  case noSuchTime
  /// A date alone.
  case noTimeOfDay
  /// A date whose day and month can be exchanged, or with a year of two digits.
  case orderOfDate
  /// A name such as CST, which stands for several offsets.
  case abbreviation(String)
  /// A name of a zone that can't be had.
  case zone(ZoneError)
  /// Outside the years 1678 to 2262, which 64 bits of nanoseconds hold.
  case outOfRange
  /// A number below 1e8, which may be a spreadsheet's day number as well as a second.
  case smallNumber

  /// What is wrong and what to write, to stand after the text that was read.
  public var explanation: String {
    switch self {
    case .unreadable: "is not a time; write it like 2025-03-01T10:00:00Z"
    case .noSuchTime: "is a time that no calendar or clock shows; correct it"
    case .noTimeOfDay: "has no time of day; write it like 2025-03-01T00:00:00Z"
    case .orderOfDate:
      "may be read in several orders of day, month and year; write it like 2025-03-01T10:00:00Z"
    case .abbreviation(let name):
      "has the zone \(name), an abbreviation with several meanings; write the offset, such as +01:00"
    case .zone(let error): "has a zone that can't be read: \(error.description)"
    case .outOfRange: "is outside the years 1678 to 2262; correct it"
    case .smallNumber:
      "is a number that may count days or seconds; write epoch seconds of 100000000 or more, "
        + "or 2025-03-01T10:00:00Z"
    }
  }
}
