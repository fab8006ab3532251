import Testing

@testable import IncidentLogs

/// Whether this system has the zones that the tests ask for.
let hasZones = (try? CivilZone("Europe/Berlin")) != nil

@Suite("Zones")
struct CivilZoneTests {
  private func instant(_ text: String, in zone: String) throws -> String {
    let bytes = Array(text.utf8)
    var reader = TimeStampReader(database: .system)
    let zone = try CivilZone(zone)
    return try reader.reading(of: 0..<bytes.count, in: bytes, without: zone).get().instant
      .description
  }

  @Test(
    "local times and their instants",
    .enabled(if: hasZones),
    arguments: [
      // Source: zdump -v of the IANA database, 2024b.
      ("2025-01-01 12:00", "Europe/Berlin", "2025-01-01T11:00:00Z"),
      ("2025-07-01 12:00", "Europe/Berlin", "2025-07-01T10:00:00Z"),
      ("2025-03-30 01:59:59", "Europe/Berlin", "2025-03-30T00:59:59Z"),
      ("2025-03-30 03:00:00", "Europe/Berlin", "2025-03-30T01:00:00Z"),
      ("2025-10-26 01:59:59", "Europe/Berlin", "2025-10-25T23:59:59Z"),
      ("2025-10-26 03:00:00", "Europe/Berlin", "2025-10-26T02:00:00Z"),
      ("1800-01-01 00:00", "Europe/Berlin", "1799-12-31T23:06:32Z"),
      ("2050-07-01 12:00", "Europe/Berlin", "2050-07-01T10:00:00Z"),
      ("2050-12-01 12:00", "Europe/Berlin", "2050-12-01T11:00:00Z"),
      ("2025-03-09 01:59", "America/New_York", "2025-03-09T06:59:00Z"),
      ("2025-03-09 03:00", "America/New_York", "2025-03-09T07:00:00Z"),
      ("2025-11-02 02:00", "America/New_York", "2025-11-02T07:00:00Z"),
      ("2100-07-04 12:00", "America/New_York", "2100-07-04T16:00:00Z"),
      ("2060-01-01 12:00", "Australia/Sydney", "2060-01-01T01:00:00Z"),
      ("2060-07-01 12:00", "Australia/Sydney", "2060-07-01T02:00:00Z"),
      ("2060-07-01 12:00", "Europe/Dublin", "2060-07-01T11:00:00Z"),
      ("2060-01-01 12:00", "Europe/Dublin", "2060-01-01T12:00:00Z"),
      ("2025-07-01 12:00", "Asia/Kolkata", "2025-07-01T06:30:00Z"),
    ])
  func places(local: String, zone: String, expected: String) throws {
    #expect(try instant(local, in: zone) == expected)
  }

  @Test("a skipped time has the offset before the change", .enabled(if: hasZones))
  func skipped() throws {
    #expect(try instant("2025-03-30 02:30", in: "Europe/Berlin") == "2025-03-30T01:30:00Z")
    #expect(try instant("2025-03-09 02:30", in: "America/New_York") == "2025-03-09T07:30:00Z")
  }

  @Test("a repeated time is the first of the two", .enabled(if: hasZones))
  func repeated() throws {
    #expect(try instant("2025-10-26 02:30", in: "Europe/Berlin") == "2025-10-26T00:30:00Z")
    #expect(try instant("2025-10-26 02:00", in: "Europe/Berlin") == "2025-10-26T00:00:00Z")
    #expect(try instant("2025-11-02 01:30", in: "America/New_York") == "2025-11-02T05:30:00Z")
  }

