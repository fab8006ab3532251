import Foundation
import Nines
import Testing

/// The reference designs of the language, answered.
@Suite("Reference designs are answered")
struct ReferenceDesignTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/TopologyLanguage/Library")

  private static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test("are eight")
  func count() { #expect(Self.names.count == 8) }

  @Test("each in the long run, and year by year", arguments: names)
  func answers(name: String) async throws {
    let text = try String(
      contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    let program = try Checker.check(SourceText(text))
    let assessor = Assessor(program.topology)
    #expect(!program.topology.subjects.isEmpty)
    for subject in program.topology.subjects {
      // Ready to be answered, by whichever engine can.
      if case .exact(let answer) = try assessor.longRun(of: subject) {
        #expect((1e-13..<1e-2).contains(answer.availability.complement))
        continue
      }
      var request = SimulationRequest()
      request.stopping = .runs(500)
      request.sampling = .plain
      let result = await (try assessor.simulation(of: subject, request)).run()
      #expect(result.replications == 500)
      let down = try #require(result.downtime?.mean)
      // Between a second and four days a year.
      #expect((1..<350_000).contains(down.value), "\(subject): \(down) s a year")
      #expect(!result.causes.isEmpty)
    }
  }
}
