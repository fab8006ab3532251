import IncidentLogs
import Quantities
import Testing

@Suite("Instants")
struct InstantTests {
  @Test("earlier before later")
  func order() {
    #expect(Instant(nanoseconds: -1) < Instant(nanoseconds: 0))
  }

  @Test(
    "printed by ISO 8601",
    arguments: [
      // Source: date -u -d @seconds (GNU coreutils 9).
      (Int64(0), "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
      (1_740_823_200, "2025-03-01T10:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
      (4_107_542_399, "2100-02-28T23:59:59Z"), (-2_208_988_800, "1900-01-01T00:00:00Z"),
    ])
  func description(seconds: Int64, expected: String) {
    #expect(second(seconds).description == expected)
  }

  @Test("a fraction has the digits that it needs")
  func fraction() {
    #expect(Instant(nanoseconds: 1_500_000_000).description == "1970-01-01T00:00:01.5Z")
    #expect(Instant(nanoseconds: -1).description == "1969-12-31T23:59:59.999999999Z")
  }

  @Test("the longest difference is 2^64 - 1 ns")
  func longest() {
    let length = Instant(nanoseconds: .max).duration(since: Instant(nanoseconds: .min))
    #expect(length.seconds == 18_446_744_073.709_551_615)
    #expect(second(1).duration(since: second(2)) == .zero)
  }
}
