import Foundation
import Testing

@testable import TopologyLanguage

/// The project's own texts are in order.
@Suite("Lint: examples and reference designs")
struct LintingExampleTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let files = [
    "Examples", "Examples/FourSystems", "Sources/TopologyLanguage/Library",
  ]
  .flatMap { folder in
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent(folder).path)
    return (names ?? []).filter { $0.hasSuffix(".nines") }.sorted().map { "\(folder)/\($0)" }
  }

  /// Reads what a text names beside it.
  private static func reader(beside file: URL) -> ObservationReader {
    ObservationReader(
      { (_) throws(ObservationError) in throw ObservationError("no law of these names a file") },
      loads: { (name) throws(ObservationError) -> String in
        let place = file.deletingLastPathComponent().appendingPathComponent(name)
        guard let text = try? String(contentsOf: place, encoding: .utf8) else {
          throw ObservationError("it isn't there")
        }
        return text
      })
  }

  @Test("are there")
  func complete() {
    #expect(Self.files.count >= 14)
  }

  @Test("break no rule", arguments: files)
  func clean(name: String) throws {
    let file = Self.root.appendingPathComponent(name)
    let source = SourceText(bytes: Array(try Data(contentsOf: file)), name: name)
    let findings = Linter.findings(of: source, reading: Self.reader(beside: file))
    #expect(findings.map { DiagnosticRenderer(source: source).render($0) } == [])
  }

  @Test("and so do the systems of the language's page", arguments: Systems.all)
  func page(text: String) {
    #expect(lint(text) == [])
  }
}
