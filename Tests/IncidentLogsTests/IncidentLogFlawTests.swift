import IncidentLogs
import Testing

@Suite("Flaws of incident logs")
struct IncidentLogFlawTests {
  @Test(
    "one flaw in a row, and its sentence",
    arguments: [
      (
        "2025-03-01T11:00Z,2025-03-01T10:00Z,,",
        "row 2, column 'end': '2025-03-01T10:00Z' is before the start '2025-03-01T11:00Z'; "
          + "correct one of them"
      ),
      (
        "yesterday,2025-03-01T10:00Z,,",
        "row 2, column 'start': 'yesterday' is not a time; write it like 2025-03-01T10:00:00Z"
      ),
      (
        "2025-03-01,2025-03-02T10:00Z,,",
        "row 2, column 'start': '2025-03-01' has no time of day; write it like "
          + "2025-03-01T00:00:00Z"
      ),
      (
        "03/04/2025 10:00,,,",
        "row 2, column 'start': '03/04/2025 10:00' may be read in several orders of day, month "
          + "and year; write it like 2025-03-01T10:00:00Z"
      ),
      (
        "2025-02-30T10:00Z,,,",
        "row 2, column 'start': '2025-02-30T10:00Z' is a time that no calendar or clock shows; "
          + "correct it"
      ),
      (
        "2025-03-01 10:00 EST,,,",
        "row 2, column 'start': '2025-03-01 10:00 EST' has the zone EST, an abbreviation with "
          + "several meanings; write the offset, such as +01:00"
      ),
      (
        "2525-03-01T10:00Z,,,",
        "row 2, column 'start': '2525-03-01T10:00Z' is outside the years 1678 to 2262; correct it"
      ),
      (
        "45717.4,,,",
        "row 2, column 'start': '45717.4' is a number that may count days or seconds; write epoch "
          + "seconds of 100000000 or more, or 2025-03-01T10:00:00Z"
      ),
      (
        ",2025-03-01T10:00Z,,",
        "row 2, column 'start': is empty; write when the incident began, such as "
          + "2025-03-01T10:00:00Z"
      ),
      (
        "1740823200,1740823260,2h,",
        "row 2, column 'duration': '2h' after the start is not the end '1740823260'; correct one, "
          + "or leave one empty"
      ),
      (
        "1740823200,,-5min,",
        "row 2, column 'duration': '-5min' is negative; write how long the outage lasted, 0 or more"
      ),
      (
        "1740823200,,90,",
        "row 2, column 'duration': '90' has no unit; write it like 90min, or name the unit in the "
          + "column, as in minutes"
      ),
      (
        "9223372036,,1h,",
        "row 2, column 'duration': '1h' after the start is outside the years 1678 to 2262; "
          + "correct it"
      ),
      (
        "1740823200,,,120%",
        "row 2, column 'share': '120%' is above 100 %; write 0% to 100%"
      ),
      (
        "1740823200,,,12",
        "row 2, column 'share': '12' is above 1 and has no percent sign; write it like 12% or 0.12"
      ),
      (
        "1740823200,,",
        "row 2: has 3 cells and the header 4; quote cells that hold the delimiter"
      ),
      (
        "1740823200,\"1740823260,,",
        "row 2, column 'end': a quote is opened and never closed; close it, or double quotes "
          + "within cells"
      ),
      (
        "1740823200,\"1740823260\"x,,",
        "row 2, column 'end': text follows the closing quote; double the quotes within cells"
      ),
    ])
  func rows(row: String, message: String) {
    #expect(flaws("start,end,duration,share\n\(row)") == [message])
  }

  @Test("a zone that isn't in the database", .enabled(if: hasZones))
  func unknownZone() {
    let folder = ZoneDatabase.system.folder
    let sentence =
      "'Europe/Berln' is not a zone of the database in \(folder); write an offset such as +01:00, "
      + "or a name such as Europe/Berlin"
    #expect(
      flaws("start,end\n2025-03-01 10:00 Europe/Berln,\n") == [
        "row 2, column 'start': '2025-03-01 10:00 Europe/Berln' has a zone that can't be read: "
          + sentence
      ])
    #expect(
      flaws("start,end,zone\n2025-03-01 10:00,,Europe/Berln\n") == [
        "row 2, column 'zone': " + sentence
      ])
    #expect(
      flaws("start,end,zone\n2025-03-01 10:00,,CST\n") == [
        "row 2, column 'zone': CST is an abbreviation with several meanings; write the offset, "
          + "such as +01:00"
      ])
  }

  @Test(
    "flaws of the header",
    arguments: [
      ("", "the log is empty; write a header such as service,start,end, and rows below it"),
      ("\n\n", "the log is empty; write a header such as service,start,end, and rows below it"),
      (
        "service,begin time,stop,until\n",
        "several columns may be the end: 'stop', 'until'; say which one it is"
      ),
      (
        "service,foo,end\n",
        "no column for the start is known; the columns are 'service', 'foo', 'end'; "
          + "say which one it is"
      ),
      (
        "service,start,foo\n",
        "no column for the end is known; the columns are 'service', 'start', 'foo'; "
          + "say which one it is"
      ),
      (
        "start,end,\"x\n",
        "a quote is opened and never closed; close it, or double quotes within cells"
      ),
    ])
  func headers(text: String, message: String) {
    #expect(flaws(text) == [message])
  }

  @Test("a column that was asked for and isn't there: those that are")
  func missingColumn() {
    #expect(
      flaws("service,start,end\n", columns: ColumnMapping(end: "Finished", share: "Users")) == [
        "no column 'Finished' for the end; the columns are 'service', 'start', 'end'",
        "no column 'Users' for the share; the columns are 'service', 'start', 'end'",
      ])
  }

  @Test("two columns of one name, and two units of a duration")
  func ambiguousColumns() {
    #expect(
      flaws("start,Start,end\n") == [
        "several columns may be the start: 'start', 'Start'; say which one it is"
      ])
    #expect(
      flaws("start,minutes,seconds\n") == [
        "several columns may be the duration: 'minutes', 'seconds'; say which one it is"
      ])
    #expect(flaws("start,Start,end\n1740823200,x,\n", columns: ColumnMapping(start: "start")) == [])
  }

  @Test("all flaws of a row, and the first 20 of a log")
  func many() {
    #expect(
      flaws("start,end,share\nx,y,z\n").count == 3)
    let log = "start,end\n" + String(repeating: "a,b\nc,d\n", count: 50)
    let distinct = log.split(separator: "\n").enumerated().map { "\($1)\($0)" }
    let text = "start,end\n" + distinct.dropFirst().joined(separator: "\n")
    do throws(IncidentLogError) {
      _ = try IncidentLog(Array(text.utf8))
      Issue.record("the log was read")
    } catch {
      #expect(error.flaws.count == 20 && error.isCutShort)
      #expect(error.description.split(separator: "\n").count == 21)
      #expect(error.description.hasSuffix("reading stopped after 20 flaws"))
    }
  }
}
