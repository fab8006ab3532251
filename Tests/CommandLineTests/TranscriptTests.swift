import Foundation
import Testing

@Suite("Transcripts")
struct TranscriptTests {
  @Test("of right inputs show what the program prints, and its exit status")
  func transcripts() throws {
    for file in try GoldenFile.files(in: Folder.transcripts) where Self.fits(file) {
      let golden = try GoldenFile(file)
      let outputs = try golden.cases.map { try transcript(of: $0.input) }
      if GoldenFile.isRecording {
        try golden.record(outputs)
      } else {
        for (shown, output) in zip(golden.cases, outputs) {
          #expect(output == shown.expected, "\(file.lastPathComponent): \(shown.name)")
        }
      }
    }
  }

  /// Fits and posteriors need the GNU Scientific Library; without it they are refused by name.
  private static func fits(_ file: URL) -> Bool {
    #if GSL
      file.lastPathComponent != "WithoutGSL.txt"
    #else
      !["Beliefs.txt", "Fits.txt"].contains(file.lastPathComponent)
    #endif
  }

  private func transcript(of text: String) throws -> String {
    let outcome = try ShellLine(text).run()
    var sections = ["exit status \(outcome.status)"]
    if !outcome.output.isEmpty { sections.append("standard output:\n\(outcome.output)") }
    if !outcome.errors.isEmpty { sections.append("standard error:\n\(outcome.errors)") }
    return sections.map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }
      .joined(separator: "\n")
  }

  @Test("give the same figures for a text as words, in quotes and on standard input")
  func sameFigures() throws {
    let lines = [
      "$ nines --json 99.99% and 2 of 3 99.5%", "$ nines --json '99.99% and 2 of 3 99.5%'",
      "$ nines --json\n< 99.99% and 2 of 3 99.5%",
    ]
    let outputs = try lines.map { try ShellLine($0).run().output }
    #expect(Set(outputs).count == 1)
  }

  @Test("of checks end with the worst status", arguments: [("99%", 0), ("99.99%", 1)])
  func status(target: String, status: Int32) throws {
    let text = "a = 99.9%\ncheck a \(target) per year\ncheck a 90% per year\n"
    #expect(try BuiltProgram.run([], input: Data(text.utf8)).status == status)
  }

  @Test(
    "of simulated checks end with their status",
    arguments: [("99.9%", 0, "\"met\":true"), ("99.999%", 1, "\"met\":false")])
  func simulated(target: String, status: Int32, met: String) throws {
    let text = """
      eu = 99.95%, mttr 2h
      us = 99.9%, mttr 2h
      world = (eu else us, failover 5min)
      check world \(target) per year
      """
    let outcome = try BuiltProgram.run(["--json"], input: Data(text.utf8))
    #expect(outcome.status == status)
    #expect(outcome.output.contains(met))
    #expect(outcome.output.contains("\"method\":\"simulated\""))
  }
}
