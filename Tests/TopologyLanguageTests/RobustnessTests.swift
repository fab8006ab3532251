import Testing

@testable import TopologyLanguage

@Suite("Robustness: any input ends in a tree or a clear error")
struct RobustnessTests {
  @Test(
    "deep nesting is refused, not a crash",
    arguments: ["(", "2 of (", "2 of 3 ", "(a else ", "with a 1: ", "0.5 * ("])
  func depth(opening: String) throws {
    let text = String(repeating: opening, count: 100_000) + "a"
    #expect(try #require(refusal(text)).code == .tooDeep)
  }

  @Test("250 levels are read and written")
  func allowedDepth() throws {
    let text = String(repeating: "(a & (b | ", count: 62) + "c" + String(repeating: "))", count: 62)
    let canonical = try format(text)
    #expect(try format(canonical) == canonical)
  }

  @Test("a file of 10 MB is read in a few seconds")
  func size() throws {
    let line = "service web: 2 of 3, mtbf 30d, mttr 5min, needs sessions & orders-db # comment\n"
    let text = String(repeating: line, count: 10_000_000 / line.utf8.count)
    let clock = ContinuousClock()
    var count = 0
    let time = try clock.measure { count = try parse(text).statements.count }
    #expect(count == 10_000_000 / line.utf8.count)
    #expect(time < .seconds(20))
  }

  @Test("a long chain of operators is read in a few seconds")
  func longChain() throws {
    let text = "x = " + Array(repeating: "a", count: 1_000_000).joined(separator: " & ")
    #expect(try parse(text).statements.count == 1)
    let mixed = text + " | b"
    #expect(try #require(refusal(mixed)).code == .mixedOperators)
  }

  @Test(
    "no token makes the time grow faster than the text",
    arguments: ["1,", "\"x", "1h ", "a, ", "9", "x", "&", "# c\n", "{", "\n", ". ", "é", "-"])
  func repetition(piece: String) {
    let clock = ContinuousClock()
    let time = clock.measure {
      let text = "2 of (a, " + String(repeating: piece, count: 300_000)
      if let diagnostic = refusal(text) {
        _ = DiagnosticRenderer(source: SourceText(text)).render(diagnostic)
      }
    }
    #expect(time < .seconds(10))
  }

  @Test("invalid UTF-8 is refused where it stands")
  func encoding() throws {
    for invalid: [UInt8] in [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0, 0, 0], [0xE2, 0x82],
    ] {
      let source = SourceText(bytes: Array("a & é".utf8) + invalid)
      let diagnostic = #expect(throws: Diagnostic.self) { try Parser.parse(source) }
      #expect(diagnostic?.code == .invalidEncoding)
      #expect(diagnostic?.span.offset == 6)
    }
  }

  @Test("empty texts are empty programs", arguments: ["", " ", "\n\n", ";;", "\u{FEFF}", "\r\n"])
  func empty(text: String) throws {
    #expect(try parse(text).statements.isEmpty)
    #expect(try format(text) == "")
  }

  @Test("every prefix of every system ends in a tree or an error", arguments: Systems.all)
  func prefixes(system: String) {
    let bytes = Array(system.utf8)
    for length in 0...bytes.count {
      _ = try? Parser.parse(SourceText(bytes: Array(bytes[..<length])))
    }
  }

  @Test("ten thousand mutations end in a tree or an error that can be shown")
  func mutations() {
    var generator = SplitMix(seed: 7)
    let systems = Systems.all.map { Array($0.utf8) }
    for round in 0..<10_000 {
      var bytes = systems[round % systems.count]
      for _ in 0...generator.below(4) { mutate(&bytes, &generator) }
      let source = SourceText(bytes: bytes)
      do throws(Diagnostic) {
        let text = Formatter.format(try Parser.parse(source))
        #expect((try? format(text)) == text)
      } catch {
        #expect(error.span.offset >= 0 && error.span.end <= bytes.count)
        #expect(!DiagnosticRenderer(source: source).render(error).isEmpty)
      }
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ generator: inout SplitMix) {
    let alphabet = Array("(){}&|+*%,;:=.-_\"'#\n aemn59é".utf8)
    let place = generator.below(bytes.count)
    switch generator.below(3) {
    case 0: bytes.remove(at: place)
    case 1: bytes.insert(alphabet[generator.below(alphabet.count)], at: place)
    default: bytes[place] = alphabet[generator.below(alphabet.count)]
    }
  }
}

/// A small generator with a fixed stream for each seed.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(limit, 1))) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