  @Test(
    "skipped and repeated times are noted, and an end is placed after its start",
    .enabled(if: hasZones))
  func notes() throws {
    let text = """
      start,end
      2025-03-30 02:10,2025-03-30 03:30
      2025-10-26 02:50,2025-10-26 02:10
      """
    let log = try readLog(text, zone: CivilZone("Europe/Berlin"))
    #expect(log.incidents.map { $0.end?.duration(since: $0.start).seconds } == [1_200, 1_200])
    #expect(
      log.notes.map(\.description) == [
        "no column of services: all incidents are taken as one service's",
        "1 local time that the clocks skipped is read with the offset before the change "
          + "(first in row 2)",
        "2 local times that the clocks showed twice are taken as the first showing that fits "
          + "(first in row 3)",
      ])
  }

  @Test("a zone's name in the cell", .enabled(if: hasZones))
  func nameInCell() throws {
    #expect(try instant("2025-07-01 12:00 America/New_York", in: "UTC") == "2025-07-01T16:00:00Z")
    #expect(try instant("2025-07-01T12:00[Europe/Berlin]", in: "UTC") == "2025-07-01T10:00:00Z")
  }

  @Test(
    "rules of POSIX",
    arguments: [
      // The rule, an instant, and the offset that holds then; worked by hand from the calendar.
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2025-03-30T00:59:59Z", 3_600),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2025-03-30T01:00:00Z", 7_200),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2025-10-26T00:59:59Z", 7_200),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "2025-10-26T01:00:00Z", 3_600),
      ("<+0330>-3:30", "2025-10-26T01:00:00Z", 12_600),
      ("EST5EDT4,J60/0,300/-1", "2024-03-01T04:59:59Z", -18_000),
      ("EST5EDT4,J60/0,300/-1", "2024-03-01T05:00:00Z", -14_400),
      ("EST5EDT4,J60/0,300/-1", "2024-10-27T02:59:59Z", -14_400),
      ("EST5EDT4,J60/0,300/-1", "2024-10-27T03:00:00Z", -18_000),
      ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2025-01-01T00:00:00Z", 39_600),
      ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2025-07-01T00:00:00Z", 36_000),
    ])
  func rules(text: String, instant: String, offset: Int) throws {
    let rule = try #require(ZoneRule(text: Array(text.utf8)[...]))
    let bytes = Array(instant.utf8)
    var reader = TimeStampReader(database: .system)
    let reading = try reader.reading(of: 0..<bytes.count, in: bytes, without: .utc).get()
    #expect(rule.offset(at: reading.instant.nanoseconds / 1_000_000_000) == offset)
  }

  @Test(
    "texts that are no rule of POSIX",
    arguments: ["", "C", "CET", "CET-1CEST", "CET-1CEST,M13.1.0,M10.5.0", "CET-1x", "<+03-3"])
  func noRules(text: String) {
    #expect(ZoneRule(text: Array(text.utf8)[...]) == nil)
  }

  @Test("files that are no zones are refused")
  func noZones() {
    #expect(ZoneHistory(file: []) == nil)
    #expect(ZoneHistory(file: Array("TZif2".utf8)) == nil)
    let header = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
    let huge = header + [UInt8](repeating: 0x7F, count: 24)
    #expect(ZoneHistory(file: huge) == nil)
    let negative = header + [UInt8](repeating: 0xFF, count: 24)
    #expect(ZoneHistory(file: negative + negative) == nil)
  }

  @Test("a zone file cut anywhere is refused", .enabled(if: hasZones))
  func cutFiles() throws {
    let bytes = try #require(ZoneDatabase.system.contents(of: "Europe/Berlin"))
    #expect(ZoneHistory(file: bytes) != nil)
    // Within the last line, the footer, what is left of the rule may be one itself.
    let footer = try #require(bytes.dropLast().lastIndex(of: .lineFeed))
    for count in 0..<footer where ZoneHistory(file: Array(bytes.prefix(count))) != nil {
      Issue.record("read after \(count) bytes")
    }
  }

  @Test(
    "names that are refused",
    arguments: [
      ("CET", ZoneError.abbreviation("CET")), ("EST", .abbreviation("EST")),
      ("cst", .abbreviation("cst")), ("+25:00", .offset("+25:00")), ("+1", .offset("+1")),
      ("../../etc/passwd", .unknown("../../etc/passwd", folder: "/nowhere")),
      ("Europe/Berln", .unknown("Europe/Berln", folder: "/nowhere")),
      ("Europe//Berlin", .unknown("Europe//Berlin", folder: "/nowhere")),
      ("", .unknown("", folder: "/nowhere")),
    ])
  func refused(name: String, error: ZoneError) {
    #expect(throws: error) {
      try CivilZone(name, database: ZoneDatabase(folder: "/nowhere"))
    }
  }

  @Test("offsets are printed as they are written")
  func descriptions() throws {
    #expect(try CivilZone("-0530").description == "-05:30")
    #expect(try CivilZone("+02").description == "+02:00")
    #expect(try CivilZone("gmt").description == "UTC")
  }
}
