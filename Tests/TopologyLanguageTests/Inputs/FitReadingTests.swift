import Quantities
import Testing

@testable import TopologyLanguage

@Suite("Fits as the checker reads them")
struct FitReadingTests {
  private func fit(_ text: String) throws -> CheckedFit {
    guard case .fit(let fit)? = try checked(text).questions.first else {
      Issue.record("'\(text)' is no fit")
      return CheckedFit(file: "", at: .unknown)
    }
    return fit
  }

  @Test("every option is read")
  func options() throws {
    let fit = try fit(
      """
      fit "log.csv", service "web shop", from "2026-01-01", to "2026-07-01T00:00Z", flaps 1min,
        joining 5min, zone "Europe/Berlin", column start "Begin", column duration "Length",
        severity "1", severity "2", share above 5%, confidence 90%
      """)
    #expect(fit.file == "log.csv")
    #expect(fit.service == "web shop")
    #expect(fit.from == "2026-01-01")
    #expect(fit.to == "2026-07-01T00:00Z")
    #expect(fit.flaps == .minutes(1))
    #expect(fit.joining == .minutes(5))
    #expect(fit.zone == "Europe/Berlin")
    #expect(fit.columns == [.start: "Begin", .duration: "Length"])
    #expect(fit.severities == ["1", "2"])
    #expect(fit.shareAbove == (try .percent(5)))
    #expect(fit.confidence == (try .percent(90)))
  }

  @Test("without options all are left out, and a program may ask for nothing else")
  func bare() throws {
    let fit = try fit("fit \"log.csv\"")
    #expect(fit.service == nil && fit.flaps == nil && fit.columns.isEmpty && fit.severities.isEmpty)
    #expect(try checked("fit \"log.csv\"").answerable.count == 1)
  }

  @Test("what the log shows to be wrong is said at the option")
  func places() throws {
    let text = "fit \"log.csv\", zone \"Europe/Berlim\", severity \"x\""
    let fit = try fit(text)
    let source = SourceText(text)
    let zone = fit.diagnostic("no such zone", at: .zone, fixes: ["zone \"Europe/Berlin\""])
    #expect(source.text(in: zone.span) == "zone \"Europe/Berlim\"")
    #expect(source.text(in: fit.diagnostic("x", at: .severity).span) == "severity \"x\"")
    let column = fit.diagnostic("no column", at: .column(.start), fixes: ["x"])
    #expect(source.text(in: column.span) == "\"log.csv\"")
    #expect(column.fixes.isEmpty)
  }

  @Test("refusals", arguments: refusals)
  func refused(refused: Refused) throws { try expectRefusal(refused) }

  static let refusals = [
    Refused("fit log.csv", .expectedText, "log.csv", fixed: "fit \"log.csv\""),
    Refused(
      "fit \"l\", from 2026-01-01", .expectedText, "2026-01-01",
      fixed: "fit \"l\", from \"2026-01-01\""),
    Refused(
      "fit \"l\", to 2026-01-01T00:00Z, flaps 1min", .expectedText, "2026-01-01T00:00Z",
      fixed: "fit \"l\", to \"2026-01-01T00:00Z\", flaps 1min"),
    Refused(
      "fit \"l\", zone Europe/Berlin", .expectedText, "Europe/Berlin",
      fixed: "fit \"l\", zone \"Europe/Berlin\""),
    Refused("fit \"l\" service web", .missingComma, "", fixed: "fit \"l\", service web"),
    Refused("fit \"l\" mttr 1h", .unknownWord, "mttr"),
    Refused("fit \"l\", mttr 1h", .unknownWord, "mttr"),
    Refused("fit \"l\", flap 1min", .unknownWord, "flap", fixed: "fit \"l\", flaps 1min"),
    Refused("fit \"l\", flaps 5%", .expectedDuration, "5%"),
    Refused("fit \"l\", flaps 0s", .valueOutOfRange, "0s", fixed: "fit \"l\", flaps 1min"),
    Refused("fit \"l\", joining 0s", .valueOutOfRange, "0s", fixed: "fit \"l\", joining 5min"),
    Refused("fit \"l\", column begin \"B\"", .unknownWord, "begin"),
    Refused(
      "fit \"l\", column stat \"B\"", .unknownWord, "stat", fixed: "fit \"l\", column start \"B\""),
    Refused(
      "fit \"l\", column start B", .expectedText, "B", fixed: "fit \"l\", column start \"B\""),
    Refused("fit \"l\", share 5%", .missingWord, "", fixed: "fit \"l\", share above 5%"),
    Refused(
      "fit \"l\", share above 100%", .valueOutOfRange, "100%", fixed: "fit \"l\", share above 50%"),
    Refused(
      "fit \"l\", confidence 100%", .valueOutOfRange, "100%", fixed: "fit \"l\", confidence 95%"),
    Refused(
      "fit \"l\", confidence 0.95", .missingPercent, "0.95", fixed: "fit \"l\", confidence 95%"),
    Refused(
      "fit \"l\", flaps 1min, flaps 2min", .duplicateClause, ", flaps 2min",
      fixed: "fit \"l\", flaps 1min"),
    Refused(
      "fit \"l\", column end \"E\", column duration \"D\"", .contradictoryOptions,
      ", column duration \"D\"", fixed: "fit \"l\", column end \"E\""),
    Refused(
      "fit \"l\", column end \"E\", column end \"D\"", .duplicateClause, ", column end \"D\"",
      fixed: "fit \"l\", column end \"E\""),
  ]
}
