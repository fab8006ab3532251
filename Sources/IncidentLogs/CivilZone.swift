/// What turns the time on a wall into an instant: a fixed offset, or the rules of a place.
public struct CivilZone: Sendable, Hashable, CustomStringConvertible {
  /// As it was asked for: UTC, +01:00, Europe/Berlin.
  public let description: String
  private let rules: Rules

  private enum Rules: Sendable, Hashable {
    case offset(Int)
    // Kept apart, so that a zone is small: it is copied for every time.
    indirect case history(ZoneHistory)
  }

  /// Universal time.
  public static let utc = CivilZone(description: "UTC", rules: .offset(0))

  /// The largest offset that is taken for one, in seconds: 18 h.
  static let largestOffset = 64_800

  private init(description: String, rules: Rules) {
    self.description = description
    self.rules = rules
  }

  /// A fixed offset, east positive, at most 18 h.
  static func offset(seconds: Int) -> CivilZone {
    let minutes = Int64(seconds.magnitude / 60)
    let text =
      "\(seconds < 0 ? "-" : "+")\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
    return CivilZone(description: text, rules: .offset(seconds))
  }

  /// A zone by an offset (`+01:00`, `-0530`, `+02`), by `UTC`, `GMT` or `Z`, or by a name of the
  /// IANA database with a slash or lower-case letters (`Europe/Berlin`, `Japan`), whose file is
  /// read then. Throws ``ZoneError``; abbreviations such as CET and EST are refused.
  public init(_ name: String, database: ZoneDatabase = .system) throws(ZoneError) {
    if ["UTC", "GMT", "UT", "Z"].contains(name.uppercased()) {
      self.init(description: "UTC", rules: .offset(0))
    } else if name.hasPrefix("+") || name.hasPrefix("-") {
      self = try Self.offset(text: name)
    } else if Self.isAbbreviation(name) {
      throw .abbreviation(name)
    } else {
      self.init(description: name, rules: .history(try database.history(of: name)))
    }
  }

  private static func offset(text: String) throws(ZoneError) -> CivilZone {
    var cursor = ByteCursor(Array(text.utf8))
    guard let seconds = cursor.offset(), cursor.isAtEnd, seconds.magnitude <= largestOffset else {
      throw .offset(text)
    }
    return offset(seconds: seconds)
  }

  /// At most five letters, all capitals or all small, and nothing else.
  private static func isAbbreviation(_ name: String) -> Bool {
    let letters = Array(name.utf8)
    guard (1...5).contains(letters.count), letters.allSatisfy(\.isLetter) else { return false }
    return name == name.uppercased() || name == name.lowercased()
  }

  /// How a local time fits the zone's clocks.
  enum Fit: Sendable, Hashable {
    case unique
    /// The clocks were put forward over it.
    case skipped
    /// The clocks were put back over it: the seconds of its second time.
    case repeated(later: Int64)
  }

  /// The seconds since the epoch when the zone's clocks show a time, given in seconds from 1970 on
  /// them. A skipped time is read with the offset before the change, a repeated one is the first.
  func universalSeconds(ofLocal local: Int64) -> (seconds: Int64, fit: Fit) {
    switch rules {
    case .offset(let offset): return (local - Int64(offset), .unique)
    case .history(let history): return history.universalSeconds(ofLocal: local)
    }
  }
}
