/// Reads texts as instants. Forms: ISO 8601 with a T or blanks before the time
/// (`2025-03-01T10:00:00Z`, `2025-03-01 10:00:00.5 +0100`, `20250301T100000Z`), dates with a named
/// month (`Mar 1, 2025 - 10:00 UTC`, `1 March 2025 10:00 GMT`), and epoch seconds, milliseconds,
/// microseconds or nanoseconds by their size. A zone is an offset, Z, UTC, GMT or a name such as
/// Europe/Berlin; a time without one is read in a zone that the caller gives.
struct TimeStampReader: Sendable {
  private let database: ZoneDatabase
  private var zones: [String: CivilZone] = [:]

  init(database: ZoneDatabase) { self.database = database }

  /// An instant and how its zone was found.
  struct Reading: Sendable, Hashable {
    let instant: Instant
    let locality: Locality
    /// The second of the two instants of a repeated time.
    var later: Instant?
  }

  /// How a time was placed.
  enum Locality: Sendable, Hashable {
    /// It says its own zone.
    case own
    /// By the caller's zone.
    case given
    /// By the rules of a zone whose clocks skip this time; read as though they hadn't been put
    /// forward yet.
    case skipped
    /// By the rules of a zone whose clocks show this time twice; the first is taken, unless an
    /// incident would end before it starts.
    case repeated
  }

  /// Reads a range of bytes. Nothing is allocated but for named zones.
  mutating func reading(
    of range: Range<Int>, in bytes: [UInt8], without zone: CivilZone
  ) -> Result<Reading, TimeStampFlaw> {
    var cursor = ByteCursor(bytes, range)
    if let instant = cursor.commonInstant() {
      return .success(Reading(instant: instant, locality: .own))
    }
    if cursor.current.isLetter { return named(&cursor, zone) }
    let count = cursor.digitCount
    let next = cursor.byte(after: count)
    switch count {
    case 4 where next == UInt8(ascii: "-") || next == UInt8(ascii: "/"):
      return numeric(&cursor, zone)
    case 8 where next == UInt8(ascii: "T"): return numeric(&cursor, zone)
    case 1...2 where next.isBlank || cursor.byte(after: count + 1).isLetter:
      return named(&cursor, zone)
    case 1...2 where [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-")].contains(next):
      return .failure(cursor.isDateOfShortNumbers ? .orderOfDate : .unreadable)
    default: return cursor.epoch()
    }
  }

  private mutating func numeric(
    _ cursor: inout ByteCursor, _ zone: CivilZone
  ) -> Result<Reading, TimeStampFlaw> {
    guard let date = cursor.numericDate() else { return .failure(.unreadable) }
    if cursor.isAtEnd { return .failure(.noTimeOfDay) }
    guard cursor.skip(UInt8(ascii: "T")) || cursor.skip(UInt8(ascii: "t")) || cursor.skipBlanks()
    else { return .failure(.unreadable) }
    return time(of: date, &cursor, zone)
  }

  private mutating func named(
    _ cursor: inout ByteCursor, _ zone: CivilZone
  ) -> Result<Reading, TimeStampFlaw> {
    guard let date = cursor.dateWithNamedMonth() else { return .failure(.unreadable) }
    cursor.skipBlanks()
    if cursor.isAtEnd { return .failure(.noTimeOfDay) }
    _ = cursor.skip(UInt8(ascii: "-")) || cursor.skipWord("at")
    cursor.skipBlanks()
    return time(of: date, &cursor, zone)
  }

  /// Reads the time of day and the zone after a date.
  private mutating func time(
    of date: DateDigits, _ cursor: inout ByteCursor, _ zone: CivilZone
  ) -> Result<Reading, TimeStampFlaw> {
    guard var time = cursor.timeOfDay() else { return .failure(.unreadable) }
    guard cursor.halfOfDay(for: &time), let seconds = time.seconds,
      let day = CalendarDay(year: date.year, month: date.month, day: date.day)
    else { return .failure(.noSuchTime) }
    let local = CivilDateTime(
      seconds: day.number * 86_400 + seconds, nanoseconds: time.nanoseconds)
    cursor.skipBlanks()
    return place(local, &cursor, zone)
  }
}

extension TimeStampReader {
  /// Reads the zone, if there is one, and places the time by it.
  private mutating func place(
    _ local: CivilDateTime, _ cursor: inout ByteCursor, _ zone: CivilZone
  ) -> Result<Reading, TimeStampFlaw> {
    if cursor.isAtEnd { return zone.instant(of: local, locality: .given) }
    switch ownZone(&cursor) {
    case .success(let own):
      return cursor.isAtEnd ? own.instant(of: local, locality: .own) : .failure(.unreadable)
    case .failure(let flaw): return .failure(flaw)
    }
  }

  private mutating func ownZone(_ cursor: inout ByteCursor) -> Result<CivilZone, TimeStampFlaw> {
    if cursor.current | 0x20 == UInt8(ascii: "z"), cursor.rest.count == 1 {
      cursor.advance()
      return .success(.utc)
    }
    if cursor.current == UInt8(ascii: "+") || cursor.current == UInt8(ascii: "-") {
      guard let offset = cursor.offset() else { return .failure(.unreadable) }
      return offset.magnitude <= CivilZone.largestOffset
        ? .success(.offset(seconds: offset)) : .failure(.noSuchTime)
    }
    guard let name = cursor.zoneName() else { return .failure(.unreadable) }
    return zone(named: name)
  }

  /// A zone by its name, read from the database once.
  mutating func zone(named name: String) -> Result<CivilZone, TimeStampFlaw> {
    if let known = zones[name] { return .success(known) }
    do throws(ZoneError) {
      let zone = try CivilZone(name, database: database)
      zones[name] = zone
      return .success(zone)
    } catch {
      if case .abbreviation(let name) = error { return .failure(.abbreviation(name)) }
      return .failure(.zone(error))
    }
  }
}

extension CivilZone {
  /// The instant of a local time, with how it was found.
  fileprivate func instant(
    of local: CivilDateTime, locality: TimeStampReader.Locality
  ) -> Result<TimeStampReader.Reading, TimeStampFlaw> {
    let (seconds, fit) = universalSeconds(ofLocal: local.seconds)
    guard let instant = Instant(seconds: seconds, nanoseconds: local.nanoseconds) else {
      return .failure(.outOfRange)
    }
    return switch fit {
    case .unique: .success(TimeStampReader.Reading(instant: instant, locality: locality))
    case .skipped: .success(TimeStampReader.Reading(instant: instant, locality: .skipped))
    case .repeated(let later):
      .success(
        TimeStampReader.Reading(
          instant: instant, locality: .repeated,
          later: Instant(seconds: later, nanoseconds: local.nanoseconds)))
    }
  }
}

extension Instant {
  /// Reads an instant in any form that a log may have (see ``IncidentLog``), or a date alone, which
  /// is its midnight; a time without a zone is read in `zone`. Throws ``TimeStampFlaw``, whose
  /// explanation goes after the text.
  public init(
    _ text: String, zone: CivilZone = .utc, zones: ZoneDatabase = .system
  ) throws(TimeStampFlaw) {
    var reader = TimeStampReader(database: zones)
    let bytes = Array(text.utf8)
    var result = reader.reading(of: 0..<bytes.count, in: bytes, without: zone)
    if case .failure(.noTimeOfDay) = result {
      let midnight = bytes + Array(" 00:00".utf8)
      result = reader.reading(of: 0..<midnight.count, in: midnight, without: zone)
    }
    self = try result.get().instant
  }
}
