import OutageSimulation
import Quantities
import TerminalText
import Testing

@testable import Charts

@Suite("Names of rows")
struct RowNameTests {
  /// Thrice the same beginning; what differs are the ends.
  private static let names = [
    "customer-facing-checkout-frontend-internal-gateway.mtbf",
    "customer-facing-checkout-frontend-internal-gateway.mttr",
    "customer-facing-checkout-frontend-external-gateway failover",
    "customer-facing-checkout-frontend-external-gateway down",
  ]

  private static func chart(_ names: [String]) -> Chart {
    Chart(
      title: "Which?", subtitle: "", alternative: "",
      horizontal: .durations("downtime", .linear, 0...60),
      content: .rows(names.map { Chart.Row($0, [Chart.Segment(from: 0, to: 30)]) }))
  }

  @Test("keep their ends, in any width")
  func ends() {
    for width in [8, 12, 21, 36] {
      let names = ShortenedNames { $0.terminalColumns <= width }
      let shown = names.shortened(Self.names)
      #expect(Set(shown).count == Self.names.count, "\(shown)")
      #expect(shown.allSatisfy { $0.terminalColumns <= width })
    }
    let names = ShortenedNames { $0.count <= 11 }
    #expect(names.shortened("abcdefghijklmnop") == "abcde…lmnop")
    #expect(names.shortened("abcdefghijk") == "abcdefghijk")
    #expect(ShortenedNames { $0.isEmpty }.shortened("abc") == "")
  }

  @Test("are cut elsewhere where they differ in the middle, and numbered where nothing else helps")
  func alike() {
    let quarters = ["abcdefgh1jklmnopqrstuvwx", "abcdefgh2jklmnopqrstuvwx"]
    let shown = ShortenedNames { $0.count <= 13 }.shortened(quarters)
    #expect(shown == ["abcdefgh1…wx", "abcdefgh2…wx"].map { $0.replacing("…", with: "j…") })
    let names = ShortenedNames { $0.count <= 9 }
    let middles = ["aaaaaaaaaaxaaaaaaaaaaaaaaa", "aaaaaaaaaayaaaaaaaaaaaaaaa"]
    #expect(names.shortened(middles) == ["aa…aaa #1", "aa…aaa #2"])
    #expect(Set(names.shortened(["same-very-long-name", "same-very-long-name"])).count == 1)
  }

  @Test("are whole on up to three lines of an SVG, broken within words that are too long")
  func lines() throws {
    let text = SVGRenderer().text(Self.chart(Self.names))
    for end in [".mtbf<", ".mttr<", "failover<", "down<"] { #expect(text.contains(end), "\(end)") }
    #expect(!text.contains("…"))
    #expect(try XMLCheck.flaws(of: text) == [])
    let labels = RowLabel.labels(Self.names, width: 90)
    #expect(labels.allSatisfy { $0.lines.count <= 3 })
    #expect(Set(labels.map(\.lines)).count == labels.count)
    for line in labels.flatMap(\.lines) {
      #expect(TextMeasure.width(line, size: SVGCanvas.smallSize) <= 90.02)
    }
    #expect(
      TextMeasure.wrapped("one-two.three_four", size: 10, width: 45)
        == ["one-", "two.", "three_", "four"])
    #expect(TextMeasure.wrapped("down in 2 y?", size: 10, width: 50) == ["down in ", "2 y?"])
  }

  @Test("differ in a terminal")
  func terminal() {
    for width in [40, 60, 80] {
      let text = TextPlotRenderer(width: width).text(Self.chart(Self.names))
      let rows = text.split(separator: "\n").filter { $0.contains("█") }
      #expect(Set(rows.map { $0.prefix { $0 != "█" } }).count == Self.names.count, "\(text)")
    }
  }

  @Test("of boxes differ, however long")
  func boxes() throws {
    let ends = ["orders", "payments"]
    let long = { (end: String) in
      "customer-facing-checkout-frontend-for-\(end)-in-all-regions-of-the-world"
    }
    let parts = ends.map { "\(long($0)) = 99.9%, mttr 1h\n" }.joined()
    let topology = try SampleCharts.topology(
      parts + "system s = \(ends.map(long).joined(separator: " & "))\n")
    let drawing = try #require(TopologyDrawing(topology, of: "s"))
    let text = SVGRenderer().text(drawing)
    let shown = text.split(separator: "\n").filter { $0.contains("…") }
      .map { $0.drop { $0 != ">" } }
    #expect(shown.count == 2 && Set(shown).count == 2, "\(shown)")
  }
}
