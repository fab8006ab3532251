import Quantities
import Testing

@testable import TopologyLanguage

extension HelpTopic: CustomTestStringConvertible {
  /// The word, so that a failure names its topic.
  public var testDescription: String { word }
}

@Suite("Help")
struct HelpTests {
  /// Files that examples name; the built program reads real ones.
  private static let files = ObservationReader(
    { (_) throws(ObservationError) -> [Duration] in [.minutes(5), .hours(1), .hours(3)] },
    loads: { (_) throws(ObservationError) -> String in
      (0..<24).map { "\(800 + 50 * $0)" }.joined(separator: "\n")
    })

  @Test("has a topic for every word of the language", arguments: Keyword.allCases)
  func keywords(keyword: Keyword) {
    #expect(HelpTopic.named(keyword.rawValue) != nil, "\(keyword.rawValue)")
  }

  @Test(
    "has a topic for the ideas, units and signs",
    arguments: [
      "availability", "MTBF", "error budget", "common-cause", "forecast", "SLO", "outage", "domain",
      "quit", "edit", "_", "&", "|", "+", "%", "m", "improve", "headroom", "survives", "P", "given",
      "growing", "workers", "without", "inputs", "retries", "downtime",
    ])
  func ideas(word: String) {
    #expect(HelpTopic.named(word) != nil)
  }

  @Test("says each word once")
  func unique() {
    let words = HelpTopic.all.flatMap { [$0.word] + $0.synonyms }
    #expect(Dictionary(grouping: words) { $0 }.filter { $1.count > 1 }.keys.sorted() == [])
    #expect(words.allSatisfy { $0 == $0.lowercased() || $0 == "P" })
  }

  @Test("fits on a screen", arguments: HelpTopic.all)
  func screens(topic: HelpTopic) {
    let lines = topic.page.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 22, "\(topic.word) has \(lines.count) lines")
    for line in lines { #expect(line.count <= 76, "\(topic.word): \(line)") }
    #expect(!topic.text.isEmpty)
    #expect(topic.title.count <= 56)
  }

  @Test("leads on to topics that exist", arguments: HelpTopic.all)
  func related(topic: HelpTopic) {
    #expect(!topic.seeAlso.isEmpty)
    for word in topic.seeAlso {
      #expect(HelpTopic.named(word)?.word == word, "\(topic.word) -> \(word)")
      #expect(word != topic.word)
    }
  }

  @Test(
    "has examples that mean something and stand in their canonical form", arguments: HelpTopic.all)
  func examples(topic: HelpTopic) throws {
    for example in topic.examples {
      let program = try Checker.check(SourceText(example), reading: Self.files)
      #expect(program.warnings == [], "\(topic.word)")
      #expect(!program.answerable.isEmpty, "\(topic.word)")
      let canonical = try format(example)
      #expect(try parse(canonical) == parse(example))
    }
  }

  @Test("has examples for all but what only a prompt can do")
  func fewWithout() {
    let without = HelpTopic.all.filter(\.examples.isEmpty).map(\.word)
    #expect(without == ["save", "load", "edit", "set", "undo", "quit", "_"])
  }

  @Test("finds the nearest word")
  func nearest() {
    #expect(HelpTopic.nearest(to: "mtr") == "mttr")
    #expect(HelpTopic.nearest(to: "failovr") == "failover")
    #expect(HelpTopic.nearest(to: "blancmange") == nil)
  }

  @Test("has an overview of one screen, whose words all lead somewhere")
  func overview() {
    let lines = HelpTopic.overview.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 24)
    #expect(lines.allSatisfy { $0.count <= 76 })
    let table = lines.drop { !$0.hasPrefix("help WORD") }.dropFirst()
    let words = table.flatMap { $0.dropFirst(13).split(separator: " ") }
    for word in words where word != "cause" {
      #expect(HelpTopic.named(word == "common" ? "common cause" : String(word)) != nil, "\(word)")
    }
    #expect(throws: Never.self) { try parse(lines[3...7].joined(separator: "\n")) }
  }
}
