import Quantities
import Testing
import Topology

@testable import TopologyLanguage

@Suite("Files of observed lengths")
struct ObservationFileTests {
  private func seconds(_ text: String) throws -> [Double] {
    try ObservationFile.durations(Array(text.utf8)).map(\.seconds)
  }

  private func message(_ text: String) -> String {
    do throws(ObservationError) {
      _ = try ObservationFile.durations(Array(text.utf8))
      return ""
    } catch {
      return error.description
    }
  }

  @Test("lengths with units, one a line")
  func units() throws {
    #expect(
      try seconds("12.5min\n90 min\n1h 30min\n1h30min\n2 hours\n1e3 s\n0s\n") == [
        750, 5_400, 5_400, 5_400, 7_200, 1_000, 0,
      ])
    #expect(try seconds("\u{FEFF}\"1h\"\r\n\r\n# a note\n  2h  \r\n") == [3_600, 7_200])
    #expect(try seconds("repair\n1h\n2h") == [3_600, 7_200])
  }

  @Test(
    "a header names the unit of plain numbers",
    arguments: [
      ("seconds", 90), ("duration_s", 90), ("repair_minutes", 5_400), ("length [h]", 324_000),
      ("Duration (ms)", 0.09), ("Minutes", 5_400), ("repair time in days", 7_776_000.0),
    ])
  func header(header: String, expected: Double) throws {
    let read = try seconds("\(header)\n90\n90s\n")
    #expect(abs(read[0] / expected - 1) < 1e-12)
    #expect(read[1] == 90)
  }

  @Test("what is no length is refused with its row and what to write")
  func refusals() {
    #expect(message("").contains("no length"))
    #expect(message("\n# x\nlength\n").contains("no length"))
    #expect(message("1h\n90\n").hasPrefix("row 2: '90' has no unit; write 90min"))
    #expect(message("repair\n90\n").contains("the header 'repair'"))
    #expect(message("duration_m\n90\n").contains("a month to others"))
    #expect(message("5m").contains("a month to others"))
    #expect(message("5 parsecs").contains("'parsecs' is not a unit"))
    #expect(message("1h\n1h,2h").hasPrefix("row 2 holds '1h,2h', more than one"))
    #expect(message("12,5min").contains("point for decimals"))
    #expect(message("1h\n-5min").hasPrefix("row 2: '-5min' is no length"))
    #expect(message("1h\n1:30:00").hasPrefix("row 2: '1:30:00'"))
    #expect(message("1h\n30min 1h").contains("is no length"))
    #expect(message("1h\nnone").hasPrefix("row 2: 'none' is no length"))
    #expect(message("1e300y\n1e308y").hasPrefix("row 2"))
    #expect(throws: ObservationError.self) { try ObservationFile.durations([0x31, 0xFF]) }
  }

  @Test("any bytes end in lengths or a refusal")
  func robustness() {
    var state: UInt64 = 1
    for _ in 0..<2_000 {
      let alphabet = Array("19.e+- hminsd,\"\n\r#xµ".utf8)
      let bytes = (0..<12).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      let durations = (try? ObservationFile.durations(bytes)) ?? []
      #expect(durations.allSatisfy { $0.seconds.isFinite && $0 >= .zero })
    }
  }
}
