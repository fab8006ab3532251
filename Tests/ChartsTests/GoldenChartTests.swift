import Charts
import Foundation
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

  private func compare(_ text: String, _ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    if Self.isRecording { try text.write(to: file, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }
}
