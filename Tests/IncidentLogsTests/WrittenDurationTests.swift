import Quantities
import Testing

@testable import IncidentLogs

@Suite("Durations and shares in cells")
struct WrittenDurationTests {
  private func seconds(_ text: String, unit: DurationUnit? = nil) -> Result<Double, DurationFlaw> {
    let bytes = Array(text.utf8)
    return WrittenDuration.reading(of: 0..<bytes.count, in: bytes, unit: unit)
      .map { Double($0.nanoseconds) / 1e9 }
  }

  @Test(
    "forms of 90 minutes",
    arguments: [
      "1h 30min", "90 min", "90min", "1h30m", "1.5 h", "5400 s", "5400s", "01:30:00", "1:30:00",
      "PT1H30M", "PT90M", "pt1h30m", "PT1.5H", "P0DT1H30M", "0:01:30:00", "1 hour, 30 minutes",
      "01:30:00.000", "90 minutes",
    ])
  func forms(text: String) throws {
    #expect(try seconds(text).get() == 5_400)
  }

  @Test(
    "other lengths",
    arguments: [
      ("P1W", 604_800.0), ("P1DT1S", 86_401), ("100:00:00", 360_000), ("00:00:00.5", 0.5),
      ("250ms", 0.25), ("2d 4h", 187_200), ("0 s", 0), ("5m 30s", 330),
    ])
  func lengths(text: String, expected: Double) throws {
    #expect(try seconds(text).get() == expected)
  }

  @Test("a bare number has the column's unit")
  func bare() throws {
    #expect(try seconds("90", unit: .minute).get() == 5_400)
    #expect(try seconds("0.001", unit: .second).get() == 0.001)
    #expect(try seconds("5400", unit: .second).get() == 5_400)
  }

  @Test(
    "what is refused, and why",
    arguments: [
      ("90", DurationFlaw.noUnit), ("5m", .ambiguousMinute), ("-5 min", .negative),
      ("-PT5M", .negative), ("01:30", .twoClockParts), ("P1M", .calendarUnit),
      ("P1Y", .calendarUnit), ("P", .unreadable), ("PT", .unreadable), ("PT5", .unreadable),
      ("1:60:00", .unreadable), ("1:00:60", .unreadable), ("1h 30", .unreadable),
      ("5 fortnights", .unreadable), ("abc", .unreadable), ("", .unreadable),
      ("1:2:3:4:5", .unreadable), ("300 y", .tooLong), ("999999999999999999 h", .tooLong),
      ("9999999999999999999 h", .unreadable), ("1..5h", .unreadable),
    ])
  func refused(text: String, flaw: DurationFlaw) {
    #expect(seconds(text) == .failure(flaw))
  }

  @Test(
    "names of columns and the units in them",
    arguments: [
      ("Duration", true, DurationUnit?.none), ("duration_minutes", true, .minute),
      ("Duration (min)", true, .minute), ("Duration in seconds", true, .second),
      ("minutes", true, .minute), ("Seconds", true, .second), ("seconds_to_resolve", true, .second),
      ("downtime_hours", true, .hour), ("duration_ms", true, .millisecond), ("TTR", true, nil),
      ("month", false, nil), ("day", false, nil), ("second_responder", false, nil),
      ("durability", false, nil), ("minutes of meeting", false, nil),
    ])
  func names(name: String, isDuration: Bool, unit: DurationUnit?) {
    let found = ColumnNames.unit(ofDurationNamed: ColumnNames.normalForm(of: name))
    #expect(found.isDuration == isDuration)
    #expect(found.unit == unit)
  }

  private func share(_ text: String, isPercent: Bool = false) -> Result<Double, ShareFlaw> {
    let bytes = Array(text.utf8)
    return WrittenShare.reading(of: 0..<bytes.count, in: bytes, isPercent: isPercent)
  }

  @Test("shares")
  func shares() throws {
    #expect(try share("12%").get() == 0.12)
    #expect(try share("12 %").get() == 0.12)
    #expect(try share("0.12").get() == 0.12)
    #expect(try share("12", isPercent: true).get() == 0.12)
    #expect(try share("100%").get() == 1)
    #expect(share("120%") == .failure(.aboveAll))
    #expect(share("12") == .failure(.noUnit))
    #expect(share("-1%") == .failure(.negative))
    #expect(share("all") == .failure(.unreadable))
    #expect(share("12,5%") == .failure(.unreadable))
  }
}
