import Testing

@testable import IncidentLogs

@Suite("Time stamps")
struct TimeStampTests {
  private func reading(_ text: String, zone: CivilZone = .utc) -> Result<Instant, TimeStampFlaw> {
    let bytes = Array(text.utf8)
    var reader = TimeStampReader(database: .system)
    return reader.reading(of: 0..<bytes.count, in: bytes, without: zone).map(\.instant)
  }

  /// All of 2025-03-01T10:00:00Z, which is 1740823200 (GNU date).
  @Test(
    "forms of one instant",
    arguments: [
      "2025-03-01T10:00:00Z", "2025-03-01t10:00:00z", "2025-03-01 10:00:00Z",
      "2025-03-01T12:00:00+02:00", "2025-03-01T12:00:00+0200", "2025-03-01T12:00:00+02",
      "2025-03-01 02:00:00 -0800", "2025-03-01T15:30+05:30", "2025-03-01 10:00:00 UTC",
      "2025-03-01 10:00 GMT", "2025-03-01 10:00:00", "20250301T100000Z", "2025/03/01 10:00:00",
      "2025-03-01T10:00:00.000000Z", "2025-03-01T10:00:00,0Z", "2025-03-01 10:00 AM UTC",
      "1740823200", "1740823200.0", "1740823200000", "1740823200000000", "1740823200000000000",
      "Mar 1, 2025 - 10:00 UTC", "Mar 1, 2025 10:00:00 UTC", "March 1 2025 at 10:00 AM",
      "1 Mar 2025 10:00:00 GMT", "Sat, 01 Mar 2025 10:00:00 +0000", "1-Mar-2025 10:00",
      "2025-03-01T10:00:00+00:00", "2025-02-28T24:00:00-10:00", "2025-03-01T9:59:60Z",
    ])
  func forms(text: String) throws {
    #expect(try reading(text).get() == second(1_740_823_200))
  }

  @Test("fractions are cut after nanoseconds")
  func fractions() throws {
    #expect(try reading("1970-01-01T00:00:01.25Z").get().nanoseconds == 1_250_000_000)
    #expect(try reading("1970-01-01T00:00:00.1234567899Z").get().nanoseconds == 123_456_789)
    #expect(try reading("1740823200.5").get().nanoseconds == 1_740_823_200_500_000_000)
    #expect(try reading("1740823200123.4").get().nanoseconds == 1_740_823_200_123_400_000)
  }

  @Test("the days of all months of 400 years follow one another")
  func calendar() {
    var expected = CalendarDay(number: -134_774).number
    for year in Int64(1601)...2000 {
      for month in Int64(1)...12 {
        for day in 1...CalendarDay.length(ofMonth: month, year: year) {
          let date = CalendarDay(year: year, month: month, day: day)
          if date?.number != expected || date != CalendarDay(number: expected) {
            Issue.record("\(year)-\(month)-\(day)")
          }
          expected += 1
        }
      }
    }
    #expect(expected == CalendarDay(year: 2001, month: 1, day: 1)?.number)
  }

  @Test("noon and midnight of a twelve-hour clock")
  func halves() throws {
    #expect(try reading("1970-01-01 12:00 AM").get() == second(0))
    #expect(try reading("1970-01-01 12:30 pm").get() == second(45_000))
    #expect(try reading("1970-01-01 1:05 PM").get() == second(47_100))
    #expect(reading("1970-01-01 13:00 PM") == .failure(.noSuchTime))
  }

