import Testing

@testable import TopologyLanguage

@Suite("Text to tree to text")
struct RoundTripTests {
  @Test("random programs are fixed points after one pass", arguments: 1...2_000)
  func roundTrip(seed: Int) throws {
    var random = RandomProgram(seed: UInt64(seed))
    let text = random.text()
    let program: Program
    do throws(Diagnostic) {
      program = try parse(text)
    } catch {
      let message = DiagnosticRenderer(source: SourceText(text)).render(error)
      Issue.record("\(message)\n\(text)")
      return
    }
    let canonical = Formatter.format(program)
    #expect(refusal(canonical) == nil, "\(canonical)")
    #expect(try parse(canonical) == program, "\(text)")
    #expect(try format(canonical) == canonical, "\(text)")
    #expect(comments(in: text) == comments(in: canonical), "\(text)")
  }

  /// Comments by their text; no quoted name of the random programs holds a `#`.
  private func comments(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      line.firstIndex(of: "#").map { String(line[$0...]) }
    }.sorted()
  }
}
