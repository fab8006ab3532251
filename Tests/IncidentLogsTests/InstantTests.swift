import IncidentLogs
import Testing

@Suite("Instants")
struct InstantTests {
  @Test("earlier before later")
  func order() {
    #expect(Instant(nanoseconds: -1) < Instant(nanoseconds: 0))
  }
}
