import IncidentLogs
import Testing

/// The exports of two products, with rows made up here. Sources of the headers: PagerDuty's raw
/// incident data of its reports and of its analytics, Statuspage's incident object (API 1).
@Suite("Exports of incident tools")
struct ExportTests {
  @Test("PagerDuty's raw incident data")
  func pagerDutyReport() throws {
    let log = try readLog(
      """
      id,incident_number,description,service_id,service_name,escalation_policy_id,\
      escalation_policy_name,created_on,resolved_on,seconds_to_first_ack,seconds_to_resolve,\
      auto_resolved,acknowledge_count,assignment_count,acknowledged_by_user_ids,\
      acknowledged_by_user_names,resolved_by_user_id,resolved_by_user_name,urgency
      Q1,101,"Latency, p99",S1,Checkout,E1,Default,2025-03-01T02:00:00-08:00,\
      2025-03-01T02:30:00-08:00,60,1799,0,1,1,U1,Ada,U1,Ada,high
      Q2,102,Errors,S2,Search,E1,Default,2025-03-02T02:00:00-08:00,,,,0,0,1,,,,,low
      """)
    #expect(log.form == .pagerDuty)
    #expect(log.columns[.start] == "created_on" && log.columns[.end] == "resolved_on")
    #expect(log.columns[.duration] == nil)
    #expect(log.services == ["Checkout", "Search"])
    #expect(log.incidents.map(\.severity) == ["high", "low"])
    #expect(log.incidents.map(\.start) == [second(1_740_823_200), second(1_740_909_600)])
    #expect(log.incidents.map(\.end) == [second(1_740_825_000), nil])
  }

  @Test("PagerDuty's analytics, with blanks and capitals in the header")
  func pagerDutyAnalytics() throws {
    let log = try readLog(
      """
      Incident Number,Created At,Resolved At,Service Name,Urgency,Priority Name,Seconds To Resolve
      7,2025-03-01T10:00:00,2025-03-01T10:30:00,Checkout,high,P1,1800
      """)
    #expect(log.form == .pagerDuty)
    #expect(log.incidents.map(\.severity) == ["P1"])
    #expect(
      log.notes.map(\.description) == [
        "the severity is read from 'Priority Name', not from 'Urgency'"
      ])
  }

  @Test("Statuspage's incidents: services in a list, maintenance left out")
  func statuspage() throws {
    let log = try readLog(
      """
      id,name,status,created_at,updated_at,monitoring_at,resolved_at,impact,shortlink,\
      scheduled_for,scheduled_until,started_at,components
      a1,Elevated errors,resolved,2025-03-01T03:00:10.123-07:00,2025-03-01T04:00:00-07:00,,\
      2025-03-01T03:30:00.000-07:00,major,x,,,2025-03-01T03:00:00.000-07:00,"API, Dashboard"
      a2,Upgrade,completed,2025-03-02T03:00:00-07:00,,,2025-03-02T04:00:00-07:00,maintenance,x,\
      2025-03-02T03:00:00-07:00,2025-03-02T04:00:00-07:00,2025-03-02T03:00:00-07:00,API
      a3,Slow,investigating,2025-03-03T03:00:00-07:00,,,null,minor,x,,,2025-03-03T03:00:00-07:00,API
      """)
    #expect(log.form == .statuspage)
    #expect(log.services == ["API", "Dashboard"])
    #expect(log.incidents.map(\.service) == ["API", "Dashboard", "API"])
    #expect(log.incidents.map(\.row) == [2, 2, 4])
    #expect(log.incidents.map(\.severity) == ["major", "major", "minor"])
    #expect(log.incidents.first?.start == second(1_740_823_200))
    #expect(
      log.notes.map(\.description) == [
        "the start is read from 'started_at', not from 'created_at'",
        "1 incident without an end is open",
        "1 planned maintenance is left out",
        "1 row with several services is counted for each of them",
      ])
  }
}
