import Quantities
import Testing

@testable import StructureFunctions

@Suite("Binomial law")
struct BinomialTests {
  // Rational arithmetic on the doubles' decimal values, 30 digits.
  @Test("masses of small laws are exact")
  func masses() throws {
    let law = BinomialLaw(trials: 3, event: try .percent("0.8"))
    #expect(abs(law.mass(2) / (3 * 0.008 * 0.008 * 0.992) - 1) < 1e-15)
    #expect(abs(law.upperTail(2) / 1.90976e-4 - 1) < 1e-15)
    #expect(abs(law.lowerTail(2) / 0.999809024 - 1) < 1e-15)
  }

  @Test("tails sum to 1 and masses to tails", arguments: [0.001, 0.3, 0.5, 0.97])
  func tails(value: Double) throws {
    let law = BinomialLaw(trials: 40, event: try .percent(value * 100))
    for count in 0...41 {
      #expect(abs(law.upperTail(count) + law.lowerTail(count) - 1) < 1e-14)
      let split = law.masses(below: count)
      #expect(abs(split.exact.reduce(0, +) + split.atLeast - 1) < 1e-14)
    }
  }

  @Test("certain and impossible events")
  func degenerate() {
    for count in 0...5 {
      let always = BinomialLaw(trials: 5, event: .certain)
      let never = BinomialLaw(trials: 5, event: .impossible)
      #expect(always.upperTail(count) == 1)
      #expect(never.upperTail(count) == (count == 0 ? 1 : 0))
      #expect(always.mass(count) == (count == 5 ? 1 : 0))
      #expect(always.masses(below: 3).atLeast == 1)
    }
  }
}
