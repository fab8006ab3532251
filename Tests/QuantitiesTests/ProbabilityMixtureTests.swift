import Quantities
import Testing

@Suite("Mixtures of probabilities")
struct ProbabilityMixtureTests {
  @Test("both tails are means by weights, tiny ones too")
  func means() {
    var mixture = ProbabilityMixture()
    mixture.add(Probability(uncheckedValue: 1, complement: 4e-30), weight: 0.25)
    mixture.add(Probability(uncheckedValue: 1, complement: 8e-30), weight: 0.75)
    #expect(mixture.probability.value == 1)
    #expect(abs(mixture.probability.complement / 7e-30 - 1) < 1e-15)
  }

  @Test("roundings don't lead beyond 1, and no case is nothing")
  func bounds() {
    var mixture = ProbabilityMixture()
    #expect(mixture.probability == Probability(uncheckedValue: 0, complement: 0))
    for _ in 0..<10 { mixture.add(.certain, weight: 0.1 + 1e-16) }
    #expect(mixture.probability == .certain)
  }
}
