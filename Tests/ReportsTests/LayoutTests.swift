import Foundation
import Nines
import Testing

/// Every kind of card at every width. With `NINES_RECORD=1` in the environment of `swift test` the
/// files in Layouts are written anew.
@Suite("Layouts")
struct LayoutTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Layouts")
  private static let isRecording = ProcessInfo.processInfo.environment["NINES_RECORD"] == "1"

  /// Fits need the GNU Scientific Library.
  private static var names: [String] {
    #if GSL
      SampleQuestions.texts.map(\.name)
    #else
      SampleQuestions.texts.map(\.name).filter { $0 != "Fit" && $0 != "Beliefs" }
    #endif
  }

  @Test("fit any width, lose nothing and are as in their files", arguments: names)
  func layouts(name: String) async throws {
    let question = try #require(SampleQuestions.texts.first { $0.name == name })
    let report = try await SampleAnswers.report(of: question.text)
    for width in Array(20...90) + [100, 120, 400] {
      for block in report.blocks {
        let check = BlockCheck(block, width: width)
        #expect(check.tooLong == [], "\(name), \(width) columns")
        #expect(check.lost == [], "\(name), \(width) columns")
      }
      let coloured = report.text(width: width, style: .coloured)
      #expect(
        coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == report.text(width: width),
        "\(name), \(width) columns")
    }
    try compare(report, with: name)
  }

  private func compare(_ report: Report, with name: String) throws {
    let pages = [20, 60, 80, 120].map { (width: Int) in
      ("\(width) columns", report.text(width: width))
    }
    let text = (pages + [("Markdown", report.markdown)]).map { "=== \($0.0)\n\($0.1)\n" }.joined()
    let file = Self.folder.appendingPathComponent("\(name).txt")
    if Self.isRecording { try text.write(to: file, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }
}
