import Foundation
import Testing
import TopologyLanguage

@Suite("Wrong inputs")
struct WrongInputTests {
  @Test("are refused with a sentence, the place and nothing on standard output")
  func messages() throws {
    for file in try GoldenFile.files(in: Folder.wrongInputs) {
      let golden = try GoldenFile(file)
      var messages: [String] = []
      for wrong in golden.cases {
        let message = try refusal(of: wrong.input, wrong.name)
        messages.append(message)
        if !GoldenFile.isRecording { #expect(message == wrong.expected, "\(wrong.name)") }
      }
      if GoldenFile.isRecording { try golden.record(messages) }
    }
  }

  private func refusal(of text: String, _ name: String) throws -> String {
    let outcome = try BuiltProgram.run([], input: Data(text.utf8))
    #expect(outcome.status == 2, "\(name)")
    #expect(outcome.output.isEmpty, "\(name)")
    #expect(outcome.errors.hasPrefix("error: "), "\(name)")
    #expect(outcome.errors.contains("\n --> <stdin>:"), "\(name)")
    #expect(outcome.errors.contains("^"), "\(name)")
    return String(outcome.errors.dropLast())
  }

  @Test("are right once their first fix is pasted, but for later words and files that aren't there")
  func fixes() throws {
    var working = 0
    for wrong in try allCases() {
      guard let diagnostic = flaw(of: wrong.input) else {
        Issue.record("\(wrong.name): it is accepted")
        continue
      }
      guard let fix = diagnostic.fix else { continue }
      let fixed = paste(fix, over: diagnostic.span, in: wrong.input)
      let remaining = flaw(of: fixed)
      let isOfElsewhere = remaining.map { Self.elsewhere.contains($0.code) } ?? false
      #expect(
        remaining == nil || isOfElsewhere,
        "\(wrong.name): `\(fixed)` is refused: \(remaining?.message ?? "")")
      if remaining == nil { working += 1 }
    }
    #expect(working >= 70)
  }

  /// Words of a later stage, files that aren't there, and functions of a library that is left out.
  private static let elsewhere: Set<DiagnosticCode> = [.notYet, .unreadableFile, .missingLibrary]

  @Test("are more than a hundred, each once")
  func number() throws {
    let cases = try allCases()
    #expect(cases.count >= 100)
    #expect(Set(cases.map(\.input)).count == cases.count)
  }

  private func allCases() throws -> [GoldenFile.Case] {
    try GoldenFile.files(in: Folder.wrongInputs).flatMap { try GoldenFile($0).cases }
  }

  private func flaw(of text: String) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try Checker.check(SourceText(text))
      return nil
    } catch {
      return error
    }
  }

  private func paste(_ fix: String, over span: SourceSpan, in text: String) -> String {
    let bytes = Array(text.utf8)
    return String(
      decoding: bytes[..<span.offset] + Array(fix.utf8) + bytes[span.end...], as: UTF8.self)
  }
}
