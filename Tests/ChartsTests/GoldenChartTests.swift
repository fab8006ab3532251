import Charts
import Foundation
import Interchange
import TerminalText
import Testing

/// Every kind of chart as it was looked at. With `NINES_RECORD=1` in the environment of `swift test`
/// the files in Golden are written anew: look at them before committing.
@Suite("Charts as in their files")
struct GoldenChartTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Golden")
  private static let isRecording = ProcessInfo.processInfo.environment["NINES_RECORD"] == "1"

  @Test("by all renderers", arguments: SampleCharts.all)
  func charts(sample: SampleCharts.Sample) async throws {
    let chart = try await sample.chart()
    #expect(!chart.alternative.isEmpty && chart.title.hasSuffix("?"))
    try checkSVG(chart, sample.name)
    try checkText(chart, sample.name)
    try checkVegaLite(chart, sample.name)
  }

  private func checkSVG(_ chart: Chart, _ name: String) throws {
    let text = SVGRenderer().text(chart)
    for width in [280.0, 400, 1_000] {
      #expect(
        try XMLCheck.flaws(of: SVGRenderer(width: width, appearance: .dark).text(chart)) == [])
    }
    #expect(try XMLCheck.flaws(of: text) == [])
    try compare(text, "\(name).svg")
  }

  /// Wide, narrow and without more than ASCII.
  private func checkText(_ chart: Chart, _ name: String) throws {
    let renderers = [
      TextPlotRenderer(width: 100), TextPlotRenderer(width: 60, height: 12),
      TextPlotRenderer(width: 60, height: 12, symbols: .ascii),
    ]
    #expect(renderers[2].text(chart).utf8.allSatisfy { $0 < 0x80 })
    for width in stride(from: 40, through: 140, by: 9) {
      let plain = TextPlotRenderer(width: width, height: 10).text(chart)
      #expect(plain.split(separator: "\n").allSatisfy { $0.terminalColumns <= width })
      let coloured = TextPlotRenderer(width: width, height: 10, style: .coloured).text(chart)
      #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }
    try compare(renderers.map { $0.text(chart) }.joined(separator: "\n"), "\(name).txt")
  }

  private func checkVegaLite(_ chart: Chart, _ name: String) throws {
    let text = JSONValue(vegaLite: chart).text
    let spec = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect((spec["$schema"] as? String)?.hasSuffix("/vega-lite/v5.json") == true)
    let layers = try #require(spec["layer"] as? [[String: Any]])
    #expect(!layers.isEmpty)
    for layer in layers {
      #expect(layer["mark"] is [String: Any] && layer["encoding"] is [String: Any])
      let data = try #require(layer["data"] as? [String: Any])
      #expect((data["values"] as? [Any])?.isEmpty == false)
    }
    try compare(text + "\n", "\(name).vl.json")
  }

  private func compare(_ text: String, _ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    if Self.isRecording { try text.write(to: file, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(name)")
  }
}
