/// Why a zone can't be had by its name.
public enum ZoneError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A short name with several meanings, such as CST.
  case abbreviation(String)
  /// No such name in the database: the name and the database's folder.
  case unknown(String, folder: String)
  /// The zone's file is not in the format of RFC 8536, or is of its first version, which ends in
  /// 2037.
  case unreadable(String, folder: String)
  /// An offset of more than 18 h, or one that isn't written like +01:00.
  case offset(String)

  /// One sentence for people, with what to write instead.
  public var description: String {
    switch self {
    case .abbreviation(let name):
      "\(name) is an abbreviation with several meanings; write the offset, such as +01:00"
    case .unknown(let name, let folder):
      "'\(name)' is not a zone of the database in \(folder); write an offset such as +01:00, "
        + "or a name such as Europe/Berlin"
    case .unreadable(let name, let folder):
      "the zone database in \(folder) has no readable rules for '\(name)'; "
        + "write an offset such as +01:00"
    case .offset(let text): "'\(text)' is not an offset; write it like +01:00, at most 18 hours"
    }
  }
}
