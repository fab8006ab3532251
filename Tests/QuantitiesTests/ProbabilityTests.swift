import Quantities
import Testing

@Suite("Probability: both tails from decimal digits")
struct ProbabilityTests {
  @Test(
    "complement is read from the digits to the last bit",
    arguments: [
      ("99.999999999", 1e-11), ("99.95", 5e-4), ("99.9", 1e-3), ("100", 0), ("0", 1),
      ("99.99999999999999999999999999999", 1e-31), ("1e-5", 0.9999999), ("50", 0.5),
    ])
  func complement(digits: String, expected: Double) throws {
    #expect(try Probability.percent(digits).complement == expected)
  }

  @Test("a Double means its shortest decimal")
  func shortest() throws {
    #expect(try Probability.percent(99.99).complement == 1e-4)
    #expect(try Probability.percent(99.9999999).complement == 1e-9)
  }

  @Test("nines", arguments: 1...30)
  func nines(count: Int) throws {
    let probability = try Probability.nines(count)
    #expect(abs(probability.nines - Double(count)) < 1e-13)
    #expect(probability.complement == Double("1e-\(count)"))
  }

  @Test(
    "outside 0 to 100 % is refused", arguments: ["100.1", "1e400", "-1", "nan", "", "1e", "1_000"])
  func refused(digits: String) {
    #expect(throws: QuantityError.self) { try Probability.percent(digits) }
  }

  @Test("independent combinations keep both tails")
  func combinations() throws {
    let tiny = try Probability.nines(30)
    #expect(tiny.and(tiny).complement == 2e-30)
    #expect(abs(tiny.or(tiny).complement / 1e-60 - 1) < 1e-15)
    #expect(Probability.all([]) == .certain)
    #expect(Probability.any([]) == .impossible)
  }
}