  @Test(
    "what is refused, and why",
    arguments: [
      ("2025-03-01", TimeStampFlaw.noTimeOfDay), ("Mar 1, 2025", .noTimeOfDay),
      ("03/04/2025 10:00", .orderOfDate), ("1.3.2025 10:00", .orderOfDate),
      ("01-03-25 10:00", .orderOfDate), ("2025-13-01T10:00Z", .noSuchTime),
      ("2025-02-29T10:00Z", .noSuchTime), ("2025-03-01T25:00Z", .noSuchTime),
      ("2025-03-01T24:00:01Z", .noSuchTime), ("2025-03-01T10:60Z", .noSuchTime),
      ("2025-03-01T10:00+19:00", .noSuchTime), ("2025-03-01T10:00+01:75", .unreadable),
      ("2025-03-01T10", .unreadable), ("2025-03-01T10:00:00Z.", .unreadable),
      ("2025-03-01T10:00:00+02:00 x", .unreadable), ("yesterday", .unreadable),
      ("2025-3-1T10:00Z", .unreadable), ("2025-03-01T10:00:00.Z", .unreadable),
      ("2025-03-01 10:00 CST", .abbreviation("CST")),
      ("2025-03-01 10:00 CEST", .abbreviation("CEST")),
      ("2025-03-01 10:00 est", .abbreviation("est")),
      ("1677-01-01T00:00Z", .outOfRange), ("2263-01-01T00:00Z", .outOfRange),
      ("0001-01-01T00:00:00Z", .outOfRange), ("9999-12-31T23:59:59Z", .outOfRange),
      ("9999999999", .outOfRange), ("9999999999999999999", .outOfRange),
      ("45717.41667", .smallNumber), ("20250301", .smallNumber), ("-5", .unreadable),
      ("99999999999999999999999", .unreadable), ("", .unreadable), ("\0", .unreadable),
    ])
  func refused(text: String, flaw: TimeStampFlaw) {
    #expect(reading(text) == .failure(flaw))
  }

  @Test("the first and the last second that 64 bits hold")
  func limits() throws {
    #expect(
      try reading("2262-04-11T23:47:16.854775807Z").get() == Instant(nanoseconds: .max))
    #expect(reading("2262-04-11T23:47:16.854775808Z") == .failure(.outOfRange))
    #expect(try reading("1677-09-21T00:12:44Z").get().nanoseconds == -9_223_372_036_000_000_000)
  }

  @Test("a time without a zone is read in the zone that is given")
  func givenZone() throws {
    let zone = try CivilZone("+01:00")
    #expect(try reading("1970-01-01 01:00", zone: zone).get() == second(0))
    #expect(try reading("1970-01-01 01:00Z", zone: zone).get() == second(3_600))
  }

  @Test("an instant from a text alone; a date is its midnight")
  func text() throws {
    #expect(try Instant("2025-03-01T10:00Z") == second(1_740_823_200))
    #expect(try Instant("2025-03-01") == second(1_740_787_200))
    #expect(try Instant("2025-03-01", zone: CivilZone("+01:00")) == second(1_740_783_600))
    #expect(throws: TimeStampFlaw.orderOfDate) { try Instant("1/3/2025") }
  }

  @Test("the common form is read as all forms are")
  func common() throws {
    for day in stride(from: Int64(-106_000), through: 106_000, by: 37) {
      let date = CalendarDay(number: day).description
      let hour = padded((day + 106_000) % 24, to: 2)
      let common = "\(date)T\(hour):07:59Z"
      // A blank before the zone is another form.
      let other = "\(date)T\(hour):07:59 Z"
      #expect(ByteCursor(Array(common.utf8)).commonInstant() != nil)
      #expect(try reading(common).get() == reading(other).get())
    }
    for text in [
      "2025-02-29T10:00:00Z", "2025-03-01T24:00:00Z", "2025-03-01T10:00:60Z",
      "2025-x3-01T10:00:00Z",
      "x025-03-01T10:00:00Z", "20x5-03-01T10:00:00Z", "2025-03-01T1x:00:00Z",
      "2025-03-01T10:00:0xZ",
      "2025-00-01T10:00:00Z", "2025-03-00T10:00:00Z", "2300-03-01T10:00:00Z",
      "2025-03-01 10:00:00Z",
    ] {
      #expect(ByteCursor(Array(text.utf8)).commonInstant() == nil)
    }
  }
}
