import Foundation
import Reports
import ServiceLevels
import Testing

/// With `NINES_RECORD=1` in the environment of `swift test` the two pages are written anew.
@Suite("CatalogueTable")
struct CatalogueTableTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("../..").standardized
  private static let isRecording = ProcessInfo.processInfo.environment["NINES_RECORD"] == "1"
  private static let begin = "<!-- catalogue: made by a test from its data -->\n"
  private static let end = "\n<!-- end of the catalogue -->"

  @Test("the page of the catalogue is that of the data")
  func page() throws {
    let file = Self.root.appendingPathComponent("Catalogue.md")
    let page = CatalogueTable.markdown()
    if Self.isRecording { try page.write(to: file, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: file, encoding: .utf8) == page)
    #expect(page.components(separatedBy: "\n| `").count - 1 == 110)
  }

  @Test("so is the excerpt in the README, of 12 rows at most")
  func excerpt() throws {
    let file = Self.root.appendingPathComponent("README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: Self.begin)?.upperBound)
    let stop = try #require(text.range(of: Self.end)?.lowerBound)
    let excerpt = CatalogueTable.markdownExcerpt()
    if Self.isRecording {
      let page = text.replacingCharacters(in: start..<stop, with: excerpt)
      try page.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(text[start..<stop] == excerpt)
    }
    #expect(excerpt.components(separatedBy: "\n").count == 14)
    #expect(CatalogueTable.markdownExcerpt(rows: -1).components(separatedBy: "\n").count == 2)
  }

  @Test("many are a table, one is shown in full, none has the nearest names")
  func found() {
    let many = CatalogueTable.report(["spanner"]).text
    #expect(many.hasPrefix("catalogue spanner: 2 of 110 published promises\n"))
    #expect(many.contains("gcp.spanner.regional      99.99%   -        runs of 5min"))
    #expect(many.contains("not forecasts"))
    let one = CatalogueTable.report(["mongodb.atlas", "M10"]).text
    #expect(one.contains("10% below 99.995%, 25% below 99%, 100% below 95%"))
    #expect(one.contains("counted   whole minutes"))
    #expect(one.contains("at most   not known"))
    #expect(one.contains("mongodb.atlas 99.995% is a promise of 2021-06-23, not a forecast"))
    let none = CatalogueTable.report(["spaner"]).text
    #expect(none.contains("0 of 110"))
    #expect(none.contains("nearest  gcp.spanner.multi-region, Spanner"))
    #expect(CatalogueTable.report(["zzz"]).text.contains("write  `catalogue` for all of them"))
  }
}
