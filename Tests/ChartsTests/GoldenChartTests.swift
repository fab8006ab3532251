import Charts
import Foundation
import TerminalText
import Testing

/// Every kind of chart as it was looked at. With `NINES_RECORD=1` in the environment of `swift test`
/// the files in Golden are written anew: look at them before committing.
@Suite("Charts as in their files")
struct GoldenChartTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Golden")
  private static let isRecording = ProcessInfo.processInfo.environment["NINES_RECORD"] == "1"

  @Test("SVG", arguments: SampleCharts.all)
  func svg(sample: SampleCharts.Sample) async throws {
    let chart = try await sample.chart()
    let text = SVGRenderer(appearance: .automatic).text(chart)
    #expect(try XMLCheck.flaws(of: text) == [])
    try compare(text, "\(sample.name).svg")
  }

  /// Wide, narrow and without more than ASCII.
  @Test("text", arguments: SampleCharts.all)
  func text(sample: SampleCharts.Sample) async throws {
    let chart = try await sample.chart()
    let renderers = [
      TextPlotRenderer(width: 100), TextPlotRenderer(width: 60, height: 12),
      TextPlotRenderer(width: 60, height: 12, symbols: .ascii),
    ]
    for renderer in renderers {
      let lines = renderer.text(chart).split(separator: "\n")
      #expect(lines.allSatisfy { $0.terminalColumns <= renderer.width })
    }
    for width in stride(from: 40, through: 140, by: 9) {
      let renderer = TextPlotRenderer(width: width, height: 10)
      let plain = renderer.text(chart)
      #expect(plain.split(separator: "\n").allSatisfy { $0.terminalColumns <= width })
      let coloured = TextPlotRenderer(width: width, height: 10, style: .coloured).text(chart)
      #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }
    try compare(renderers.map { $0.text(chart) }.joined(separator: "\n"), "\(sample.name).txt")
  }

  private func compare(_ text: String, _ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    if Self.isRecording { try text.write(to: file, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }
}
