import IncidentLogs
import Quantities
import Testing

@Suite("Incident logs")
struct IncidentLogTests {
  @Test("service, start and end")
  func plain() throws {
    let log = try readLog(
      """
      service,start,end
      api,2025-03-01T10:00:00Z,2025-03-01T10:30:00Z
      web,2025-03-02T10:00:00+02:00,
      """)
    #expect(log.form == .table)
    #expect(log.services == ["api", "web"])
    #expect(log.columns == [.service: "service", .start: "start", .end: "end"])
    #expect(
      log.incidents == [
        Incident(service: "api", start: second(1_740_823_200), end: second(1_740_825_000), row: 2),
        Incident(service: "web", start: second(1_740_902_400), end: nil, row: 3),
      ])
    #expect(log.notes == [.open(1)])
  }

  @Test(
    "start and duration, the unit in the column's name or in the cell",
    arguments: [
      ("duration", "90min"), ("duration", "PT1H30M"), ("Duration (min)", "90"),
      ("duration_seconds", "5400"), ("Minutes", "90"), ("downtime", "01:30:00"),
      ("time to resolve", "1h 30min"),
    ])
  func durations(name: String, text: String) throws {
    let log = try readLog("start,\(name)\n1740823200,\(text)\n")
    #expect(log.incidents.first?.end == second(1_740_828_600))
  }

  @Test("semicolons, tabs, quotes and line ends within cells")
  func delimiters() throws {
    let semicolons = try readLog(
      "Start;Ende;Dienst\n2025-03-01 10:00;2025-03-01 10:30;\"a;b\"\n",
      columns: ColumnMapping(end: "Ende", service: "dienst"))
    #expect(semicolons.incidents.map(\.service) == ["a;b"])
    let tabs = try readLog("start\tend\tsummary\n1740823200\t1740823260\t\"two\nlines\"\n\n")
    #expect(tabs.incidents.count == 1)
    let rows = try readLog("note,start,end\n\"a\nb\",1740823200,\nc,1740823300,\n")
    #expect(rows.incidents.map(\.row) == [2, 3])
  }

  @Test("severity and share of users")
  func attributes() throws {
    let log = try readLog(
      """
      Started At,Ended At,Severity,Share of users
      2025-03-01T10:00:00Z,2025-03-01T11:00:00Z,SEV1,25%
      2025-03-02T10:00:00Z,2025-03-02T11:00:00Z,,0.5
      2025-03-03T10:00:00Z,2025-03-03T11:00:00Z,"SEV ""2""\",
      """)
    #expect(log.incidents.map(\.severity) == ["SEV1", nil, "SEV \"2\""])
    #expect(log.incidents.map(\.share) == [0.25, 0.5, nil])
    #expect(log.notes == [.noServices])
  }

  @Test("a column of percentages")
  func percentages() throws {
    let log = try readLog("start,end,% of users\n1740823200,1740823260,12\n")
    #expect(log.incidents.map(\.share) == [0.12])
  }

  @Test("times of many zones in one column are put on one line")
  func mixedZones() throws {
    let log = try readLog(
      """
      start,end
      2025-03-01T10:00:00Z,2025-03-01T10:00:00-01:00
      2025-03-01 12:00 +02:00,1740826800
      2025-03-01T02:00:00-0800,2025-03-01T16:30:00+05:30
      """)
    #expect(Set(log.incidents.map(\.start)) == [second(1_740_823_200)])
    #expect(Set(log.incidents.map(\.end)) == [second(1_740_826_800)])
  }

  @Test("a zone for times without one: assumed, given, in the column's name, in a column")
  func zones() throws {
    let text = "start,end\n2025-03-01 10:00,2025-03-01T10:30:00Z\n"
    let assumed = try readLog(text, zone: nil)
    #expect(assumed.incidents.first?.start == second(1_740_823_200))
    #expect(assumed.notes == [.noServices, .assumedZone("UTC", times: 1)])
    let given = try readLog(text, zone: CivilZone("+01:00"))
    #expect(given.incidents.first?.start == second(1_740_819_600))
    #expect(given.notes == [.noServices])
    let named = try readLog(
      "Start (UTC),end_utc\n2025-03-01 10:00,2025-03-01 10:30\n", zone: CivilZone("+01:00"))
    #expect(named.incidents.first?.start == second(1_740_823_200))
    let column = try readLog(
      "start,end,time zone\n2025-03-01 10:00,2025-03-01T10:30Z,+02:00\n"
        + "2025-03-01 10:00,2025-03-01T10:30Z,\n", zone: nil)
    #expect(column.incidents.map(\.start) == [second(1_740_816_000), second(1_740_823_200)])
    #expect(column.notes.contains(.assumedZone("UTC", times: 1)))
  }

  @Test("rows that repeat another to the letter are counted once and told")
  func duplicates() throws {
    let log = try readLog(
      """
      service,start,end
      api,1740823200,1740823260
      web,1740823200,1740823260
      api,1740823200,1740823260
      api,1740823200,1740823261
      web,1740823200,1740823260
      """)
    #expect(log.incidents.map(\.row) == [2, 3, 5])
    #expect(
      log.notes.map(\.description) == [
        "2 duplicate rows are counted once: row 4 repeats row 2, row 6 repeats row 3"
      ])
  }

  @Test("an end that agrees with the duration up to its unit")
  func agreement() throws {
    let log = try readLog(
      "start,end,duration_min\n1740823200,1740828570,90\n1740823200,1740828600,90\n")
    #expect(log.incidents.map(\.end) == [second(1_740_828_570), second(1_740_828_600)])
  }

  @Test("a name that says more surely what is meant is chosen, and told")
  func chosen() throws {
    let log = try readLog(
      "created_at,started_at,resolved_at,duration_min,duration_s\n"
        + "1740823000,1740823200,1740823800,10,600\n")
    #expect(log.incidents.first?.start == second(1_740_823_200))
    #expect(
      log.notes.map(\.description) == [
        "the start is read from 'started_at', not from 'created_at'",
        "the duration is read from 'duration_min', not from 'duration_s'",
        "no column of services: all incidents are taken as one service's",
      ])
  }

  @Test("what stands for an open end", arguments: ["", " ", "null", "open", "Ongoing", "-", "n/a"])
  func openEnd(text: String) throws {
    let log = try readLog("start,end\n1740823200,\(text)\n")
    #expect(log.incidents.map(\.end) == [nil])
  }

  @Test("a header alone is a log without incidents")
  func headerOnly() throws {
    let log = try readLog("service,start,end\r\n")
    #expect(log.incidents.isEmpty && log.services.isEmpty)
  }
}
