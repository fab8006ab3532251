import Quantities
import Testing

@Suite("Durations, frequencies and windows")
struct DurationTests {
  @Test("units of DESIGN: 1 mo = 730 h, 1 y = 365 d")
  func units() {
    #expect(DurationUnit.month.seconds == 730 * 3600)
    #expect(DurationUnit.year.seconds == 365 * 86_400)
    #expect(DurationUnit(word: "m") == nil)
    #expect(DurationUnit(word: "minutes") == .minute)
  }

  @Test("negative and infinite durations are refused", arguments: [-1, .infinity, .nan])
  func refused(seconds: Double) {
    #expect(throws: QuantityError.self) { try Duration(seconds: seconds) }
    #expect(throws: QuantityError.self) { try Frequency(perSecond: seconds) }
    #expect(throws: QuantityError.self) { try Rate(seconds, unit: "rps") }
  }

  // KNOWN ANSWERS section 1, the downtime table: 365 d year, 30 d month, 90 d quarter.
  private static let table: [(percent: String, window: Window, seconds: Double)] = [
    ("99.9", .year, 31536), ("99.9", .quarter, 7776), ("99.9", .month, 2592),
    ("99.9", .week, 604.8), ("99.9", .day, 86.4), ("99.99", .year, 3153.6),
    ("99.99", .quarter, 777.6), ("99.99", .month, 259.2), ("99.99", .week, 60.48),
    ("99.99", .day, 8.64),
  ]

  @Test("downtime table", arguments: table)
  func downtime(percent: String, window: Window, seconds: Double) throws {
    let downtime = window.downtime(at: try Probability.percent(percent))
    #expect(abs(downtime.seconds / seconds - 1) < 1e-14)
  }

  @Test(
    "a 99.99 % calendar month allows 4.032, 4.176, 4.320 or 4.464 min", arguments: [28, 29, 30, 31])
  func calendarMonths(days: UInt32) throws {
    let allowed = Window.duration(.days(days)).downtime(at: try .percent("99.99"))
    #expect(abs(allowed.converted(to: .minute) - Double(days) * 0.144) < 1e-12)
  }
}
