import Testing

@testable import RandomStreams

/// The levels that this processor can run; the others fall back to one of these.
private let levels = VectorLevel.allCases.filter { $0 <= .best }

@Suite("Every level gives the bits of the Swift reference")
struct LevelTests {
  private static let count = 1_000_000

  @Test("a million values of each law", arguments: testedVariates)
  func values(of variate: Variate) {
    var reference = ReferenceStream(seed: 20_261_124, block: 7, purpose: 3)
    var expected: [UInt64] = []
    expected.reserveCapacity(Self.count)
    for _ in 0..<Self.count / 8 {
      let eight = reference.next(variate)
      for lane in 0..<8 { expected.append(eight[lane].bitPattern) }
    }
    for level in levels {
      let found = sample(variate, count: Self.count, level: level).map(\.bitPattern)
      #expect(found == expected, "\(level)")
    }
  }

  @Test("a million random words")
  func bits() {
    var reference = ReferenceStream(seed: 1, block: 2, purpose: 3)
    var expected: [UInt64] = []
    for _ in 0..<Self.count / 8 {
      let eight = reference.nextWords()
      for lane in 0..<8 { expected.append(eight[lane]) }
    }
    for level in levels { #expect(words(count: Self.count, level: level) == expected, "\(level)") }
  }

  @Test("states start alike for any key")
  func starts() {
    for key in words(count: 1000) {
      var reference = ReferenceStream(seed: key, block: ~key, purpose: key &* 3)
      let expected = reference.nextWords()
      for level in levels {
        let found = words(seed: key, block: ~key, purpose: key &* 3, count: 8, level: level)
        #expect(SIMD8(found) == expected)
      }
    }
  }

  @Test("logarithms of a million bit patterns, special values among them")
  func logarithms() {
    let inputs = Self.inputs
    let expected = Self.inEights(inputs, ReferenceFunctions.log)
    #expect(Self.same(inputs.map { ReproducibleFunctions.log($0) }, expected))
    for level in levels {
      var found = inputs
      found.withUnsafeMutableBufferPointer {
        ReproducibleFunctions.replaceByLogarithms($0, level: level)
      }
      #expect(Self.same(found, expected), "\(level)")
    }
  }

  @Test("exponentials of a million numbers, special values among them")
  func exponentials() {
    let inputs = Self.inputs.map { $0.magnitude < 1e300 ? $0.remainder(dividingBy: 1500) : $0 }
    let expected = Self.inEights(inputs, ReferenceFunctions.exp)
    #expect(Self.same(inputs.map { ReproducibleFunctions.exp($0) }, expected))
    for level in levels {
      var found = inputs
      found.withUnsafeMutableBufferPointer {
        ReproducibleFunctions.replaceByExponentials($0, level: level)
      }
      #expect(Self.same(found, expected), "\(level)")
    }
  }

  @Test("the value of a word is what the stream makes of it", arguments: testedVariates)
  func valueOfWord(variate: Variate) {
    let values = sample(variate, count: 10_000)
    var reference = ReferenceStream(seed: 20_261_124, block: 7, purpose: 3)
    for start in stride(from: 0, to: values.count, by: 8) {
      let eight = reference.nextWords()
      for lane in 0..<8 {
        guard let value = variate.value(ofWord: eight[lane]) else { continue }
        #expect(value.bitPattern == values[start + lane].bitPattern)
      }
    }
  }

  /// Every kind of number: random bit patterns after the special ones.
  private static let inputs: [Double] = {
    let special = [
      0, -0.0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .leastNormalMagnitude,
      .greatestFiniteMagnitude, 0x1.fffffffffffffp-1, 0x1.6a09e667f3bcdp-1, 709.782712893384,
      709.7827128933841, -745.1332191019412, -708.3964185322641,
    ]
    return special + words(count: count - special.count).map { Double(bitPattern: $0) }
  }()

  private static func inEights(
    _ inputs: [Double], _ function: (SIMD8<Double>) -> SIMD8<Double>
  ) -> [Double] {
    stride(from: 0, to: inputs.count, by: 8).flatMap { start in
      let eight = function(SIMD8(inputs[start..<start + 8]))
      return (0..<8).map { eight[$0] }
    }
  }

  /// Equal bits; one not-a-number is as good as another.
  private static func same(_ left: [Double], _ right: [Double]) -> Bool {
    zip(left, right).allSatisfy { $0.bitPattern == $1.bitPattern || ($0.isNaN && $1.isNaN) }
      && left.count == right.count
  }
}
