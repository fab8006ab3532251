import Foundation
import Testing

/// Texts of a size or kind that nobody writes: each gets a clear error or the right answer, soon.
@Suite("Robustness", .serialized)
struct RobustnessTests {
  @Test("refuses nesting that no topology has", arguments: NestedText.all)
  func nesting(text: NestedText) throws {
    try expectRefusal(text.text, saying: text.refusal)
  }

  @Test("refuses bytes that are no text", arguments: BrokenText.all)
  func bytes(text: BrokenText) throws {
    try expectRefusal(Data(text.bytes), saying: text.refusal)
  }

  @Test("refuses a chain of 100,000 definitions, and answers one that is short enough")
  func chain() throws {
    try expectRefusal(LargeText.chain(of: 100_000), saying: "nests more than 1000 levels deep")
    let outcome = try BuiltProgram.run([], input: Data(LargeText.chain(of: 300).utf8))
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("available  99.9%"))
  }

  @Test("refuses a cycle of 100,000 definitions")
  func cycle() throws {
    let text = LargeText.chain(of: 100_000) + "a0 = a100000\n"
    try expectRefusal(text, saying: "'a0' is defined twice")
    try expectRefusal(
      text.replacingOccurrences(of: "a0 = 99.9%\n", with: ""), saying: "depends on itself")
  }

  @Test("answers 10 MB of definitions")
  func definitions() throws {
    let text = LargeText.definitions(bytes: 10 << 20) + "site = a1 & a2\nshow site\n"
    let outcome = try BuiltProgram.run([], input: Data(text.utf8))
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("available  99.8001%"))
    #expect(outcome.errors.isEmpty)
  }

  @Test("formats 10 MB of definitions")
  func format() throws {
    let text = LargeText.definitions(bytes: 10 << 20)
    let outcome = try BuiltProgram.run(["fmt"], input: Data(text.utf8))
    #expect(outcome.status == 0)
    #expect(outcome.output == text)
  }

  @Test("answers 10 MB of one line of definitions")
  func line() throws {
    let text = LargeText.definitions(bytes: 10 << 20).replacingOccurrences(of: "\n", with: ";")
    let outcome = try BuiltProgram.run([], input: Data((text + "show a1").utf8))
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("available  99.9%"))
  }

  @Test("refuses megabytes of anything else with a short message", arguments: LargeText.wrong)
  func garbage(name: String, unit: String) throws {
    let size = ["one letter", "lines of noise", "percentages"].contains(name) ? 10 << 20 : 1 << 20
    let text = String(repeating: unit, count: size / unit.utf8.count)
    let outcome = try BuiltProgram.run([], input: Data(text.utf8))
    #expect(outcome.status == 2, "\(name)")
    #expect(outcome.output.isEmpty, "\(name)")
    #expect(outcome.errors.hasPrefix("error: "), "\(name)")
    #expect(outcome.errors.utf8.count < 2_000, "\(name): \(outcome.errors.prefix(2_000))")
  }

  @Test("says what is wrong with ten thousand definitions of one name")
  func duplicates() throws {
    try expectRefusal(
      String(repeating: "a = 99%\n", count: 10_000), saying: "the name 'a' is defined twice")
  }

  @Test("answers the largest group, and refuses a larger one")
  func groups() throws {
    let outcome = try BuiltProgram.run(["1", "of", "10000000", "99%"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("never down") || outcome.output.contains("nines"))
    let half = try BuiltProgram.run(["9900000", "of", "10000000", "99%"])
    #expect(half.status == 0)
    try expectRefusal("1 of 10000001 99%", saying: "10000000")
  }

  @Test("answers wide systems", arguments: ["&", "|"])
  func wide(sign: String) throws {
    let text = Array(repeating: "99.99999%", count: 100_000).joined(separator: " \(sign) ")
    let outcome = try BuiltProgram.run([], input: Data("wide = \(text)\n".utf8))
    #expect(outcome.status == 0)
  }

  private func expectRefusal(_ text: String, saying sentence: String) throws {
    try expectRefusal(Data(text.utf8), saying: sentence)
  }

  private func expectRefusal(_ text: Data, saying sentence: String) throws {
    let outcome = try BuiltProgram.run([], input: text)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("error: "))
    #expect(outcome.errors.contains(sentence), "\(outcome.errors.prefix(2_000))")
    #expect(outcome.errors.contains("<stdin>:"))
    #expect(outcome.errors.utf8.count < 4_000)
  }
}
