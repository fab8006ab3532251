import Testing

@testable import RandomStreams

@Suite("Buffers give the values of their stream")
struct BufferTests {
  @Test("one at a time as by blocks of any length", arguments: testedVariates)
  func values(of variate: Variate) throws {
    var buffer = try VariateBuffer(variate, seed: 20_261_124, block: 7, purpose: 3)
    let expected = sample(variate, count: 10_000)
    #expect(sample(variate, count: 10_000, block: 8) == expected)
    #expect(sample(variate, count: 10_000, block: 10_000) == expected)
    // Weibull values come from a table, which has a suite of its own.
    let tolerance = if case .weibull = variate { 6e-15 } else { 0.0 }
    for value in expected { #expect(abs(buffer.next() - value) <= tolerance * value) }
  }

  @Test("a restart drops what was drawn ahead", arguments: [0, 1, 16, 17, 300])
  func restart(after used: Int) throws {
    var buffer = try VariateBuffer(.exponential, seed: 5, block: 5, purpose: 5)
    for _ in 0..<used { _ = buffer.next() }
    buffer.restart(seed: 20_261_124, block: 7, purpose: 3)
    for expected in sample(.exponential, count: 512) { #expect(buffer.next() == expected) }
  }

  @Test("words one at a time as by blocks, also after a restart")
  func bits() {
    var buffer = BitBuffer(seed: 9, block: 9, purpose: 9)
    for expected in words(seed: 9, block: 9, purpose: 9, count: 400) {
      #expect(buffer.next() == expected)
    }
    buffer.restart(seed: 1, block: 2, purpose: 3)
    for expected in words(count: 400) { #expect(buffer.next() == expected) }
  }

  @Test(
    "a parameter out of its range is refused by name",
    arguments: [
      Variate.gamma(shape: .nan), .gamma(shape: 0), .gamma(shape: .infinity), .weibull(shape: -1),
      .weibull(shape: 1e-3), .lognormal(sigma: -0.1), .lognormal(sigma: .infinity),
    ])
  func refused(variate: Variate) {
    #expect(throws: RandomStreamError.self) {
      _ = try VariateBuffer(variate, seed: 1, block: 2, purpose: 3)
    }
  }

  @Test("the refusal reads as a sentence")
  func sentence() {
    let error = #expect(throws: RandomStreamError.self) {
      try Variate.lognormal(sigma: 81).validate()
    }
    #expect(error?.description == "sigma is 81.0, but must lie from 0.0 to 80.0")
  }
}
